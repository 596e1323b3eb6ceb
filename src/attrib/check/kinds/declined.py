"""Kind "unnamed-and-declined": somebody speaks without a name, and has "declined to comment".

Who talks on background has not declined: a draft that says both misleads about one of them. That
both are the same is told by words that both descriptions share, or by a group that is small.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, in_headline, is_silent, sentence_at
from attrib.check.individuals import is_individual, is_person_head
from attrib.check.options import read_options
from attrib.check.persons import PersonWords
from attrib.check.phrasing import compile_phrases
from attrib.check.refusals import find_refusals
from attrib.check.unnamed import Unnamed, find_unnamed
from attrib.check.words import content_stems, stem
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Letters by which "finances" and "financial" are one word.
_PREFIX = 5
# The farthest the one who declined begins before the phrase, in words.
_SUBJECT = 16
# A clause of so few words, the mark before it counted, goes on about whoever stands before it.
_SHORTEST = 4
# A full stop within a sentence is that of a title ("Gen.").
_MARKS = frozenset((";", ":", "?", "!"))


@dataclass(frozen=True, slots=True)
class UnnamedAndDeclined:
    """Options of the kind.

    phrases    wordings that say somebody would not speak ("declined to comment")
    shapes     more of them, written as in `wording` ("brushed {0-4} aside {0-5} questions")
    voices     who speaks for another: "the mayor's [spokesman]" refuses for the mayor
    generic    words of a description that tell one person or office from no other ("official")
    roles      more of these, where no name is said to be held back ("director")
    """

    phrases: tuple[str, ...]
    shapes: tuple[str, ...]
    voices: tuple[str, ...]
    roles: tuple[str, ...]
    generic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hidden:
    """A speaker without a name: the stems that describe them, and those of all they say."""

    span: Span
    sentence: int | None
    own: frozenset[str]
    around: frozenset[str]


def find_unnamed_and_declined(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each refusal of somebody who speaks without a name elsewhere."""
    options = read_options(rule, UnnamedAndDeclined)
    matches = find_refusals(draft, options.phrases, options.shapes)
    if not matches:
        return
    generic = frozenset(stem(word, draft.vocabulary) for word in options.generic)
    hidden = list(_find_hidden(draft, options, generic))
    told: set[int] = set()
    for span in sorted(matches):
        here = sentence_at(draft, span.start)
        answer = draft.text[span.start] in '"“‘'
        silent = is_silent(draft, span) and not answer
        if here is None or silent or here in told or in_headline(draft, span.start):
            continue
        start = draft.segmentation.sentences[here].span.start
        every = tokenise(draft.text, start, span.end)
        marks = [place for place, token in enumerate(every) if token.text in _MARKS]
        # "Each of the five was asked; all refused."
        if marks and len(every) - marks[-1] <= _SHORTEST:
            marks.pop()
        cut = marks[-1] if marks else -1
        # 'Moss answered with two words: "No comment."'
        quoted = is_silent(draft, span)
        subject = every[:_SUBJECT] if quoted else every[cut + 1 :][-_SUBJECT:]
        decliner = _Decliner(draft, _without_owner(draft, subject, hidden, options), here, generic)
        speaker = next((one for one in hidden if decliner.may_be(one)), None)
        if speaker is not None and subject:
            told.add(here)
            yield _tell(draft, Span(min(subject[0].start, span.start), span.end), speaker)


class _Decliner:
    """Whoever would not speak: the words before the phrase, and what is told of a bare name."""

    def __init__(
        self, draft: Draft, subject: tuple[Token, ...], here: int, generic: frozenset[str]
    ) -> None:
        self._here, self._introduced = here, frozenset[str]()
        self._stems = frozenset(content_stems(subject, draft.vocabulary)) - generic
        clause = next(
            (place for place, token in enumerate(subject) if token.lower in ("who", "whose")),
            len(subject),
        )
        self._clause = frozenset(content_stems(subject[clause:], draft.vocabulary)) - generic
        names = {token.text for token in subject if token.is_capitalised}
        if here and subject and len([token for token in subject if token.is_word]) <= _BARE:
            before = draft.segmentation.sentences[here - 1].span
            words = tokenise(draft.text, before.start, before.end)
            if any(token.text in names for token in words):
                self._introduced = frozenset(content_stems(words, draft.vocabulary)) - generic

    def may_be(self, hidden: _Hidden) -> bool:
        if hidden.sentence == self._here:
            return False
        if _meet(self._stems, hidden.own) or (self._clause & hidden.around):
            return True
        # The sentence before has the bare name; what it tells may be what the hidden one told.
        if not self._introduced or hidden.sentence == self._here - 1:
            return False
        own = bool(self._introduced & hidden.own)
        return own or len(self._introduced & hidden.around) >= _SHARED


def _without_owner(
    draft: Draft,
    subject: tuple[Token, ...],
    hidden: Collection[_Hidden],
    options: UnnamedAndDeclined,
) -> tuple[Token, ...]:
    """The subject less what another person than a spokesman belongs to: "the mill's [buyer]".

    Whom the sentence of somebody hidden tells of ("a trustee") may be the hidden one.
    """
    persons = PersonWords(draft)
    for place, token in enumerate(subject[:-1]):
        head = subject[place + 1]
        other = head.lower in persons and head.lower not in options.voices
        if token.lower in ("'s", "’s") and other:
            word = head.lower.removesuffix("s")
            told = any(word in _sentence(draft, one).lower() for one in hidden)
            return subject if told else subject[place + 1 :]
    return subject


