"""Whether words beside a quote bring in somebody who may be its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.check.draft import Draft
from attrib.check.words import has_content
from attrib.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """The words that tell a speaker from what else stands in capitals, in lower case.

    names    parts of names: given names, titles, and all whom the text quotes
    persons  words for a person or for a text that speaks ("mother", "sign")
    dates    words with a capital that name nobody ("May")
    places   words before the name of a place ("in")
    things   last words of names that are no person's ("Street", "Bill", "Office")
    """

    names: frozenset[str]
    persons: frozenset[str]
    dates: frozenset[str]
    places: frozenset[str]
    things: frozenset[str]


def read_speaker_words(draft: Draft) -> SpeakerWords:
    """The lists of the rulebook, and the parts of the names of all whom the text quotes."""
    rulebook = draft.rulebook
    lists = {rule.list for rule in rulebook.terms if rule.list.startswith(("titles-", "given-"))}
    named = (
        token.lower
        for source in draft.sources.values()
        if source.source_class != "ORG"
        for token in tokenise(source.name)
        if token.is_capitalised and has_content(token, draft.vocabulary)
    )
    return SpeakerWords(
        names=frozenset(named).union(*(rulebook.terms_of(name) for name in sorted(lists))),
        persons=rulebook.terms_of("quote-persons"),
        dates=rulebook.terms_of("quote-dates"),
        places=rulebook.terms_of("quote-places"),
        things=rulebook.terms_of("quote-things") | rulebook.terms_of("organisation-heads"),
    )


def introduces(words: Sequence[Token], known: SpeakerWords, *, after: bool = False) -> bool:
    """Whether a person, or a name that may be a person's, stands among the words of a sentence."""
    return find_introduced(words, known, after=after) is not None


def find_introduced(
    words: Sequence[Token], known: SpeakerWords, *, after: bool = False
) -> Token | None:
    """The first word for a person, or of a name that may be a person's.

    A capital alone may be a place or a plan; two in a row are a name, unless the last of them
    is that of a thing ("Town Hall"). `after` a quote "a spokeswoman" is somebody new.
    """
    place = 0
    while place < len(words):
        new = after and place > 0 and words[place - 1].lower in ("a", "an")
        if words[place].lower in known.persons and not new and not _is_compound(words, place):
            return words[place]
        end = place
        while (
            end < len(words) and words[end].is_capitalised and words[end].lower not in known.dates
        ):
            end += 1
        name = words[place:end]
        # The first word of a sentence has a capital, whatever it is.
        length = len(name) - (place == 0 and len(words[0].text) <= _LONGEST_ARTICLE)
        is_name = any(word.lower in known.names for word in name) or (
            length > 1 and name[-1].lower not in known.things
        )
        if is_name and not _is_place(words, place, known):
            return words[place]
        place = max(end, place + 1)
    return None


_LONGEST_ARTICLE = 3
# What makes a building or a thing of a text: "post office", "sign language".
_COMPOUNDS = frozenset(("office", "box", "post", "van", "board", "maker", "writer", "code"))


def _is_compound(words: Sequence[Token], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].lower in _COMPOUNDS


def _is_place(words: Sequence[Token], place: int, known: SpeakerWords) -> bool:
    """Whether the name that begins there is that of a place: "at Arle", "in the North"."""
    before = [word.lower for word in words[max(place - 2, 0) : place]]
    if before[-1:] == ["the"]:
        before.pop()
    return bool(before) and before[-1] in known.places
