"""Putting a source's name for a pronoun at the front of a claim, where only it can be meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.assess.pronouns import BODIES, PERSONS, find_certain
from attrib.assess.scene import Scene
from attrib.records import ResolvedAttribution, Source
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

_THIRD = "assess-third."


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Word lists, lower-case, by which a pronoun and its verb are told.

    `pronouns` has for each form of "he", "she" and "it" that word; `third` has the verb behind
    "I" or "we" as it reads behind a name, `same` the forms that stay. `placeholders` are
    verbs whose "it" stands for nobody ("it rained"); `openers` open an adjunct in front of
    the subject ("despite", "after").
    """

    singular: frozenset[str]
    plural: frozenset[str]
    pronouns: Mapping[str, str]
    possessive: frozenset[str]
    third: Mapping[str, str]
    same: frozenset[str]
    not_past: frozenset[str]
    helping: frozenset[str]
    placeholders: frozenset[str]
    openers: frozenset[str]


def load_naming_words(rulebook: Rulebook) -> NamingWords:
    """The lists of rules/en/grammar that tell pronouns and their verbs."""
    return NamingWords(
        rulebook.terms_of("assess-first-singular"),
        rulebook.terms_of("assess-first-plural"),
        {
            term: kind
            for kind in ("he", "she", "it")
            for term in rulebook.terms_of(f"pronouns-{kind}")
        },
        rulebook.terms_of("assess-possessives"),
        {
            term: rule.list.removeprefix(_THIRD)
            for rule in rulebook.terms
            if rule.list.startswith(_THIRD)
            for term in rule.terms
        },
        rulebook.terms_of("assess-same-for-all"),
        rulebook.terms_of("assess-not-past"),
        rulebook.terms_of("assess-helping"),
        rulebook.terms_of("assess-placeholder-verbs"),
        rulebook.terms_of("prepositions") | rulebook.terms_of("subordinators"),
    )


@dataclass(frozen=True, slots=True)
class Naming:
    """The source, and which of "it", "he", "she" can only mean that source here."""

    source: Source
    certain: frozenset[str]
    words: NamingWords

    @property
    def name(self) -> str:
        """The name, with "the" where the text introduces the source so."""
        articled = f"the {self.source.name}"
        called = (self.source.description, *self.source.aliases)
        is_body = self.source.source_class in BODIES
        # "The Russian federation" does not make "Russia" one that needs an article.
        if is_body and any(
            f"{words} ".lower().startswith(f"{articled} ".lower()) for words in called
        ):
            return articled
        return self.source.name


def find_naming(
    scene: Scene,
    item: ResolvedAttribution,
    words: NamingWords,
    rulebook: Rulebook,
    *,
    first_piece: bool,
) -> Naming | None:
    """The naming for a piece of an attribution's content; None where the source is not settled."""
    source = scene.sources.get(item.source_id or "")
    if source is None or not source.resolved or source.members or item.attribution.source is None:
        return None
    # A later piece may have another subject before it: "the firm was late and it had failed".
    certain = find_certain(scene, item, source, rulebook) if first_piece else frozenset()
    return Naming(source, certain, words)


def name_speaker(text: str, naming: Naming) -> str | None:
    """Quoted words with the speaker's name for "I" or "we" in front; None where it would jar."""
    lists = naming.words
    words = tokenise(text)
    if len(words) < 2 or words[0].lower not in lists.singular | lists.plural:
        return None
    first = lists.singular if words[0].lower in lists.singular else lists.plural
    kinds = PERSONS if first is lists.singular else BODIES
    # Another "my" or "us" would stay behind and mean somebody else.
    if naming.source.source_class not in kinds or any(w.lower in first for w in words[1:]):
        return None
    if words[0].lower in lists.third:
        return f"{naming.name} {lists.third[words[0].lower]}{text[words[0].end :]}"
    verb = words[1]
    past = verb.lower.endswith("ed") and verb.lower not in lists.not_past
    if words[0].lower not in ("i", "we") or not (past or verb.lower in {*lists.third, *lists.same}):
        return None
    return f"{naming.name} {lists.third.get(verb.lower, verb.text)}{text[verb.end :]}"


def name_subject(text: str, naming: Naming) -> str | None:
    """Reported words with the source's name for the pronoun that is their subject, if certain."""
    words = tokenise(text)
    for place in _subject_places(words, naming.words.openers):
        word = words[place]
        pronoun = naming.words.pronouns.get(word.lower)
        if pronoun not in naming.certain:
            continue
        owns = word.lower in naming.words.possessive
        if (
            not owns
            and word.lower == "it"
            and not _does_something(words[place + 1 :], naming.words)
        ):
            continue
        name = naming.name + ("’s" if owns else "")
        return text[: word.start] + name + text[word.end :]
    return None


def _subject_places(words: Sequence[Token], openers: frozenset[str]) -> tuple[int, ...]:
    """The first word, or the one behind an adjunct in front: "in trying to help, it ..."."""
    if not words or words[0].lower not in openers:
        return (0,) if words else ()
    comma = next((place for place, word in enumerate(words[:14]) if word.text == ","), len(words))
    return (comma + 1,) if comma + 1 < len(words) else ()


def _does_something(words: Sequence[Token], lists: NamingWords) -> bool:
    """Whether "it" is a doer here, and no placeholder as in "it had been clear"."""
    skipped = ("not", "also", "already", "never")
    verbs = [word.lower for word in words[:4] if word.lower not in skipped]
    if len(verbs) < 2:
        return False
    if verbs[0] in ("is", "was"):
        return verbs[1].endswith("ing") and verbs[1] not in lists.placeholders
    if verbs[0] in lists.helping:
        return verbs[1] not in lists.placeholders
    forms = (verbs[0], verbs[0].removesuffix("s"))
    return verbs[0].endswith(("ed", "s")) and lists.placeholders.isdisjoint(forms)
