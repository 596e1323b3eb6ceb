"""Kind "plural-of-one": several sources who turn out to be one.

"Officials said ... the official added": unless somebody was set apart in between ("one of the
officials"), there is either one source made out to be many, or one of many whom nobody
introduced. The same shows in a plural that says "I", in "the sources" after "a source", and in
a headline's "sources" over a body that has one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    sentence_at,
)
from attrib.check.individuals import is_insider
from attrib.check.names import first_names, title_words
from attrib.check.options import read_options
from attrib.check.resumed import Speaker, find_speakers, may_be
from attrib.check.source_nouns import SourceNoun, SourceNouns
from attrib.check.unnamed import Unnamed, find_unnamed
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

# Nouns of a headline that are looked for in the body.
_MOST = 5


@dataclass(frozen=True, slots=True)
class PluralOfOne:
    """Options of the kind.

    nouns     nouns for sources, in the singular
    alike     of these, the ones that may stand for one another ("the person" after "sources")
    pointers  words that point back ("the", "that")
    apart     words that set one apart from several ("one", "another")
    owned     words of a quote that only one person can say ("I")
    pronouns  words for one person who goes on speaking ("he")
    generic   nouns for anybody, of whom several and one need not be the same ("man")
    """

    nouns: tuple[str, ...]
    alike: tuple[str, ...]
    pointers: tuple[str, ...]
    apart: tuple[str, ...]
    owned: tuple[str, ...]
    pronouns: tuple[str, ...]
    generic: tuple[str, ...]


def find_plurals_of_one(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first sign of it for each kind of source, in the body or in the headline."""
    options = read_options(rule, PluralOfOne)
    nouns = SourceNouns(
        draft, options.nouns, options.alike, options.pointers, options.apart, options.generic
    )
    several = [
        unnamed
        for unnamed in find_unnamed(draft, draft.rulebook.terms_of("speaking-verbs"))
        if unnamed.plural and not unnamed.points_back and nouns.group_of(unnamed.head)
    ]
    told: set[str] = set()
    found = [
        *_find_resumed(draft, nouns, several, options),
        *_find_first_person(draft, nouns, several, options),
    ]
    for span, group, before in sorted(found):
        if group not in told:
            told.add(group)
            values = (("words", excerpt(draft.text, span)), ("before", excerpt(draft.text, before)))
            related = (Passage(before, "called so here"),) if before != span else ()
            yield Finding(span, values=values, related=related)
    if not told:
        yield from _find_in_headline(draft, nouns)


def _find_resumed(
    draft: Draft, nouns: SourceNouns, several: list[Unnamed], options: PluralOfOne
) -> Iterator[tuple[Span, str, Span]]:
    """Where one speaks who was several before, or several who were one."""
    singles: dict[str, Span] = {}
    plurals: dict[str, Span] = {}
    reached = 0
    before: Speaker | None = None
    for speaker in find_speakers(draft, nouns):
        span = speaker.span
        for noun in nouns.between(reached, span.start):
            if not noun.pointing:
                (plurals if noun.plural else singles).setdefault(noun.group, noun.span)
        reached = max(reached, span.start)
        words = tokenise(draft.text, span.start, span.end)
        own = nouns.within(span)
        if words[0].lower in options.apart and (
            own is None or [word.lower for word in words[1:2]] == ["of"]
        ):
            singles.update((group, span) for group in plurals)
        elif own is not None and _goes_back(draft, own) and _is_head(draft, own, span):
            known, other = (plurals, singles) if own.plural else (singles, plurals)
            origin = other.get(own.group)
            if origin is None and not own.plural and _is_that(draft, own):
                origin = _crowd_before(draft, several, span)
            meant = not speaker.unknown or (before is not None and may_be(draft, before, own))
            listed = not own.plural or nouns.is_listed(own)
            # "The pilot of the second plane" is set apart.
            meant = meant or any(word.lower in _ORDINALS for word in words)
            if own.group not in known and origin is not None and listed and not meant:
                yield span, own.group, origin
        elif speaker.unknown and len(words) == 1 and words[0].lower in options.pronouns:
            last = _several_before(draft, several, span)
            if last is not None:
                yield span, nouns.group_of(last.head), last.span
        before = speaker


_ORDINALS = frozenset(("first", "second", "third", "fourth", "last", "latter", "other", "next"))


def _is_head(draft: Draft, noun: SourceNoun, span: Span) -> bool:
    """Whether the speaker is the noun, not "the first official [acknowledgement]"."""
    ordinal = tokenise(draft.text, *_ends(noun.span))[1].lower in _ORDINALS
    after = tokenise(draft.text, noun.span.end, span.end)
    breaks = draft.rulebook.terms_of("description-breaks")
    starts = noun.span.start <= span.start and not ordinal
    # "The senator's allies" are others.
    owned = bool(after) and after[0].lower in ("'s", "’s", "'")
    return (
        starts and not owned and not (after and after[0].is_word and after[0].lower not in breaks)
    )


