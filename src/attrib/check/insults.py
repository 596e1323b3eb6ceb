"""Words that run a person down, and whom they are said of: for the checks of attacks."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.check.draft import Draft
from attrib.check.matching import Searcher
from attrib.check.names import first_names, is_person
from attrib.check.persons import PersonWords
from attrib.check.unnamed import is_plural
from attrib.records import Span
from attrib.tokens import Token, tokenise

# Words between "is" and the pejorative: "is a complete and utter fool".
_LONGEST_GAP = 5
_LONGEST_PHRASE = 12
# Words of a name or role before a comma and "was".
_APPOSED = 6
_NEGATIONS = frozenset(("not", "never", "no", "nobody", "hardly", "isn't", "wasn't", "aren't"))
_CHAIN = 3
"""Words from an adjective to the person it is said of."""
_ARTICLES = frozenset(("a", "an", "the", "such", "as"))
_PRONOUNS = frozenset(("it", "this", "that", "they", "what", "there"))
_OWNERS = frozenset(("the", "their", "his", "her", "our"))
_REFLEXIVE = frozenset(("his", "her", "him", "himself", "herself"))
_OPENING = frozenset(('"', "“", "‘"))


@dataclass(frozen=True, slots=True)
class AnonymousAttack:
    """Options of the kind.

    stances     stances of a cue that attacks nobody ("asked whether he was a liar")
    classes     source classes that stand for nobody a reader can find
    nouns       pejoratives for a person ("liar")
    adjectives  pejoratives that are one only when said of a person ("corrupt")
    persons     words that stand for a person ("he", "mayor")
    copulas     forms of "be" and the like
    thoughts    lemmas of cues that tell what somebody thinks, and nothing that was said
    naming      lemmas of cues that name somebody something ("call", "brand")
    named       words for the one who is called something ("him")
    phrases     wordings that run down whoever they are said of ("out of his depth")
    ill         words that tell ill of a person near them ("never", "like a")
    aversion    wordings that do so wherever the speaker is anonymous ("I'd sooner")
    praise      words that speak well of somebody, or of a plan
    news        words of what somebody will do or has decided
    everyone    sources who are nobody at all ("everyone")
    """

    stances: tuple[str, ...]
    classes: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    persons: tuple[str, ...]
    copulas: tuple[str, ...]
    thoughts: tuple[str, ...]
    naming: tuple[str, ...]
    named: tuple[str, ...]
    phrases: tuple[str, ...]
    ill: tuple[str, ...]
    aversion: tuple[str, ...]
    praise: tuple[str, ...]
    news: tuple[str, ...]
    everyone: tuple[str, ...]


class People:
    """The words of a draft that stand for one person: "he", "mayor", the names of its people."""

    def __init__(self, draft: Draft, options: AnonymousAttack) -> None:
        self._persons, self._roles = options.persons, PersonWords(draft)
        self._named = first_names(draft.rulebook).union(
            word.lower()
            for source in draft.sources.values()
            if is_person(source)
            for word in source.name.split()
        )

    def is_role(self, token: Token) -> bool:
        """Whether it is any other word for one person: "conductor"."""
        return token.text.islower() and token.lower in self._roles and not is_plural(token.lower)

    def is_one(self, token: Token) -> bool:
        lower = token.lower.removesuffix("'s")
        if lower in self._persons or lower.partition("'")[0] in ("he", "she"):
            return True
        return token.is_capitalised and lower in self._named


def find_insult(
    tokens: tuple[Token, ...], options: AnonymousAttack, people: People, *, named: bool
) -> Span | None:
    """A pejorative that is said of a person; `named` where the cue names somebody something."""
    for place, token in enumerate(tokens):
        pair = f"{tokens[place - 1].lower} {token.lower}" if place else ""
        follower = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        # "The rudest man" is a noun of its own.
        worst = token.lower.endswith("est") and follower in options.persons
        is_noun = token.lower in options.nouns or pair in options.nouns or worst
        if (not is_noun or worst) and _positives(token.lower).isdisjoint(options.adjectives):
            continue
        if not is_noun and follower and tokens[place + 1].is_word:
            # "Is a corrupt system": the adjective belongs to the noun after it. Whoever is called
            # "a second-rate clerk" is run down all the same.
            # "A jealous little man" is a person behind another adjective.
            ahead = [one.lower for one in tokens[place + 1 : place + 1 + _CHAIN] if one.is_word]
            person = any(word in options.persons for word in ahead)
            belongs = not (follower in options.copulas or follower in _FOLLOWERS or person)
            start = _find_called(tokens, place, options, people) if named and belongs else None
            if start is not None:
                return Span(tokens[start].start, token.end)
            if belongs:
                continue
        start = _find_subject(tokens, place, options, people, noun=is_noun)
        if start is None and named:
            start = _find_called(tokens, place, options, people)
        if start is None and is_noun:
            start = _find_quoted(tokens, place)
        if start is not None:
            return Span(tokens[start].start, token.end)
    return None


def _positives(word: str) -> frozenset[str]:
    """The word, and what it may be the superlative of: "rudest", "laziest", "dimmest"."""
    if not word.endswith("est"):
        return frozenset((word,))
    return frozenset((word, word[:-2], word[:-3], word[:-4], f"{word[:-4]}y"))


def _find_quoted(tokens: tuple[Token, ...], place: int) -> int | None:
    """Index of the article of a noun that opens a quote: '"[a] vain little tyrant"'."""
    for back in range(place - 1, max(place - 2 - _LONGEST_GAP, 0), -1):
        if tokens[back].lower in ("a", "an") and tokens[back - 1].text in _OPENING:
            return back
        if not tokens[back].is_word:
            return None
    return None


_FOLLOWERS = frozenset(
    ("and", "or", "but", "for", "to", "in", "as", "because", "when", "who", "he")
)


# A quotation mark may open within what is said: The governor is "a narcissist".
_MARKS = frozenset(("'s", "’s", ",", '"', "“", "‘", "'", "-"))


def find_phrase(text: str, content: Span, people: People, phrases: Searcher) -> Span | None:
    """A wording that runs a person down, with the person before it."""
    match = phrases.search(text, content.start, content.end)
    if match is None:
        return None
    tokens = tokenise(text, content.start, match.end())
    # The wording is at most so long, and the person close before it or in it.
    for token in tokens[-_LONGEST_PHRASE:]:
        if people.is_one(token) or people.is_role(token) or token.lower in _REFLEXIVE:
            return Span(min(token.start, match.start()), match.end())
    return None


def _find_subject(
    tokens: tuple[Token, ...],
    place: int,
    options: AnonymousAttack,
    people: People,
    *,
    noun: bool,
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
        behind = [token for token in tokens[max(back - _APPOSED, 0) : back] if token.is_word]
        # "The leading lady, Vivien Sharpe, was spoilt".
        apposed = subject.lower in (",", '"') and any(map(people.is_one, behind))
        return back - 1 if is_name or apposed or people.is_one(subject) else None
    return None


def _find_called(
    tokens: tuple[Token, ...], place: int, options: AnonymousAttack, people: People
) -> int | None:
    """Index at which "a liar" or "her a petty liar" begins, when that is all that is said."""
    words = [index for index in range(place) if tokens[index].is_word]
    if not words or len(words) > _LONGEST_GAP:
        return None
    first, rest = tokens[words[0]], [tokens[index] for index in words]
    if tokens[place].lower in options.nouns and first.lower in _ARTICLES:
        return words[0]
    sure = first.lower not in _PRONOUNS
    is_person = (first.is_capitalised and sure) or first.lower in options.named
    beside = rest[1].lower if len(rest) > 1 else "a"
    whole = first.lower not in _OWNERS or beside in _ARTICLES or tokens[place].lower == beside
    return words[0] if is_person and (whole or any(map(people.is_one, rest))) else None
