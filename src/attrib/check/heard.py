"""Speakers without a name whom no attribution has: found by the words around them.

"Sighed a regular", "as a violinist put it", "in one sorter's opinion", "a trustee who voted for
it, and who asked not to be named, said": somebody speaks, whatever the earlier stages make of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrib.check.draft import Draft, in_headline, is_silent, is_voiced
from attrib.check.persons import PersonWords
from attrib.check.scanning import first_of
from attrib.check.speech_verbs import PASSIVE, SpeechVerbs
from attrib.records import Attribution, ChainLink, Cue, Mention, ResolvedAttribution, Span
from attrib.tokens import Token, tokenise

UNSEEN = "check.heard"
"""The rule of a cue that only the checks see."""

# Words of a noun before its head, and of what describes it behind the head.
_BEFORE = 7
_BEHIND = 45
_ACCOUNT = 5
_COUNTS = frozenset(
    ("a", "an", "one", "another", "two", "three", "four", "five", "several", "some", "someone")
)
# Who exists only to be heard needs no article.
_ALONE = frozenset(("sources", "insiders", "informants", "those"))
_CITING = frozenset(("citing", "quoting"))
_LEARNING = frozenset(("learned", "learnt", "understands", "understand", "heard", "hears"))
_WITHIN = frozenset(("of", "the", "his", "her", "their", "its", "'s", "our"))
_POINTERS = frozenset(
    ("the", "these", "those", "this", "that", "his", "her", "its", "their", "all")
)
_OF_ANOTHER = frozenset(("is", "was", "are", "were", "been", "be", "now", "than", "only", "into"))
_COMMAS = frozenset((",", "—", "–", "--", "(", ")"))
_RELATIVES = frozenset(("who", "whose", "whom", "and", "himself", "herself"))
_HELPERS = frozenset(
    ("has", "have", "had", "also", "then", "later", "once", "still", "does", "did")
)
_MARKS = frozenset((",", '"', "“", "”", "‘", "’", "'", "—", "–", "--", ":", ";", ".", "?", "!"))


@lru_cache(maxsize=2)
def find_heard(draft: Draft) -> tuple[ResolvedAttribution, ...]:
    """Such speakers in the body, in reading order, as attributions to nobody known."""
    taken = _taken(draft)
    starts = [span.start for span in taken]
    scan = _Scan(draft)
    found = []
    for sentence in draft.segmentation.sentences:
        if in_headline(draft, sentence.span.start):
            continue
        for speaker, noun, cue in scan.of(sentence.span):
            place = bisect_left(starts, noun.end)
            if place and taken[place - 1].end > noun.start:
                continue
            if not is_voiced(draft, first_of(speaker)):
                lemma = scan.lemma_of(cue)
                found.append(_attribute(draft, sentence.span, speaker, cue, lemma))
    return tuple(found)


def _taken(draft: Draft) -> list[Span]:
    """Where attributions that somebody speaks have their sources."""
    verbs = draft.rulebook.terms_of("speaking-verbs")
    return sorted(
        {
            mention.span
            for resolved in draft.attributions
            if (mention := resolved.attribution.source) is not None
            and (cue := resolved.attribution.cue) is not None
            and not verbs.isdisjoint((cue.lemma.lower(), cue.lemma.lower().split()[0]))
        }
    )


class _Scan:
    """Finds the speakers of a sentence by its words."""

    def __init__(self, draft: Draft) -> None:
        self._draft, self._verbs = draft, SpeechVerbs(draft)
        terms = draft.rulebook.terms_of
        self._persons = PersonWords(draft)
        self._breaks = terms("description-breaks")
        self._views, self._accounts = terms("view-nouns"), terms("account-nouns")
        self._giving, self._bases = terms("account-verbs"), terms("speaking-bases")
        self._places, self._dates = terms("quote-places"), terms("months") | terms("weekdays")

    def of(self, sentence: Span) -> Iterator[tuple[Span, Span, Token]]:
        """Each speaker, described and by the noun alone, and the word that shows them speaking."""
        every = tokenise(self._draft.text, sentence.start, sentence.end)
        tokens = [token for token in every if not is_silent(self._draft, token.span)]
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if not token.is_word or token.lower not in self._persons:
                place += 1
                continue
            first = self._first(tokens, place)
            follower = tokens[place + 1] if place + 1 < len(tokens) else None
            if first is None or (follower is not None and follower.lower in self._persons):
                place += 1
                continue
            found = self._hear(tokens, first, place)
            if found is not None:
                end, cue = found
                start = tokens[first].start
                yield Span(start, end), Span(start, token.end), cue
            place += 1

    def _first(self, tokens: Sequence[Token], place: int) -> int | None:
        """Index of the number or article with which the noun begins; None for any other noun."""
        if tokens[place].is_capitalised and place:
            return None
        first = None
        for back in range(place, max(place - _BEFORE, 0) - 1, -1):
            word = tokens[back].lower
            if word in _COUNTS:
                first = back
            elif word not in _WITHIN and back < place:
                if word in self._draft.vocabulary.function_words or not tokens[back].is_word:
                    break
                if first is not None or self._verbs.lemma_of(tokens[back]) is not None:
                    break
        if first is None:
            return place if tokens[place].lower in _ALONE else None
        return None if first and tokens[first - 1].lower in _POINTERS else first

    def _hear(self, tokens: Sequence[Token], first: int, head: int) -> tuple[int, Token] | None:
        """Where the description ends, and the word that shows speaking; None for the silent."""
        cue = self._before(tokens, first)
        if cue is not None:
            return tokens[self._last(tokens, head)].end, cue
        if self._is_apposed(tokens, first):
            return None
        return next(self._behind(tokens, head), None)

    def _is_apposed(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether it is said of somebody: "Ida Moss, [a clerk], said", "is [a clerk]"."""
        before = tokens[first - 1].lower if first else ""
        if before in _OF_ANOTHER or (before == "as" and first > 1 and tokens[first - 2].is_word):
            return True
        if first < 2 or tokens[first - 1].text not in _COMMAS:
            return False
        name = first - 2
        while name > 0 and tokens[name - 1].is_capitalised:
            name -= 1
        placed = name > 0 and tokens[name - 1].lower in self._places
        dated = tokens[first - 2].lower in self._dates
        closed = tokens[first - 2].text == ")"
        return closed or (tokens[first - 2].is_capitalised and not placed and not dated)

    def _before(self, tokens: Sequence[Token], first: int) -> Token | None:
        """The word before the noun that makes it a speaker: ", said [a nurse]"."""
        if not first:
            return None
        before, earlier = tokens[first - 1], tokens[first - 2] if first > 1 else None
        if before.lower == "of" and earlier is not None and earlier.lower in self._views:
            return earlier
        if before.lower in _CITING or (
            before.lower == "from" and earlier is not None and earlier.lower in _LEARNING
        ):
            return before
        if before.lower == "to" and earlier is not None and earlier.lower == "according":
            return earlier
        if self._verbs.lemma_of(before) is None:
            return None
        # A tag stands behind a mark; "the mayor accused an aide" has its subject there.
        gap = self._draft.text[max(before.start - 3, 0) : before.start].strip()
        return before if not gap or gap[-1] in _MARKS else None

    def _behind(self, tokens: Sequence[Token], head: int) -> Iterator[tuple[int, Token]]:
        """The verb whose subject the noun is, with all that describes it."""
        follower = tokens[head + 1] if head + 1 < len(tokens) else None
        if follower is None:
            return
        if follower.lower == "'s":
            view = tokens[head + 2] if head + 2 < len(tokens) else None
            if view is not None and view.lower in self._views:
                yield tokens[head].end, view
            return
        described = follower.lower in self._breaks or follower.text in _COMMAS
        last = min(head + (_BEHIND if described else 3), len(tokens) - 1)
        comma = head
        for place in range(head + 1, last + 1):
            token = tokens[place]
            if token.text in _COMMAS:
                comma = place
                continue
            if not self._tells(tokens, place):
                if not described and token.lower not in _HELPERS:
                    return
                continue
            before = tokens[place - 1]
            own = [word.lower for word in tokens[comma + 1 : place] if word.lower not in _HELPERS]
            opened = own[:1] and (own[0] in _RELATIVES or own[0] in self._breaks)
            # "A candidate who has largely rejected it": the verb is the clause's own; in "a ward
            # which the mayor said was shut" another one speaks.
            between = [word for word in own if not word.endswith("ly")]
            inner = described and comma == head and (between[:1] == ["who"] and len(between) < 3)
            inner = inner or follower.lower in ("whom", "which", "that")
            if before.lower in (*PASSIVE, *_RELATIVES, "for", "a", "the", "'s") or inner:
                continue
            if comma > head and own and not (opened and comma == head + 1):
                continue
            yield tokens[self._trim(tokens, head, place)].end, token
            return

    def _tells(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether the word is a verb of speech, or opens "gave another account", "put it"."""
        token = tokens[place]
        if token.lower in self._giving:
            return any(
                word.lower in self._accounts for word in tokens[place + 1 : place + 1 + _ACCOUNT]
            )
        if tokens[place - 1].lower in _ALONE and token.lower in self._bases:
            return True
        return self._verbs.lemma_of(token) is not None

    def lemma_of(self, cue: Token) -> str:
        return self._verbs.lemma_of(cue) or cue.lower

    def _trim(self, tokens: Sequence[Token], head: int, place: int) -> int:
        last = place - 1
        while last > head and (tokens[last].lower in _HELPERS or tokens[last].text in _COMMAS):
            last -= 1
        return last

    def _last(self, tokens: Sequence[Token], head: int) -> int:
        """The last word of what describes a speaker behind the verb."""
        place = head
        if head + 1 < len(tokens) and tokens[head + 1].lower in self._breaks:
            while place + 1 < len(tokens) and tokens[place + 1].text not in _MARKS:
                place += 1
        return place


def _attribute(
    draft: Draft, sentence: Span, speaker: Span, cue: Token, lemma: str
) -> ResolvedAttribution:
    first, last = min(speaker.start, cue.start), max(speaker.end, cue.end)
    parts = (Span(sentence.start, first), Span(last, sentence.end))
    name = speaker.of(draft.text)
    found = Attribution(
        source=Mention(speaker, name),
        cue=Cue(cue.span, cue.text, lemma, UNSEEN, "asserts", 0, 0),
        content=tuple(part for part in parts if part.of(draft.text).strip(" ,.")),
        voice="direct" if is_silent(draft, sentence) else "indirect",
        sentence=sentence,
    )
    key = f"{UNSEEN}:{speaker.start}"
    link = ChainLink(key, name, "UDK")
    return ResolvedAttribution(draft.article.id, -1, found, key, "by its words", (link,))
