"""Denials that point at somebody's words instead of saying what they deny.

"It's nonsense", "The Dockers' claims are false", "denied any wrongdoing", "Her account of the
deal is untrue": each kind of pointing tells where to look for what is denied.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrib.compare.scene import Scene
from attrib.compare.statements import Statement
from attrib.compare.stems import stem
from attrib.tokens import Token, tokenise

Pointing = Literal["bare", "this", "owned", "theirs"]
"""How a denial points: it says no more than that it denies; to "this charge"; to words of
somebody it names; to "her claims that ..."."""

_ANSWERS = frozenset({"asserts", "denies", "corrects", "shows"})
_THIS = frozenset({"this", "that", "these", "those", "it"})
_YOURS = frozenset({"you", "you're", "you’re", "your"})
"""Who speaks to somebody answers him, and who that is the text seldom says."""
_I = frozenset({"i", "we"})
_PRONOUN_REACH = 2
"""Words from its start in which a short claim has what it points by: "But that's nonsense"."""
_SHORTEST = 3
"""Words of a claim that needs no such word: "Absolute nonsense"."""
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})
_THEIRS = frozenset({"his", "her", "their"})
_OWNERS_REACH = 4
"""Words between a name and the noun for its bearer's words: "the Dockers' latest claims"."""
_PREDICATE_REACH = 10
"""Words between the noun and what refutes it: "those claims, which are without merit"."""


def find_pointing(place: int, scene: Scene) -> Pointing | None:
    """How the claim points at other words; None where it denies nothing, or says itself what."""
    claim, statement, voice = scene.claims[place], scene.statements[place], scene.voices[place]
    if voice.is_own or not voice.shown or statement.asks or claim.stance not in _ANSWERS:
        return None
    denies = claim.polarity == "deny"
    nouns = statement.stems & scene.lexicon.claim_stems
    first = statement.words[0].lower() if statement.words else ""
    if not (denies or statement.refutes) or (first in scene.lexicon.speakers and not nouns):
        # "He made it all up" tells what somebody did.
        return None
    if not denies and not nouns and statement.names & voice.names:
        # "Moss was wrong", said by Moss, denies nothing.
        return None
    if not denies and (first in _YOURS or _tells_of_a_denial(statement, scene)):
        return None
    if denies and _opens_with_this(statement, scene):
        # "Dismissed that suggestion as a sign of panic".
        return "bare"
    if not statement.negated - statement.refuting and not find_matter(place, scene):
        blame = statement.stems & scene.lexicon.blame_stems
        if denies:
            bare = bool(nouns or blame) or first == "it" or not statement.stems
        else:
            bare = bool(nouns) or _is_short_answer(statement)
        if bare:
            return "bare"
    others = find_owners(place, scene) - voice.names
    if denies:
        return "owned" if nouns and others else None
    return _find_refuted(place, bool(others), scene)


def _tells_of_a_denial(statement: Statement, scene: Scene) -> bool:
    """Whether somebody else denies or should: "Norland rejects the claims", "must rebut them"."""
    words = [word.lower() for word in statement.words]
    return not words[:1] or (
        words[0] not in _I
        and any(
            word in scene.lexicon.denying and not _BE & set(words[max(at - 2, 0) : at])
            for at, word in enumerate(words)
        )
    )


def _opens_with_this(statement: Statement, scene: Scene) -> bool:
    """ "That suggestion", "this latest charge"."""
    nouns = [stemmed in scene.lexicon.claim_stems for stemmed in statement.word_stems[1:3]]
    return statement.words[:1] != () and statement.words[0].lower() in _THIS and any(nouns)


def _is_short_answer(statement: Statement) -> bool:
    """Whether a claim without a noun for words points at them: "That's a lie", "Nonsense"."""
    opening = {word.lower() for word in statement.words[:_PRONOUN_REACH]}
    return len(statement.words) <= _SHORTEST or bool(opening & _THIS)


def find_owners(place: int, scene: Scene) -> frozenset[str]:
    """Stems of the names of those whose words a claim speaks of: "Ito's claim", "claims by Ito"."""
    tokens = tokenise(scene.claims[place].text)
    found: set[str] = set()
    for at, token in enumerate(tokens):
        if stem(token.lower) in scene.lexicon.claim_stems:
            before = tokens[max(at - _OWNERS_REACH, 0) : at]
            found.update(_names_beside(list(reversed(before)), scene))
            if at + 1 < len(tokens) and tokens[at + 1].lower in scene.lexicon.makers:
                found.update(_names_beside(tokens[at + 2 : at + 2 + _OWNERS_REACH], scene))
    return frozenset(found) - scene.lexicon.claim_stems


def _names_beside(tokens: Sequence[Token], scene: Scene) -> list[str]:
    """Stems of the capitalised words that begin `tokens`, small words between them aside."""
    found = []
    for token in tokens:
        name = token.text.replace("’", "'").partition("'")[0]
        small = name.lower() in scene.lexicon.function_words
        if token.is_word and token.is_capitalised and not small:
            found.append(stem(name.lower()))
        elif token.is_word and not small:
            break
    return found


def find_matter(place: int, scene: Scene) -> frozenset[str]:
    """What a claim says besides denying: nothing in "The Dockers' claims are plainly false"."""
    statement, lexicon = scene.statements[place], scene.lexicon
    return (
        statement.stems
        - statement.refuting
        - lexicon.claim_stems
        - lexicon.emphasis_stems
        - lexicon.blame_stems
        - statement.names
        - find_owners(place, scene)
    )


def _find_refuted(place: int, is_owned: bool, scene: Scene) -> Pointing | None:
    """How a claim that refutes points at what it refutes, by the noun near the refuting word."""
    statement = scene.statements[place]
    words = [word.lower() for word in statement.words]
    refuting = [
        at
        for at, stemmed in enumerate(statement.word_stems)
        # "The harbour master lied to investigators" refutes nobody's words.
        if stemmed in statement.refuting and words[at] not in scene.lexicon.lying
    ]
    for at, stemmed in enumerate(statement.word_stems):
        if stemmed not in scene.lexicon.claim_stems or stemmed in statement.refuting:
            continue
        if not any(abs(at - other) <= _PREDICATE_REACH for other in refuting):
            continue
        before = words[at - 1] if at else ""
        if before in _THIS:
            return "this"
        if before in _THEIRS:
            return "theirs"
        if is_owned:
            return "owned"
    return None
