"""Small stories with something to decide, read by the real stages, and what is decided on them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import attrib
from attrib.pipeline import Reading, read_claims
from attrib.records import Article, Claim, Contest, Decision, Side
from attrib.rulebook import load_rulebook

HARBOUR = """It rained in Ostby on Monday.

Mayor Lena Fors came with Karin Dahl, an engineer, and Ida Moss, a pilot. They looked tired. She \
said the harbour would stay shut. Nobody else was on the quay.

Dahl said the crane had failed twice."""
COPY = f"Our reporter was there.\n\n{HARBOUR}"


def article(text: str, name: str = "one") -> Article:
    return attrib.article(text, outlet=name, id=name)


@lru_cache(maxsize=32)
def _read(texts: tuple[tuple[str, str], ...], decisions: tuple[Decision, ...]) -> Reading:
    articles = [article(text, name) for name, text in texts]
    return read_claims(articles, load_rulebook(), decisions=decisions)


def read(*decisions: Decision, **texts: str) -> Reading:
    """What is known of some articles, by name, with these decisions."""
    return _read(tuple((texts or {"one": HARBOUR}).items()), decisions)


def claim_with(words: str, claims: Iterable[Claim], name: str = "") -> Claim:
    (found,) = (c for c in claims if words in c.text and name in ("", c.article))
    return found


def on_claim(claim: str, speaker: str | None = None, *, by: str = "Mira Holt") -> Decision:
    return Decision("speaker" if speaker else "no-claim", by, "I asked", claim, speaker=speaker)


def key(number: int) -> str:
    return f"{number:016x}"


def plain_claim(number: int, article: str = "one") -> Claim:
    """A claim with nothing but an id and a key."""
    span = attrib.Span(10 * number, 10 * number + 5)
    return Claim(
        f"c{number}", article, "", (span,), span, None, None, (), "own", "own", "affirm", 0, None,
        key=key(number),
    )  # fmt: skip


def contest(*sides: tuple[int, ...], name: str = "k") -> Contest:
    """A contest between claims by number."""
    built = tuple(
        Side(str(n), tuple(f"c{c}" for c in side), (), ()) for n, side in enumerate(sides)
    )
    return Contest(name, "cluster", "denial", "Was it shut?", built, 1.0, "They differ.")


def on_contest(kind: str, *sides: tuple[int, ...], by: str = "Mira Holt") -> Decision:
    keys = tuple(tuple(map(key, side)) for side in sides)
    return Decision(kind, by, "I asked", sides=keys)  # type: ignore[arg-type]
