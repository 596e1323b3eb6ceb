"""Kind "anonymous-attack": someone nobody can find runs a person down.

A pejorative noun must be said of somebody ("she is a liar", "called him a coward"), and a
pejorative adjective of a person ("the mayor is corrupt"): criticism of a policy is no attack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_voiced
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Words between "is" and the pejorative: "is a complete and utter fool".
_LONGEST_GAP = 5
_LONGEST_PHRASE = 12
_NEGATIONS = frozenset(("not", "never", "no", "nobody", "hardly", "isn't", "wasn't", "aren't"))
_ARTICLES = frozenset(("a", "an", "the", "such", "as"))


@dataclass(frozen=True, slots=True)
class AnonymousAttack:
    """Options of the kind.

    stances     stances of a cue that attacks nobody ("asked whether he was a liar")
    classes     source classes that stand for nobody a reader can find
    nouns       pejoratives for a person ("liar")
    adjectives  pejoratives that are one only when said of a person ("corrupt")
    persons     words that stand for a person ("he", "mayor")
    copulas     forms of "be" and the like
    naming      lemmas of cues that name somebody something ("call", "brand")
    named       words for the one who is called something ("him")
    phrases     wordings that run down whoever they are said of ("out of his depth")
    everyone    sources who are nobody at all ("everyone")
    """

    stances: tuple[str, ...]
    classes: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    persons: tuple[str, ...]
    copulas: tuple[str, ...]
    naming: tuple[str, ...]
    named: tuple[str, ...]
    phrases: tuple[str, ...]
    everyone: tuple[str, ...]


def find_anonymous_attacks(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding an attribution: the first pejorative in what the hidden speaker says."""
    options = read_options(rule, AnonymousAttack)
    phrases = compile_phrases(options.phrases, draft.rulebook)
    for resolved in draft.attributions:
        found = resolved.attribution
        # Within another's words it is that other who tells of the attack.
        if found.source is None or is_voiced(draft, found.source.span):
            continue
        if not _is_hidden(draft, resolved, options):
            continue
        named = found.cue is not None and found.cue.lemma.lower() in options.naming
        if found.cue is not None and found.cue.stance in options.stances and not named:
            continue
        for content in found.content:
            attack = _find_attack(draft.text, content, options, named=named) or _find_phrase(
                draft.text, content, options, phrases
            )
            if attack is not None:
                words = (
                    ("source", excerpt(draft.text, found.source.span)),
                    ("words", excerpt(draft.text, attack)),
                )
                yield Finding(attack, values=words)
                break


def _is_hidden(draft: Draft, resolved: ResolvedAttribution, options: AnonymousAttack) -> bool:
    source = resolved.attribution.source
    if source is None or source.text.lower() in options.everyone:
        return False
    last = resolved.chain[-1].source_class if resolved.chain else None
    # "The senator", introduced in no attribution, may have been named in plain text.
    known = resolved.source_id not in draft.introduced
    return last is not None and last.lower() in options.classes and not known


def _find_attack(text: str, content: Span, options: AnonymousAttack, *, named: bool) -> Span | None:
    tokens = tokenise(text, content.start, content.end)
    for place, token in enumerate(tokens):
        is_noun = token.lower in options.nouns
        if not is_noun and token.lower not in options.adjectives:
            continue
        if not is_noun and place + 1 < len(tokens) and tokens[place + 1].is_word:
            # "Is a corrupt system": the adjective belongs to the noun after it. Whoever is called
            # "a second-rate clerk" is run down all the same.
            follower = tokens[place + 1].lower
            belongs = follower not in options.copulas and follower not in _FOLLOWERS
            start = _find_called(tokens, place, options) if named and belongs else None
            if start is not None:
                return Span(tokens[start].start, token.end)
            if belongs:
                continue
        start = _find_subject(tokens, place, options, noun=is_noun)
        if start is None and named and is_noun:
            start = _find_called(tokens, place, options)
        if start is not None:
            return Span(tokens[start].start, token.end)
    return None


_FOLLOWERS = frozenset(
    ("and", "or", "but", "for", "to", "in", "as", "because", "when", "who", "he")
)


# A quotation mark may open within what is said: The governor is "a narcissist".
_MARKS = frozenset(("'s", "’s", ",", '"', "“", "‘", "'", "-"))


def _find_phrase(
    text: str, content: Span, options: AnonymousAttack, phrases: Searcher
) -> Span | None:
    """A wording that runs a person down, with the person before it."""
    match = phrases.search(text, content.start, content.end)
    if match is None:
        return None
    tokens = tokenise(text, content.start, match.end())
    # The wording is at most so long, and the person close before it or in it.
    for token in tokens[-_LONGEST_PHRASE:]:
        word = token.lower.removesuffix("'s")
        if word in options.persons or word.partition("'")[0] in ("he", "she"):
            return Span(min(token.start, match.start()), match.end())
    return None


def _find_subject(
    tokens: tuple[Token, ...], place: int, options: AnonymousAttack, *, noun: bool
) -> int | None:
    """Index of the person that the word at `place` is said of: "[he] is a complete fool"."""
    for back in range(place - 1, max(place - 2 - _LONGEST_GAP, -1), -1):
        if tokens[back].lower in _NEGATIONS or not (
            tokens[back].is_word or tokens[back].lower in _MARKS
        ):
            return None
        if tokens[back].lower not in options.copulas:
            continue
        if back == 0 or tokens[back - 1].lower in _NEGATIONS:
            return None
        subject = tokens[back - 1]
        is_name = subject.is_capitalised and (
            noun or (back > 1 and tokens[back - 2].is_capitalised)
        )
        return back - 1 if is_name or subject.lower in options.persons else None
    return None


def _find_called(tokens: tuple[Token, ...], place: int, options: AnonymousAttack) -> int | None:
    """Index at which "a liar" or "her a petty liar" begins, when that is all that is said."""
    words = [index for index in range(place) if tokens[index].is_word]
    if not words or len(words) > _LONGEST_GAP:
        return None
    first = tokens[words[0]]
    is_person = first.is_capitalised or first.lower in options.named
    return words[0] if is_person or first.lower in _ARTICLES else None
