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
_JOINED = (["of"], ["and"], ["or"])
_PLACED = (["in"], ["on"], ["at"], ["near"], ["inside"])
"""Words before a description that may belong to another one before it."""
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
    if described is not None:
        text = described.of(scene.text)
        one = parse_mention(text, scene.lexicon)
        held = scene.text[begin : described.start].lower().split()[-1:]
        kinds = _PERSONS if persons else _THINGS
        # Of "the driver of the van who ..." the driver is meant.
        alone = held not in _JOINED and (one.phrase.kind == "person" or held not in _PLACED)
        fits = one.phrase.form == "description" and one.phrase.head and one.phrase.kind in kinds
        if fits and alone:
            place = Mention(described, text)
            # What "the clerk who ..." means may be told by its clause, and not before.
            one = replace(one, relative=parsed.text)
            key = resolve_description(place, one, scene).key
            if key is None and not find_candidates(place, one.phrase, scene):
                key = describe_unnamed(place, one, scene).key
            if key is not None:
                return Outcome(key, f"“{shown}” follows “{' '.join(text.split())}”")
    return Outcome(None, f"“{shown}” follows no name")


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
