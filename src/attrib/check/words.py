"""Content words and their stems, so that two wordings of one matter can be compared.

The stems are blunt on purpose: they only have to agree with one another ("dumps", "dumped",
"dumping"), and a check compares shares of them, never single words.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from attrib.records import Span
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that carry no content, and irregular forms with the form they stand for."""

    function_words: frozenset[str]
    forms: Mapping[str, str]


def load_vocabulary(rulebook: Rulebook) -> Vocabulary:
    """The lists "function-words", "irregular-verbs" ("say said said") and "word-forms"."""
    forms: dict[str, str] = {}
    for name in ("irregular-verbs", "word-forms"):
        for group in sorted(rulebook.terms_of(name)):
            first, *others = group.split()
            forms.update((form, first) for form in others)
    return Vocabulary(rulebook.terms_of("function-words"), forms)


def reporting_stems(
    rulebook: Rulebook, stances: Container[str], vocabulary: Vocabulary
) -> frozenset[str]:
    """Stems of the one-word verbs among the cues of these stances."""
    return frozenset(
        stem(lemma, vocabulary)
        for rule in rulebook.cues
        if rule.kind == "verb" and rule.stance in stances
        for lemma in rule.lemmas
        if " " not in lemma
    )


def stem(word: str, vocabulary: Vocabulary) -> str:
    """`word` without its inflection, in lower case; the same for all regular forms."""
    lower = word.lower().replace("’", "'").replace(".", "")
    lower = vocabulary.forms.get(lower, lower)
    if lower[:1].isdigit():
        return lower.replace(",", "")
    if len(lower) > 4 and lower.endswith(("ies", "ied")):
        return lower[:-3] + "y"
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        lower = lower[:-1]
    for suffix in ("ing", "ed", "ly"):
        rest = lower.removesuffix(suffix)
        if rest != lower and len(rest) > 2 and not _VOWELS.isdisjoint(rest):
            lower = rest
            break
    lower = lower.removesuffix("e") if len(lower) > 3 else lower
    if len(lower) > 2 and lower[-1] == lower[-2]:
        lower = lower[:-1]
    return lower


def content_stems(tokens: Iterable[Token], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Stems of the words and numbers among `tokens` that carry content, in reading order."""
    return tuple(stem(token.text, vocabulary) for token in tokens if has_content(token, vocabulary))


def has_content(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether the token is a word or number with content of its own."""
    if not token.text[0].isalnum() and not any(char.isdigit() for char in token.text):
        return False
    # "US" is a country, "us" is not.
    acronym = len(token.text) > 1 and token.text.isupper()
    return acronym or token.lower not in vocabulary.function_words


def span_stems(text: str, spans: Iterable[Span], vocabulary: Vocabulary) -> frozenset[str]:
    """The content stems in several parts of a text, as a set."""
    return frozenset(
        found
        for span in spans
        for found in content_stems(tokenise(text, span.start, span.end), vocabulary)
    )


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """The share of `part` that `whole` holds, in [0, 1]; 0 when there is nothing to share."""
    return len(part & whole) / len(part) if part else 0.0