def _sentence(draft: Draft, hidden: _Hidden) -> str:
    if hidden.sentence is None:
        return hidden.span.of(draft.text)
    return draft.segmentation.sentences[hidden.sentence].span.of(draft.text)


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    theirs = frozenset(word.removeprefix("co-") for word in theirs)
    beginnings = {word[:_PREFIX] for word in theirs if len(word) >= _PREFIX}
    return any(
        word.removeprefix("co-") in theirs
        or (len(word) >= _PREFIX and word[:_PREFIX] in beginnings)
        for word in ours
    )


# A subject and its verb of so few words are those of a name that was introduced before.
_BARE = 6
# Stems of a sentence that make two speak of one thing.
_SHARED = 2


def _find_hidden(
    draft: Draft, options: UnnamedAndDeclined, generic: frozenset[str]
) -> Iterator[_Hidden]:
    roles = frozenset(stem(word, draft.vocabulary) for word in options.roles)
    held = _Held(draft)
    for unnamed in find_unnamed(draft, draft.rulebook.terms_of("speaking-verbs")):
        is_held = held.near(unnamed.span)
        if is_held or _is_one(draft, unnamed):
            after = _until(unnamed.after, _REASONS if is_held else (*_REASONS, "who", "whose"))
            words = (*unnamed.before, unnamed.head, *after)
            words = (*words, *_told_later(draft, words))
            left_out = generic if is_held else generic | roles
            yield _describe(draft, unnamed.span, words, left_out)
    persons = PersonWords(draft)
    for resolved in draft.attributions:
        mention = resolved.attribution.source
        if mention is None or is_silent(draft, mention.span) or not held.near(mention.span):
            continue
        words = _until(tokenise(draft.text, mention.span.start, mention.span.end), _REASONS)
        # Who is named further down may be known to the earlier stages already.
        owned = bool(words) and words[0].lower in _OWNERS
        if (owned or any(word.lower in persons for word in words)) and not _holds_name(words):
            yield _describe(draft, mention.span, (*words, *_told_later(draft, words)), generic)


_OWNERS = frozenset(("his", "her", "its", "their", "our"))


def _told_later(draft: Draft, words: Sequence[Token]) -> Iterator[Token]:
    """The words of "the general, who heads the staff", where one of the generals spoke before."""
    heads = {stem(word.text, draft.vocabulary) for word in words if word.is_word}
    for resolved in draft.attributions:
        mention = resolved.attribution.source
        if mention is None:
            continue
        told = tokenise(draft.text, mention.span.start, mention.span.end)
        if len(told) < 4 or told[0].lower not in ("the", "that", "this"):
            continue
        if stem(told[1].text, draft.vocabulary) in heads and told[2].text == ",":
            yield from told[2:]


def _describe(draft: Draft, span: Span, words: Iterable[Token], generic: frozenset[str]) -> _Hidden:
    here = sentence_at(draft, span.start)
    whole = draft.segmentation.sentences[here].span if here is not None else span
    around = content_stems(tokenise(draft.text, whole.start, whole.end), draft.vocabulary)
    # "Senator Cole" is no other senator.
    persons, told = PersonWords(draft), tuple(words)
    plain = [
        word
        for word, after in zip_longest(told, told[1:])
        if word and not (after and after.is_capitalised and word.lower in persons)
    ]
    own = frozenset(content_stems(plain, draft.vocabulary)) - generic
    return _Hidden(span, here, own, frozenset(around) - generic)


def _holds_name(words: Sequence[Token]) -> bool:
    """Whether two words with a capital stand together, or one behind a comma."""
    return any(
        other.is_capitalised and (word.is_capitalised or word.text == ",")
        for word, other in pairwise(words)
    )


class _Held:
    """The sentences in which, or right before which, a name is said to be held back."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        pattern = compile_phrases(draft.rulebook.terms_of("anonymity"), draft.rulebook)
        places = (
            sentence_at(draft, match.start())
            for match in pattern.finditer(draft.text)
            if not is_silent(draft, Span(*match.span()))
        )
        self._near = {near for place in places if place is not None for near in (place - 1, place)}

    def near(self, span: Span) -> bool:
        return sentence_at(self._draft, span.start) in self._near


# They open the reason for the silence, which names whom the name is kept from.
_REASONS = ("because", "asked", "not")


def _until(words: tuple[Token, ...], stops: Collection[str]) -> tuple[Token, ...]:
    """The description up to the first of the words in `stops`."""
    stop = next((place for place, word in enumerate(words) if word.lower in stops), len(words))
    return words[:stop]


def _is_one(draft: Draft, unnamed: Unnamed) -> bool:
    """Whether one person speaks, be it "a founder", "its director" or "the surgeon who ..."."""
    if is_individual(draft, unnamed, ()):
        return True
    told = unnamed.opening in ("its", "his", "her", "their", "the") and not unnamed.plural
    return told and is_person_head(draft, unnamed)


def _tell(draft: Draft, span: Span, hidden: _Hidden) -> Finding:
    values = (
        ("words", excerpt(draft.text, hidden.span)),
        ("declined", excerpt(draft.text, span)),
    )
    return Finding(span, values=values, related=(Passage(hidden.span, "speaks here"),))
