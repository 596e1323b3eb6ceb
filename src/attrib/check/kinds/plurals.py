"""Kind "plural-of-one": several sources who turn out to be one.

"Officials said ... the official added": unless somebody was set apart in between ("one of the
officials"), there is either one source made out to be many, or one of many whom nobody
introduced. The same shows in a plural that says "I", in "the sources" after "a source", and in
a headline's "sources" over a body that has one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, in_headline, is_silent, is_voiced, sentence_at
from attrib.check.options import read_options
from attrib.check.unnamed import Unnamed, find_unnamed, is_plural
from attrib.check.words import stem
from attrib.records import Mention, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Words between "the" and the noun: "the senior defence official".
_LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class PluralOfOne:
    """Options of the kind.

    nouns     nouns for sources, in the singular
    alike     of these, the ones that may stand for one another ("the person" after "sources")
    pointers  words that point back ("the", "that")
    apart     words that set one apart from several ("one", "another")
    owned     words of a quote that only one person can say ("I")
    pronouns  words for one person who goes on speaking ("he")
    """

    nouns: tuple[str, ...]
    alike: tuple[str, ...]
    pointers: tuple[str, ...]
    apart: tuple[str, ...]
    owned: tuple[str, ...]
    pronouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun for a source, from its pointer or count on: how many it stands for, and how."""

    span: Span
    group: str
    plural: bool
    pointing: bool


