"""Where a draft names a person: every occurrence of a surname, and the words before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.check.draft import (
    Draft,
    in_headline,
    is_silent,
    prose_tokens,
)
from attrib.records import Attribution, Mention, ResolvedAttribution, Source, SourceClass, Span
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

PERSONS: frozenset[SourceClass] = frozenset(("NOF", "NPA", "NEX", "NIN", "NSP"))

_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Named:
    """One occurrence of a person's name in the body: tokens `first` to `last`, both included."""

    first: int
    last: int
    full: bool

    def span(self, tokens: Sequence[Token]) -> Span:
        return Span(tokens[self.first].start, tokens[self.last].end)


class Names:
    """The tokens of a draft's body outside quotation marks, and where capitals stand in them."""

    def __init__(self, draft: Draft) -> None:
        self.tokens = [
            token
            for token in prose_tokens(draft)
            if not is_silent(draft, token.span) and not in_headline(draft, token.start)
        ]
        self.texts = frozenset(token.text for token in self.tokens)
        self._places: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            if token.is_capitalised:
                self._places.setdefault(token.text, []).append(place)
        headline = draft.headline.text if draft.headline else ""
        self.in_headline = frozenset(token.lower for token in tokenise(headline))

    def of(self, source: Source) -> list[Named]:
        """Where the text names the source, in reading order."""
        *given, surname = source.name.split()
        found = []
        for place in self._places.get(surname, ()):
            first = place
            while first > 0 and self._belongs(first - 1, given):
                first -= 1
            found.append(Named(first, place, full=first < place))
        return found

    def _belongs(self, place: int, given: list[str]) -> bool:
        """Whether the token is a first name or an initial of the name that follows it."""
        token = self.tokens[place]
        if token.text == ".":
            return place > 0 and len(self.tokens[place - 1].text) == 1
        initial = len(token.text.rstrip(".")) == 1 and token.is_capitalised
        return initial or token.text in given


def first_names(rulebook: Rulebook) -> frozenset[str]:
    """First names by which a person is told from a body."""
    return rulebook.terms_of("given-names") | rulebook.terms_of("more-first-names")


def title_words(rulebook: Rulebook) -> frozenset[str]:
    """Titles before a name, of every kind: "Dr", "Sheriff"."""
    lists = {rule.list for rule in rulebook.terms if rule.list.startswith("titles-")}
    return frozenset(term for name in lists for term in rulebook.terms_of(name))


def is_person(source: Source) -> bool:
    """Whether the source is one person with a name of one to four words."""
    words = source.name.split()
    return (
        source.source_class in PERSONS
        and not source.members
        and 0 < len(words) <= _LONGEST_NAME
        and all(word[0].isupper() and "," not in word for word in words)
    )


def first_speaking(
    draft: Draft, verbs: frozenset[str]
) -> Iterator[tuple[ResolvedAttribution, Mention]]:
    """The first words of each source in the body, in reading order, outside quotation marks."""
    seen: set[str] = set()
    for resolved in draft.attributions:
        found = resolved.attribution
        mention, source = found.source, resolved.source_id
        if mention is None or source is None or source in seen or not _speaks(found, verbs):
            continue
        if is_silent(draft, mention.span) or in_headline(draft, mention.span.start):
            continue
        seen.add(source)
        yield resolved, mention


def _speaks(found: Attribution, verbs: frozenset[str]) -> bool:
    if found.cue is None or found.modality != "actual":
        return False
    # "Wrote in an email" is one cue.
    lemma = found.cue.lemma.lower()
    return lemma in verbs or lemma.partition(" ")[0] in verbs
