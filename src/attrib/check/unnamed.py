"""Speakers without a name: where an attribution calls one, and the description taken apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, in_headline, is_silent, is_voiced, sentence_at
from attrib.check.heard import UNSEEN, find_heard
from attrib.check.persons import ROLES
from attrib.check.scanning import first_of
from attrib.check.words import stem
from attrib.records import Mention, ResolvedAttribution, SourceClass, Span
from attrib.tokens import Token, tokenise

HIDDEN: frozenset[SourceClass] = frozenset(("UDK", "UOR", "URL", "COL"))
"""Classes of sources without a name whose speaker might have been named."""

# How far a description is followed past a mention cut short, in characters.
_REACH = 160
_PLURALS = frozenset(("people", "men", "women", "children", "folk", "folks", "those", "police"))


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A speaker without a name, as one attribution calls them.

    `before` and `after` are the words of the description on either side of its head; `after`
    runs on past a mention cut short. `span` is what the text gives for the speaker.
    """

    resolved: ResolvedAttribution
    mention: Mention
    span: Span
    before: tuple[Token, ...]
    head: Token
    after: tuple[Token, ...]
    plural: bool

    @property
    def opening(self) -> str:
        return (self.before or (self.head,))[0].lower

    @property
    def description(self) -> str:
        """The whole description in lower case, a space between two words."""
        words = (*self.before, self.head, *self.after)
        return f" {' '.join(token.lower for token in words)} "

    @property
    def name(self) -> str:
        """What the speaker is called, without article or number."""
        return " ".join(token.lower for token in (*self.before[-2:], self.head)[-3:])

    @property
    def points_back(self) -> bool:
        """Whether it is one who was introduced before, or the only one: "the official"."""
        owned = any(token.lower in ("'s", "’s", "'", "’") for token in self.before)
        if self.opening in ("his", "her", "their", "its"):
            return not self.plural
        return self.opening in _POINTERS and not (owned and self.plural)


_OF_PEOPLE = frozenset(("say", "tell", "believe", "add", "admit"))
_POINTERS = frozenset(("the", "this", "that", "these", "such", "both", "same"))
_OUT = frozenset(("he", "she", "they", "it", "we", "i", "you", "who", "which", "whom", "others"))


def find_unnamed(draft: Draft, verbs: Collection[str]) -> Iterator[Unnamed]:
    """Every speaker without a name in the body, in reading order, outside what others say.

    `verbs` are lemmas of cues that show somebody speaking.
    """
    breaks = draft.rulebook.terms_of("description-breaks")
    for resolved in sorted((*draft.attributions, *find_heard(draft)), key=_place):
        found = resolved.attribution
        mention = found.source
        if mention is None or found.cue is None or found.modality != "actual":
            continue
        if found.cue.lemma.lower() not in verbs and found.cue.rule != UNSEEN:
            continue
        if is_silent(draft, mention.span) or is_voiced(draft, first_of(mention.span)):
            continue
        if in_headline(draft, mention.span.start) or not resolved.chain:
            continue
        source_class = resolved.chain[-1].source_class
        # Figures are people when they say something.
        data = source_class == "DAT" and found.cue.lemma in _OF_PEOPLE
        those = source_class is None and mention.text.lower().startswith("those ")
        if source_class not in (*HIDDEN, "ORG") and not data and not those:
            continue
        unnamed = _describe(draft, resolved, mention, breaks)
        # "Associates of the judge" are people, whatever the resolver takes them for.
        if unnamed is not None and (source_class in HIDDEN or _is_people(draft, unnamed.head)):
            yield unnamed


def _place(resolved: ResolvedAttribution) -> tuple[int, int]:
    mention = resolved.attribution.source
    return (mention.span if mention else resolved.attribution.sentence).start, resolved.index


def _describe(
    draft: Draft, resolved: ResolvedAttribution, mention: Mention, breaks: Collection[str]
) -> Unnamed | None:
    start = _widen_left(draft, resolved, mention)
    words = tokenise(draft.text, start, mention.span.end)
    first = _skip_count(words)
    end = next(
        (
            place
            for place in range(first + 1, len(words))
            if not _belongs(words[place])
            or (words[place].lower in breaks and not _is_adjective(words, first, place, breaks))
        ),
        len(words),
    )
    if first >= end or words[first].lower in _OUT or not words[end - 1].is_word:
        return None
    head = words[end - 1]
    if head.is_capitalised and end - 1 > first and not _is_role(draft, head):
        return None
    after = (*words[end:], *_follow(draft, resolved, mention.span.end, breaks))
    if _is_named(after) or _is_apposed(draft, start):
        return None
    single = first > 0 and words[0].lower in ("one", "another")
    return Unnamed(
        resolved,
        mention,
        Span(start, max(mention.span.end, head.end)),
        words[: end - 1],
        head,
        after,
        plural=not single and is_plural(head.lower),
    )