def find_plurals_of_one(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first sign of it for each kind of source, in the body or in the headline."""
    options = read_options(rule, PluralOfOne)
    nouns = _Nouns(draft, options)
    several = [
        unnamed
        for unnamed in find_unnamed(draft, draft.rulebook.terms_of("speaking-verbs"))
        if unnamed.plural and not unnamed.points_back and nouns.group_of(unnamed.head)
    ]
    told: set[str] = set()
    found = [*_find_resumed(draft, nouns, several, options), *_find_first_person(draft, nouns, several, options)]
    for span, group, before in sorted(found):
        if group not in told:
            told.add(group)
            values = (("words", excerpt(draft.text, span)), ("before", excerpt(draft.text, before)))
            related = (Passage(before, "called so here"),) if before != span else ()
            yield Finding(span, values=values, related=related)
    if not told:
        yield from _find_in_headline(draft, nouns)


class _Nouns:
    """The nouns for sources in the body, in reading order."""

    def __init__(self, draft: Draft, options: PluralOfOne) -> None:
        self._draft, self._options = draft, options
        self._alike = frozenset(stem(word, draft.vocabulary) for word in options.alike)
        self._stems = frozenset(stem(word, draft.vocabulary) for word in options.nouns)
        self.of_body = [
            noun
            for noun in self.find(tokenise(draft.text))
            if not is_silent(draft, noun.span) and not in_headline(draft, noun.span.start)
        ]
        self._starts = [noun.span.start for noun in self.of_body]

    def group_of(self, head: Token) -> str:
        """What kind of source the noun stands for; "" for none."""
        found = stem(head.lower, self._draft.vocabulary)
        if found in self._alike:
            return "source"
        return found if found in self._stems else ""

    def find(self, tokens: tuple[Token, ...]) -> Iterator[_Noun]:
        """The nouns among the tokens; "one of the officials" is one official."""
        for place, token in enumerate(tokens):
            group = self.group_of(token) if token.is_word else ""
            if not group:
                continue
            first = place
            while first > max(place - _LONGEST_GAP, 0) and self._is_modifier(tokens[first - 1]):
                first -= 1
            before = tokens[max(first - 3, 0) : first]
            pointing = bool(before) and before[-1].lower in self._options.pointers
            if pointing and token.is_capitalised:
                continue
            plural = is_plural(token.lower)
            if plural and any(word.lower in self._options.apart for word in before):
                plural, pointing = False, False
            start = before[-1].start if pointing else tokens[first].start
            yield _Noun(Span(start, token.end), group, plural, pointing)

    def _is_modifier(self, token: Token) -> bool:
        return token.is_word and token.lower not in self._draft.vocabulary.function_words

    def between(self, start: int, end: int) -> list[_Noun]:
        return self.of_body[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _find_resumed(
    draft: Draft, nouns: _Nouns, several: list[Unnamed], options: PluralOfOne
) -> Iterator[tuple[Span, str, Span]]:
    """Where one speaks who was several before, or several who were one."""
    singles: dict[str, Span] = {}
    plurals: dict[str, Span] = {}
    reached = 0
    for mention in _speakers(draft):
        for noun in nouns.between(reached, mention.span.start):
            if not noun.pointing:
                (plurals if noun.plural else singles).setdefault(noun.group, noun.span)
        reached = max(reached, mention.span.start)
        words = tokenise(draft.text, mention.span.start, mention.span.end)
        noun = next(iter(nouns.between(mention.span.start, mention.span.end)), None)
        if words[0].lower in options.apart and (noun is None or words[1].lower == "of"):
            singles.update((group, mention.span) for group in plurals)
        elif noun is not None and noun.pointing and _is_head(draft, noun, mention):
            known, other = (plurals, singles) if noun.plural else (singles, plurals)
            if noun.group not in known and noun.group in other:
                yield mention.span, noun.group, other[noun.group]
        elif len(words) == 1 and words[0].lower in options.pronouns:
            before = _several_before(draft, several, mention.span)
            if before is not None:
                yield mention.span, nouns.group_of(before.head), before.span


def _speakers(draft: Draft) -> list[Mention]:
    """Whoever is said to speak in the body, in reading order, outside what others say."""
    mentions = {
        mention
        for resolved in draft.attributions
        if (mention := resolved.attribution.source) is not None
        and resolved.attribution.modality == "actual"
        and not is_silent(draft, mention.span)
        and not is_voiced(draft, mention.span)
        and not in_headline(draft, mention.span.start)
    }
    return sorted(mentions)


_ORDINALS = frozenset(("first", "second", "third", "fourth", "last", "latter", "other", "next"))


def _is_head(draft: Draft, noun: _Noun, mention: Mention) -> bool:
    """Whether the mention is the noun, not "the first official [acknowledgement]"."""
    ordinal = tokenise(draft.text, *_ends(noun.span))[1].lower in _ORDINALS
    after = tokenise(draft.text, noun.span.end, mention.span.end)
    breaks = draft.rulebook.terms_of("description-breaks")
    starts = noun.span.start == mention.span.start and not ordinal
    return starts and not (after and after[0].is_word and after[0].lower not in breaks)


def _several_before(draft: Draft, several: list[Unnamed], span: Span) -> Unnamed | None:
    """The several just before a "he" that nobody else near can be."""
    place = bisect_left(several, span.start, key=lambda unnamed: unnamed.span.start) - 1
    here = sentence_at(draft, span.start)
    if place < 0 or here is None:
        return None
    last = several[place]
    then = sentence_at(draft, last.span.start)
    if then is None or here - then > 1:
        return None
    start = draft.segmentation.sentences[then].span.start
    tokens = tokenise(draft.text, start, span.start)
    persons = [draft.rulebook.terms_of(f"roles-{name}") for name in _ROLES]
    for token, before in zip(tokens[1:], tokens, strict=False):
        if last.span.covers(token.span):
            continue
        if token.is_capitalised and before.is_word:
            return None
        if any(token.lower in terms for terms in persons):
            return None
    return last


_ROLES = ("office", "expert", "participant", "spokesperson")


def _find_first_person(
    draft: Draft, nouns: _Nouns, several: list[Unnamed], options: PluralOfOne
) -> Iterator[tuple[Span, str, Span]]:
    """Several who say "I" in one quote."""
    for unnamed in several:
        found = unnamed.resolved.attribution
        if found.voice != "direct":
            continue
        words = [word for part in found.content for word in tokenise(draft.text, *_ends(part))]
        if any(word.lower in options.owned for word in words):
            yield unnamed.span, nouns.group_of(unnamed.head), unnamed.span


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _find_in_headline(draft: Draft, nouns: _Nouns) -> Iterator[Finding]:
    """A headline's "sources say" over a body that has a single one."""
    headline = draft.headline
    if headline is None:
        return
    for noun in nouns.find(tokenise(headline.text, *_ends(headline.span))):
        in_body = [other for other in nouns.of_body if other.group == noun.group]
        singles = [other for other in in_body if not other.plural and not other.pointing]
        if noun.plural and len(singles) == 1 and not any(other.plural for other in in_body):
            values = (
                ("words", excerpt(headline.text, noun.span)),
                ("before", excerpt(draft.text, singles[0].span)),
            )
            related = (Passage(singles[0].span, "the only one of the body"),)
            yield Finding(noun.span, headline.field, values, related)
            return