def _crowd_before(draft: Draft, several: list[Unnamed], span: Span) -> Span | None:
    """Whoever spoke in the plural, or as a staff, before "that teacher"."""
    last = [unnamed.span for unnamed in several if unnamed.span.start < span.start][-1:]
    if last:
        return last[0]
    found = _STAFF.search(draft.text, 0, span.start)
    return Span(*found.span()) if found else None


def _several_before(draft: Draft, several: list[Unnamed], span: Span) -> Unnamed | None:
    """The several before a "he" that nobody else near can be; "they" may go on in between."""
    place = bisect_left(several, span.start, key=lambda unnamed: unnamed.span.start) - 1
    here = sentence_at(draft, span.start)
    if place < 0 or here is None:
        return None
    last = several[place]
    then = sentence_at(draft, last.span.start)
    if then is None or here - then > _GOING_ON:
        return None
    sentences = draft.segmentation.sentences
    between = [sentences[index].span.of(draft.text) for index in range(then + 1, here)]
    if not all(text.split(maxsplit=1)[0].lower() in ("they", "the") for text in between):
        return None
    tokens = tokenise(draft.text, sentences[then].span.start, span.start)
    dates = draft.rulebook.terms_of("months") | draft.rulebook.terms_of("weekdays")
    titles, places = title_words(draft.rulebook), draft.rulebook.terms_of("quote-places")
    persons = [draft.rulebook.terms_of(f"roles-{name}") for name in _ROLES]
    given = first_names(draft.rulebook)
    for token, before in zip(tokens[1:], tokens, strict=False):
        if last.span.covers(token.span):
            continue
        name = token.is_capitalised and before.is_word and token.lower not in dates
        if name and (token.lower in given | titles or before.lower not in places | _ARTICLES):
            return None
        if any(token.lower in terms for terms in persons):
            return None
    return last


def _goes_back(draft: Draft, noun: SourceNoun) -> bool:
    """Whether it points to somebody, not "grumbled that no holder ..."."""
    pointer = tokenise(draft.text, *_ends(noun.span))[0].lower
    return noun.pointing and (pointer not in _THAT or _is_that(draft, noun))


def _is_that(draft: Draft, noun: SourceNoun) -> bool:
    """Whether it is "that teacher", and not "said that teachers"."""
    start = noun.span.start
    before = tokenise(draft.text, max(start - _BESIDE, 0), start)[-1:]
    pointer = tokenise(draft.text, *_ends(noun.span))[0].lower
    spoken = not before or not before[0].is_word or before[0].lower == "to"
    return pointer in _THAT and spoken


_THAT = frozenset(("that", "this"))
_ARTICLES = frozenset(("the", "a", "an"))
_STAFF = re.compile(r"\b(?:staff|crew|team|personnel|workforce|employees|workers)\b", re.IGNORECASE)
# So many sentences on, "he" may still go back to several.
_GOING_ON = 3
# Characters beside a noun in which a verb of speech is looked for.
_BESIDE = 20
_ROLES = ("office", "expert", "participant", "spokesperson")


def _find_first_person(
    draft: Draft, nouns: SourceNouns, several: list[Unnamed], options: PluralOfOne
) -> Iterator[tuple[Span, str, Span]]:
    """Several who say "I" in one quote."""
    for unnamed in several:
        found = unnamed.resolved.attribution
        # Of a crowd everybody says "I".
        if found.voice != "direct" or not is_insider(draft, unnamed, ()):
            continue
        words = [word for part in found.content for word in tokenise(draft.text, *_ends(part))]
        if any(word.lower in options.owned for word in words):
            yield unnamed.span, nouns.group_of(unnamed.head), unnamed.span


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _find_in_headline(draft: Draft, nouns: SourceNouns) -> Iterator[Finding]:
    """A headline's "sources say" over a body that has a single one."""
    headline = draft.headline
    if headline is None:
        return
    saying = draft.rulebook.terms_of("speaking-bases")
    tokens = tokenise(headline.text, *_ends(headline.span))
    for noun in islice(nouns.find(tokens), _MOST):
        follower = next((token.lower for token in tokens if token.start >= noun.span.end), "")
        in_body = [other for other in nouns.of_body if other.group == noun.group]
        singles = [other for other in in_body if not other.plural and not other.pointing]
        if (
            nouns.is_listed(noun)
            and noun.plural
            and follower in saying
            and len(singles) == 1
            and not any(other.plural for other in in_body)
        ):
            values = (
                ("words", excerpt(headline.text, noun.span)),
                ("before", excerpt(draft.text, singles[0].span)),
            )
            related = (Passage(singles[0].span, "the only one of the body"),)
            yield Finding(noun.span, headline.field, values, related)
            return
