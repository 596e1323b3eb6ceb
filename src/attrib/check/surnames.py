"""Where the body first gives in full the name of somebody whom it calls by the surname."""

from __future__ import annotations

from attrib.check.draft import Draft
from attrib.check.names import Names, first_names, is_person, title_words
from attrib.check.persons import ROLES
from attrib.check.unnamed import is_plural
from attrib.records import Span

# "George W." ends in no surname.
_INITIAL = 1
_PARTICLES = frozenset(
    ("van", "von", "de", "den", "der", "di", "da", "del", "la", "le", "ten", "ter", "al", "bin")
)
_APPOSING = frozenset(("who", "a", "an", "its", "aged"))
_NO_FIRST_NAMES = ("months", "weekdays", "quote-places", "quote-things", "titles-office")


class Surnames:
    """Where the body first gives whom it calls by a surname the full name."""

    def __init__(self, draft: Draft, names: Names) -> None:
        self._tokens, self._headline = names.tokens, names.in_headline
        self._given, self._titles = first_names(draft.rulebook), title_words(draft.rulebook)
        self._offices = offices(draft)
        self._household = draft.rulebook.terms_of("household-names")
        self._sources = frozenset(
            (source.name.split()[0], source.name.split()[-1])
            for source in draft.sources.values()
            if is_person(source) and " " in source.name
        )
        self._others = draft.vocabulary.function_words.union(
            *(draft.rulebook.terms_of(name) for name in _NO_FIRST_NAMES)
        )
        self._first: dict[str, list[int]] = {}
        self._certain: list[Span] = []
        for place, token in enumerate(self._tokens):
            if not self._may_be_full(place):
                continue
            for name in {token.text, token.text.partition("-")[0]}:
                self._first.setdefault(name, []).append(place)
            if self._is_full(place):
                self._certain.append(Span(self._tokens[self._before(place)].start, token.end))

    def _before(self, place: int) -> int:
        """The place of the word before a surname, "van" and the like left out; -1 at the start."""
        place -= 1
        while place >= 0 and self._tokens[place].text in _PARTICLES:
            place -= 1
        return place

    def _may_be_full(self, place: int) -> bool:
        """Whether a word with a capital stands before that is no title: "Breesha [Kerr]"."""
        token, given = self._tokens[place], self._before(place)
        before = self._tokens[given] if given >= 0 else None
        if before is None or not token.is_capitalised or not before.is_capitalised:
            return False
        lower = before.lower.rstrip(".")
        long = len(lower) > 1 and len(token.text) > _INITIAL
        title = lower in self._titles or lower in self._offices
        return long and not title and lower not in self._others

    def _is_full(self, place: int) -> bool:
        token, before = self._tokens[place], self._tokens[self._before(place)]
        given = before.lower in self._given and token.lower not in self._given
        after = [word.lower for word in self._tokens[place + 1 : place + 3]]
        if after[:1] == [","] and (after[-1] in _APPOSING or after[-1].isdigit()):
            return True
        return given or (before.text, token.text) in self._sources

    def full_name_after(self, place: int) -> Span | None:
        """The full name of whom the token at `place` calls by the surname, if it comes later."""
        found = self._first.get(self._tokens[place].text, [])
        # Two first names are those of namesakes.
        given = {self._tokens[self._before(full)].text for full in found}
        if not found or found[0] <= place or len(given) > 1:
            return None
        return Span(self._tokens[self._before(found[0])].start, self._tokens[found[0]].end)

    def is_known(self, surname: str, full: Span) -> bool:
        """Whether every reader knows the person, or the headline gives the name."""
        lower = surname.lower()
        words = " ".join(token.lower for token in self._tokens if full.covers(token.span))
        return lower in self._headline or lower in self._household or words in self._household

    def is_family(self, place: int) -> bool:
        """Whether several of that name stand before: "the Moss brothers", "the Mosses"."""
        for earlier, token in enumerate(self._tokens[1:place], 1):
            if token.text == self._tokens[place].text:
                after = self._tokens[earlier + 1]
                plural = after.text.islower() and is_plural(after.lower)
                if plural and self._tokens[earlier - 1].lower == "the":
                    return True
        return False

    def next_after(self, offset: int) -> Span | None:
        """The next full name that is surely a person's."""
        return next((span for span in self._certain if span.start > offset), None)


def offices(draft: Draft) -> frozenset[str]:
    """Words for what somebody is, which may stand before the name."""
    return frozenset().union(*(draft.rulebook.terms_of(name) for name in ROLES))
