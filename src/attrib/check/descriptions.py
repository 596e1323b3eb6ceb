"""Whether a draft says who somebody is, near where it names them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.check.draft import Draft, sentence_at
from attrib.check.names import Named, Names
from attrib.check.words import stem
from attrib.records import Source, Span
from attrib.tokens import Token

# The subject of a sentence stands among its first so many words, a crowd among so many.
_SUBJECT = 9
_CROWD = 14


@dataclass(frozen=True, slots=True)
class MissingRole:
    """Options of the kind.

    verbs      lemmas of cues that show a person speaking ("say")
    followers  words right behind a name that open a description ("of", "who")
    copulas    verbs of a sentence that describes its subject ("is", "runs")
    subjects   words for the person in the sentence after ("she")
    speaking   further verbs behind "who" that do not say who somebody is ("spoke")
    resuming   verbs with which a speaker goes on under a role ("added")
    crowds     words for those among whom somebody is asked ("shoppers")
    roles      words for what somebody is, besides the roles of the source lists ("wife")
    titles     titles that say nothing of what somebody does ("dr")
    outlets    lemmas of cues that may have a newspaper for a source ("report")
    central    a person named so often is who the draft is about
    """

    verbs: tuple[str, ...]
    followers: tuple[str, ...]
    copulas: tuple[str, ...]
    subjects: tuple[str, ...]
    speaking: tuple[str, ...]
    resuming: tuple[str, ...]
    crowds: tuple[str, ...]
    roles: tuple[str, ...]
    titles: tuple[str, ...]
    outlets: tuple[str, ...]
    central: int


class Descriptions:
    """What the draft says of people, near where it names them."""

    def __init__(self, draft: Draft, options: MissingRole) -> None:
        self.names = Names(draft)
        self._draft, self._options = draft, options
        self._starts = [token.start for token in self.names.tokens]
        lists = {rule.list for rule in draft.rulebook.terms if rule.list.startswith("roles-")}
        self._roles = frozenset(options.roles).union(
            *(draft.rulebook.terms_of(name) for name in lists | {"titles-office", "titles-rank"}),
            *(draft.rulebook.terms_of(name) for name in ("titles-scholar", "titles-neutral")),
        )
        # "Dr" tells nobody what the person has to do with it.
        self._roles -= frozenset(options.titles)
        self._views = draft.rulebook.terms_of("view-nouns")
        self._function_words = draft.vocabulary.function_words
        speaking = draft.rulebook.terms_of("speaking-verbs")
        self._verbs = frozenset(stem(verb, draft.vocabulary) for verb in speaking)
        self._thinking = frozenset(
            stem(verb, draft.vocabulary) for verb in options.verbs if " " not in verb
        )
        self._given_names = draft.rulebook.terms_of("given-names") | draft.rulebook.terms_of(
            "more-first-names"
        )
        self._determiners = draft.rulebook.terms_of("determiners")
        self._household = draft.rulebook.terms_of("household-names")

    def is_surely_person(self, source: Source) -> bool:
        called = {alias.lower() for alias in source.aliases}
        if not called.isdisjoint(("he", "she", "his", "her", "him")):
            return True
        return source.name.split()[0].lower() in self._given_names

    def is_household(self, name: str) -> bool:
        """Whether every reader knows the person, by the whole name or the surname alone."""
        name = name.lower()
        return name in self._household or name.split()[-1] in self._household

    def describe(self, named: Named, content: Sequence[Span]) -> bool:
        """Whether the words around this occurrence of a name say who it is.

        What the person says (`content`) describes others.
        """
        tokens = self.names.tokens
        here = sentence_at(self._draft, tokens[named.first].start)
        if (
            here is None
            or self._is_described_behind(named, content)
            or self._is_described_before(named)
        ):
            return True
        name = tokens[named.first : named.last + 1]
        if any(self._is_role(token) for token in name):
            return True
        own = [
            token
            for token in self._sentence(here)
            if token not in name and not any(part.covers(token.span) for part in content)
        ]
        for place, token in enumerate(own):
            # "She told the mayor" says nothing of her.
            told = place > 1 and own[place - 1].lower == "the" and self._is_told(own[place - 2])
            if (self._is_role(token) and not told) or self._is_crowd(token):
                return True
        if self._is_said_of(self._sentence(here), name[-1], own=True):
            return True
        before = self._sentence(here - 1) if here else []
        if self._together(here - 1, here) and any(map(self._is_crowd, before[:_CROWD])):
            return True
        if self._introduces(before):
            return True
        after = self._sentence(here + 1)[:_SUBJECT]
        return self._is_said_of(after, name[-1]) or self._is_called(after)

    def _is_told(self, before: Token) -> bool:
        return before.lower == "to" or self._reports(before)

    def _together(self, one: int, other: int) -> bool:
        sentences = self._draft.segmentation.sentences
        return one >= 0 and sentences[one].paragraph == sentences[other].paragraph

    def _sentence(self, place: int) -> list[Token]:
        sentences = self._draft.segmentation.sentences
        if place >= len(sentences):
            return []
        span = sentences[place].span
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.names.tokens[first:last]

    def _is_role(self, token: Token) -> bool:
        return token.lower in self._roles or token.lower.rpartition("-")[2] in self._roles

    def _is_crowd(self, token: Token) -> bool:
        return token.lower in self._options.crowds

    def _is_described_before(self, named: Named) -> bool:
        """Whether "engineer", "Meridian's" or "the engineer," stands before the name."""
        tokens, first = self.names.tokens, named.first
        while first > 0 and tokens[first - 1].is_capitalised and tokens[first - 1].is_word:
            first -= 1
        before = tokens[max(first - 2, 0) : first]
        if not before:
            return False
        last = before[-1]
        run = tokens[first : named.first]
        if any(self._is_role(token) or "-based" in token.lower for token in run):
            return True
        if last.lower in ("'s", "’s", "'", "’"):
            return True
        if last.lower == "," and named.last + 1 < len(tokens):
            # "The assailant, Bo Ashby, said": but not "On Monday, Bo Ashby said".
            return tokens[named.last + 1].lower == "," and before[0].text.islower()
        plain = last.is_word and last.text.islower()
        return plain and last.lower not in self._function_words and not self._reports(last)

    def _reports(self, token: Token) -> bool:
        return stem(token.text, self._draft.vocabulary) in self._verbs

    def _is_described_behind(self, named: Named, content: Sequence[Span]) -> bool:
        after = self.names.tokens[named.last + 1 : named.last + 3]
        if not after:
            return False
        # "In Jane Roe's view": what is hers describes nobody.
        if after[0].lower == "'s" and after[-1].lower in self._views:
            return False
        if after[0].lower not in (",", "(", "—", "–", "--", "-"):
            return after[0].lower in self._options.followers
        opener = after[-1]
        # "According to Jane Roe, the dam is safe": no description, but what she says.
        if any(part.covers(opener.span) for part in content):
            return False
        # "The view of Jane Roe, who expects a breach": no description, but what she thinks.
        if opener.lower == "who":
            verb = self.names.tokens[named.last + 3 : named.last + 4]
            return not verb or not (
                self._reports(verb[0])
                or self._thinks(verb[0])
                or verb[0].lower in self._options.speaking
            )
        # Whoever stands in a list of names, or before "CEO", is no stranger.
        digit = opener.text[0].isdigit() or opener.is_capitalised
        return digit or after[0].lower == "(" or opener.lower in self._options.followers

    def _thinks(self, token: Token) -> bool:
        return stem(token.text, self._draft.vocabulary) in self._thinking

    def _introduces(self, sentence: list[Token]) -> bool:
        """Whether the sentence is about somebody with a role and no name: "Its engineer spoke."."""
        if self._is_new(sentence):
            return True
        determiners = 0
        for place, (token, follower) in enumerate(pairwise(sentence[:_SUBJECT])):
            determiners += token.lower in self._determiners
            # "The jury convicted the driver" is about the jury.
            if determiners > 1:
                return False
            # "Chief engineer" is one role.
            if self._is_role(token) and token.text.islower() and not self._is_role(follower):
                return not (
                    follower.is_capitalised
                    or _is_apposed(sentence, place)
                    or _is_named_behind(sentence, place)
                )
        return False

    def _is_new(self, sentence: list[Token]) -> bool:
        """Whether somebody is brought in anywhere in it: "It has a new head, a former vet."."""
        return any(
            token.lower in _NEWS
            and any(
                self._is_role(role) and role.text.islower() and not follower.is_capitalised
                for role, follower in pairwise(sentence[place + 1 : place + 5])
            )
            for place, token in enumerate(sentence)
        )

    def _is_said_of(self, sentence: list[Token], surname: Token, *, own: bool = False) -> bool:
        """Whether the sentence says something of the person: "Roe runs the dam"."""
        for place, (token, follower) in enumerate(pairwise(sentence)):
            named = token.text == surname.text
            if named and follower.lower == "," and not own:
                return True
            about = named or (token.lower in self._options.subjects and not own)
            # "She has been its head since May", "she now runs the dam".
            then = sentence[place + 2 : place + 3] if follower.lower in _BEFORE_VERB else ()
            verb = then[0] if then else follower
            if about and (verb.lower in self._options.copulas or verb.lower == "been"):
                # "Roe wrote in an email" is no author.
                what = sentence[place + 2 : place + 3]
                return verb.lower != "wrote" or bool(what and what[0].lower in _ARTICLES)
        return False

    def _is_called(self, sentence: list[Token]) -> bool:
        """Whether the person goes on speaking under a role: "The engineer added ..."."""
        for place, token in enumerate(sentence[:-1]):
            follower = sentence[place + 1]
            if self._is_role(token) and follower.lower in self._options.resuming:
                return sentence[0].lower in ("the", "a", "an")
        return False


_BEFORE_VERB = frozenset(
    ("has", "have", "had", "now", "also", "still", "once", "then", "himself", "herself")
)
_ARTICLES = frozenset(("the", "a", "an", "its"))
_NEWS = frozenset(("new", "newly", "next", "incoming", "acting", "former"))


def _is_named_behind(sentence: Sequence[Token], place: int) -> bool:
    """Whether the one with the role is named at once: "The [director], Ida Moss, said"."""
    comma, *name = sentence[place + 1 : place + 4]
    return comma.text == "," and len(name) > 1 and all(word.is_capitalised for word in name)


def _is_apposed(sentence: Sequence[Token], place: int) -> bool:
    """Whether the role is that of somebody else: "Bo Ashby, a [patient], agreed"."""
    comma = next(
        (back for back in range(place - 1, max(place - 5, 0), -1) if sentence[back].text == ","),
        None,
    )
    return comma is not None and sentence[comma - 1].is_capitalised
