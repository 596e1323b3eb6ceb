"""Relative pronouns: "who" and "which" are whoever stands right before them."""

from __future__ import annotations

from dataclasses import replace

from attrib.records import Mention, Span
from attrib.resolve.antecedents import find_candidates
from attrib.resolve.lexicon import Lexicon
from attrib.resolve.mentions import parse_mention
from attrib.resolve.nouns import resolve_description
from attrib.resolve.parsed import Parsed
from attrib.resolve.scene import Outcome, Scene
from attrib.resolve.unnamed import describe_unnamed
from attrib.tokens import Token, tokenise

_APPOSED = 160
"""How many characters before "who" the name may stand that it follows."""
_DESCRIBED = 6
"""Words before "who" in which the description begins that it follows."""
_JOINED = frozenset({"of", "and", "or"})
_PLACED = frozenset({"in", "on", "at", "near", "inside"})
"""Words before a description that may belong to another one before it."""
_ALL_OVER = frozenset({"across", "throughout", "around"})
"""Those that do: "people across the country who"."""
_PERSONS, _THINGS = ("person", "group", ""), ("body", "document", "dataset", "outlet")


def resolve_relative(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome:
    """ "who" is whoever is named right before it, an apposition apart, or else described there."""
    start = mention.span.start
    shown = " ".join(mention.text.split())
    persons = parsed.text.split()[0].lower() != "which"
    begin = max(scene.sentence_starts[scene.sentence_at(start)], start - _APPOSED)
    before = list(scene.named_between(begin, start))
    for occurrence in reversed(before):
        entity = scene.entity(occurrence.key)
        between = scene.text[occurrence.end : start]
        beside = not between.strip(" ,\n–—-")
        if not beside and not (entity.kind == "person" and _is_apposition(between)):
            continue
        # Behind "in Ashby, who" and "Moss of Ashby, who" the place is not meant.
        if persons and entity.kind not in ("person", "group", ""):
            continue
        return Outcome(occurrence.key, f"“{shown}” follows the name {entity.name}")
    described = _find_description(tokenise(scene.text, begin, start), scene.lexicon)
    key = _describe(described, parsed, scene) if described is not None else None
    if described is None or key is None:
        return Outcome(None, f"“{shown}” follows no name")
    return Outcome(key, f"“{shown}” follows “{' '.join(described.of(scene.text).split())}”")


def _describe(described: Span, parsed: Parsed, scene: Scene) -> str | None:
    """Whom the words `described`, with the relative clause behind them, stand for."""
    mention = Mention(described, described.of(scene.text))
    one = parse_mention(mention.text, scene.lexicon)
    phrase = one.phrase
    kinds = _THINGS if parsed.text.split()[0].lower() == "which" else _PERSONS
    if phrase.form != "description" or not phrase.head or phrase.kind not in kinds:
        return None
    before = scene.text[max(described.start - _APPOSED, 0) : described.start].lower().split()
    # Of "the driver of the van who ..." the driver is meant.
    others = _JOINED | _ALL_OVER | (frozenset() if phrase.kind == "person" else _PLACED)
    if before and before[-1] in others:
        return None
    one = replace(one, relative=parsed.text)
    key = resolve_description(mention, one, scene).key
    # What "the clerk who ..." means may be told by its clause, and not before.
    if key is None and not find_candidates(mention, phrase, scene):
        key = describe_unnamed(mention, one, scene).key
    return key


def _is_apposition(between: str) -> bool:
    """Whether only what describes a name stands between it and "who": ", a pilot, ", " (R.) "."""
    words = between.strip()
    opens = words.startswith((",", "("))
    return opens and not any(mark in words for mark in ("“", '"', ";", ":")) and words[-1] in ",)"


def _find_description(words: tuple[Token, ...], lexicon: Lexicon) -> Span | None:
    """The noun phrase at the end of `words`, from its article on; of one without, its noun."""
    while words and words[-1].text in (",", "-", "–", "—"):
        words = words[:-1]
    if not words or not words[-1].is_word:
        return None
    last = words[-1]
    for word in reversed(words[-_DESCRIBED:]):
        if not (word.is_word or word.text[0].isdigit()) or word.lower in ("of", "and", "or"):
            return None
        if any(
            lexicon.has(name, word.lower)
            for name in ("definite-words", "fresh-words", "possessive-words")
        ):
            return Span(word.start, last.end) if word is not last else None
        if lexicon.has("prepositions", word.lower):
            break
    # "Told officials who ...": without an article only a crowd is sure to begin there.
    single = lexicon.singular(last.lower)
    crowd = single != last.lower and single in lexicon.nouns
    return last.span if crowd else None
