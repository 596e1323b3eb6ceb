"""Sources put right: who speaks, out of words that also hold what is spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from attrib.extract.grammar import Grammar
from attrib.extract.patterns import POSSESSIVES
from attrib.records import Attribution, Mention, Span
from attrib.tokens import Token, tokenise


def put_right(found: Iterable[Attribution], text: str, grammar: Grammar) -> Iterator[Attribution]:
    """`found`, each source cut down to who speaks."""
    for item in found:
        if item.source is None:
            yield item
            continue
        tokens = tokenise(text, item.source.span.start, item.source.span.end)
        kept = _speaking(tokens, item, grammar)
        if kept and len(kept) < len(tokens):
            span = Span(kept[0].start, kept[-1].end)
            item = replace(item, source=Mention(span, span.of(text)))
        yield item


def _speaking(tokens: tuple[Token, ...], item: Attribution, grammar: Grammar) -> tuple[Token, ...]:
    """The words of a source that are the subject of its cue.

    "Photos that the police said ...", "an incident she said ...": what is spoken of goes. So
    does a relative pronoun, which opens the cue's clause.
    """
    last = tokens[-1].lower if tokens else ""
    if len(tokens) < 2:
        return tokens
    if last in grammar.time_words and tokens[-2].lower in (*POSSESSIVES, "'s"):
        # "Her March comment"
        return tokens[:-1]
    behind = tokens[-2].lower in grammar.prepositions
    if last in grammar.relatives and tokens[-1].text.islower() and not behind:
        end = len(tokens) - 1
        while end > 1 and not (tokens[end - 1].is_word or tokens[end - 1].text[0].isdigit()):
            end -= 1
        return tokens[:end]
    if item.cue is None or item.cue.span.start != tokens[-1].end + 1:
        return tokens
    before = tokens[-2]
    joined = before.lower in grammar.coordinators or not before.is_word
    if last in grammar.personal_pronouns and not joined:
        return tokens[-1:]
    for place in range(len(tokens) - 2, 0, -1):
        word = tokens[place]
        if not (word.text.islower() and word.lower in grammar.relatives):
            continue
        rest = tokens[place + 1 :]
        plain = all(token.is_word and not grammar.is_finite_verb(token) for token in rest)
        opens = rest[0].lower in grammar.determiners or rest[0].is_capitalised
        return rest if plain and opens and len(rest) < _LONGEST else tokens
    return tokens


_LONGEST = 5
"""How many words the subject of a relative clause may have and still be told from a clause."""