def _is_adjective(
    words: tuple[Token, ...], first: int, place: int, breaks: Collection[str]
) -> bool:
    """Whether a word that opens what narrows a noun down stands before one: "a close aide"."""
    after = words[place + 1 : place + 2]
    opened = place == first + 1 and words[first].lower in _ARTICLES
    return opened and bool(after) and after[0].is_word and after[0].lower not in breaks


_ARTICLES = frozenset(("a", "an", "the", "one", "another"))


def _belongs(token: Token) -> bool:
    return token.is_word or token.text[0].isdigit() or token.lower in ("'s", "’s", "'", "’", ".")


def _skip_count(words: tuple[Token, ...]) -> int:
    """Index behind "one of", "two of": the one who speaks is among those that follow."""
    for place in range(min(len(words) - 2, 4)):
        if words[place + 1].lower == "of" and words[place].lower in _COUNTS:
            return place + 2
    return 0


_COUNTS = frozenset(
    ("one", "two", "three", "four", "five", "some", "several", "many", "most", "another", "none")
)


def _widen_left(draft: Draft, resolved: ResolvedAttribution, mention: Mention) -> int:
    """Where a noun phrase begins that the mention has only the end of: "[White House] sources"."""
    text, start = draft.text, mention.span.start
    here = sentence_at(draft, start)
    floor = draft.segmentation.sentences[here].span.start if here is not None else start
    cue = resolved.attribution.cue
    if cue is not None and cue.span.end <= start:
        floor = max(floor, cue.span.end)
    first = tokenise(text, start, mention.span.end)[:1]
    if not first or first[0].lower in draft.vocabulary.function_words:
        return start
    for token in reversed(tokenise(text, max(floor, start - 40), start)):
        if not token.is_capitalised or token.lower in draft.vocabulary.function_words:
            break
        start = token.start
    return start


def _follow(
    draft: Draft, resolved: ResolvedAttribution, start: int, breaks: Collection[str]
) -> tuple[Token, ...]:
    """Words behind a mention that still describe it: "[a person] with direct knowledge"."""
    here = sentence_at(draft, start - 1)
    end = min(start + _REACH, len(draft.text))
    if here is not None:
        end = min(end, draft.segmentation.sentences[here].span.end)
    found = resolved.attribution
    stops = [part.start for part in found.content] + ([found.cue.span.start] if found.cue else [])
    end = min([end, *(stop for stop in stops if stop >= start)])
    words = tokenise(draft.text, start, end)
    opener = words[1:2] if words and words[0].lower in (",", "—", "–", "--") else words[:1]
    if not opener or opener[0].lower not in breaks:
        # An apposition may give the name after all: "a nurse, Ida Moss, said".
        return words[:4] if words and words[0].lower == "," else ()
    return words


def _is_named(after: tuple[Token, ...]) -> bool:
    """Whether a name stands in apposition: "a nurse, Ida Moss", "a friend named Bo"."""
    for place, token in enumerate(after[:-1]):
        follower = after[place + 1]
        if token.lower in ("named", "called") and follower.is_capitalised:
            return True
        if token.lower in (",", "—", "–", "--") and follower.is_capitalised:
            beside = after[place + 2 : place + 3]
            if beside and beside[0].is_capitalised:
                return True
    return False


def _is_apposed(draft: Draft, start: int) -> bool:
    """Whether a name with an age stands right before: "Ida Moss, 32, a clerk"."""
    before = tokenise(draft.text, max(start - 40, 0), start)[-4:]
    if len(before) < 4 or before[-1].text != ",":
        return False
    named = before[0].is_capitalised if before[1].text == "," else False
    return named and before[2].text.isdigit()


def _is_people(draft: Draft, head: Token) -> bool:
    words = {head.lower, head.lower.removesuffix("s")}
    return not words.isdisjoint(draft.rulebook.terms_of("person-heads"))


def _is_role(draft: Draft, head: Token) -> bool:
    singular = head.lower.removesuffix("s")
    lists = (*ROLES, "collectives", "person-heads")
    return any(
        word in draft.rulebook.terms_of(name) for name in lists for word in (head.lower, singular)
    )


def is_plural(word: str) -> bool:
    """Whether a noun in lower case stands for several."""
    if word in _PLURALS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def head_stem(draft: Draft, unnamed: Unnamed) -> str:
    """The head, the same for "source" and "sources", "person" and "people"."""
    return stem(unnamed.head.lower, draft.vocabulary)
