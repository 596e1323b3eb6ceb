"""One event, laid out for comparison: its claims with their statements, voices and vectors."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attrib.compare.embedders import Embedder, Vectors
from attrib.compare.lexicon import Lexicon
from attrib.compare.pairs import PairReader
from attrib.compare.statements import Statement, state
from attrib.compare.voices import Voice
from attrib.compare.words import find_capitalised
from attrib.records import Article, Claim
from attrib.tokens import tokenise

_SILENT = frozenset({"questions", "evaluates", "declines", "commits"})
"""Stances that put nothing forward which another voice could contest."""


@dataclass(frozen=True, slots=True)
class Reproach:
    """A voice that accuses somebody or calls on him, and the stems of the names it uses."""

    voice: Voice
    names: frozenset[str]


@dataclass(frozen=True, eq=False)
class Scene:
    """Parallel sequences over the claims of one event, in order of claim id.

    `vectors` are the claims' unit vectors, (n, d). `days` are publication dates as day
    numbers, None where the article has none. `weights` say how rare a word is. `common` are
    the names that much of the event shares, which tell no two matters apart.
    """

    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    vectors: Vectors
    days: tuple[int | None, ...]
    articles: Mapping[str, Article]
    weights: Mapping[str, float]
    common: frozenset[str]
    reproaches: tuple[Reproach, ...]
    lexicon: Lexicon
    embed: Embedder
    read: PairReader

    def __len__(self) -> int:
        return len(self.claims)

    @property
    def n_articles(self) -> int:
        return len({claim.article for claim in self.claims})

    def days_between(self, one: int, other: int) -> int:
        """Days between the dates of two claims' articles; 0 where either has none."""
        left, right = self.days[one], self.days[other]
        return 0 if left is None or right is None else abs(left - right)

    def is_of_another(self, one: int, other: int) -> bool:
        """Whether claim `one` is known to be of somebody, and rests on nobody behind `other`."""
        voice = self.voices[one]
        return bool(voice.shown) and not self.voices[other].origin & voice.grounds

    def covers(self, one: int, other: int) -> float:
        """Share in [0, 1] of the words of claim `one` that `other` has; rare words weigh more."""
        words = self.statements[one].stems
        whole = sum(self.weights[word] for word in words)
        shared = sum(self.weights[word] for word in words & self.statements[other].stems)
        return shared / whole if whole else 0.0


def is_comparable(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claim puts something forward, in earnest, that others could contest.

    "No evidence suggests that P" does not: nothing stands behind it.
    """
    source = claim.source.text.lower().split() if claim.source else []
    return (
        claim.polarity != "none"
        and not (source and source[0] in lexicon.negators)
        and claim.stance not in _SILENT
        and claim.modality in ("actual", "future")
    )


def share_words(one: Claim, other: Claim) -> bool:
    """Whether some words of the text are words of both claims."""
    return one.article == other.article and any(
        part.overlaps(span) for part in one.content for span in other.content
    )


def lay_out(
    claims: Sequence[Claim],
    voices: Mapping[str, Voice],
    articles: Mapping[str, Article],
    lexicon: Lexicon,
    embed: Embedder,
    read: PairReader,
) -> Scene:
    """The comparable claims of one event as a Scene; embeds each distinct text once."""
    ordered = sorted(
        (claim for claim in claims if is_comparable(claim, lexicon)), key=lambda claim: claim.id
    )
    statements = tuple(state(claim.text, lexicon) for claim in ordered)
    return Scene(
        claims=tuple(ordered),
        statements=statements,
        voices=tuple(voices[claim.id] for claim in ordered),
        vectors=embed([claim.text for claim in ordered]),
        days=tuple(_day(articles[claim.article].published) for claim in ordered),
        articles=articles,
        weights=weigh_words([statement.stems for statement in statements]),
        reproaches=tuple(
            Reproach(voices[claim.id], find_capitalised(tokenise(claim.text)))
            for claim in sorted(claims, key=lambda c: c.id)
            if claim.stance in ("accuses", "demands")
        ),
        common=_common_names(ordered, statements),
        lexicon=lexicon,
        embed=embed,
        read=read,
    )


def weigh_words(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency of each word, 1 for a word that is in every text."""
    counts = Counter(word for words in texts for word in words)
    return {word: math.log((1 + len(texts)) / (1 + n)) + 1 for word, n in counts.items()}


def _common_names(claims: Sequence[Claim], statements: Sequence[Statement]) -> frozenset[str]:
    """Names in at least half of the articles, and in two at least."""
    where: dict[str, set[str]] = {}
    for claim, statement in zip(claims, statements, strict=True):
        for name in statement.names:
            where.setdefault(name, set()).add(claim.article)
    n_articles = len({claim.article for claim in claims})
    return frozenset(name for name, seen in where.items() if len(seen) >= max(2, n_articles / 2))


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
