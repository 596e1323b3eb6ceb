"""A matter on which claims give answers that cannot all hold, before it becomes a contest."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from attrib.records import ContestKind


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, as a short string, and the places in the scene of the claims that give it."""

    value: str
    members: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two or more answers to one question; `score` in [0, 1] is how sure it is that they clash."""

    kind: ContestKind
    label: str
    answers: tuple[Answer, ...]
    score: float
    reason: str

    @property
    def members(self) -> tuple[int, ...]:
        return tuple(sorted({member for answer in self.answers for member in answer.members}))


def join_linked(links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected groups of the numbers in `links`, each sorted, in order of their first."""
    parent: dict[int, int] = {}

    def root(item: int) -> int:
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in links:
        one, other = sorted((root(left), root(right)))
        parent[other] = one
    groups: dict[int, list[int]] = {}
    for item in sorted(parent):
        groups.setdefault(root(item), []).append(item)
    return list(groups.values())


def label_whether(matter: str, function_words: Collection[str]) -> str:
    """ "Whether they've left" of "They've left": a first word of those is lowered, no other.

    Any other may be a name.
    """
    first = matter.split(" ", 1)[0].replace("’", "'").split("'", 1)[0]
    lowers = first.lower() in function_words and first != "I"
    return f"Whether {shorten(matter[:1].lower() + matter[1:] if lowers else matter)}"


def shorten(text: str, limit: int = 90) -> str:
    """`text` on one line, cut at a word boundary after at most `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(",;:–—-") + " ..."
