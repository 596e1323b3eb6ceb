"""One event, laid out for comparison: its claims with their statements, voices and vectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attrib.compare.embedders import Embedder, Vectors
from attrib.compare.lexicon import Lexicon
from attrib.compare.statements import Statement, state
from attrib.compare.voices import Voice
from attrib.records import Article, Claim

_SILENT = frozenset({"questions", "evaluates", "declines", "commits"})
"""Stances that put nothing forward which another voice could contest."""


@dataclass(frozen=True, eq=False)
class Scene:
    """Parallel sequences over the claims of one event, in order of claim id.

    `vectors` are the claims' unit vectors, (n, d). `days` are publication dates as day
    numbers, None where the article has none. `common` are the names that much of the event
    shares, which tell no two matters apart.
    """

    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    vectors: Vectors
    days: tuple[int | None, ...]
    articles: Mapping[str, Article]
    common: frozenset[str]
    lexicon: Lexicon
    embed: Embedder

    def __len__(self) -> int:
        return len(self.claims)


def is_comparable(claim: Claim) -> bool:
    """Whether a claim puts something forward, in earnest, that others could contest."""
    return (
        claim.polarity != "none"
        and claim.stance not in _SILENT
        and claim.modality in ("actual", "future")
    )


def lay_out(
    claims: Sequence[Claim],
    voices: Mapping[str, Voice],
    articles: Mapping[str, Article],
    lexicon: Lexicon,
    embed: Embedder,
) -> Scene:
    """The comparable claims of one event as a Scene; embeds each distinct text once."""
    ordered = sorted((claim for claim in claims if is_comparable(claim)), key=lambda c: c.id)
    statements = tuple(state(claim.text, lexicon) for claim in ordered)
    return Scene(
        claims=tuple(ordered),
        statements=statements,
        voices=tuple(voices[claim.id] for claim in ordered),
        vectors=embed([claim.text for claim in ordered]),
        days=tuple(_day(articles[claim.article].published) for claim in ordered),
        articles=articles,
        common=_common_names(ordered, statements),
        lexicon=lexicon,
        embed=embed,
    )


def _common_names(claims: Sequence[Claim], statements: Sequence[Statement]) -> frozenset[str]:
    """Names in at least half of the articles."""
    where: dict[str, set[str]] = {}
    for claim, statement in zip(claims, statements, strict=True):
        for name in statement.names:
            where.setdefault(name, set()).add(claim.article)
    n_articles = len({claim.article for claim in claims})
    return frozenset(name for name, seen in where.items() if 2 * len(seen) >= n_articles)


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
