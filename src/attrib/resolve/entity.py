"""Somebody in one article."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.records import SourceClass
from attrib.resolve.naming import Gender, Kind


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody in one article. `key` tells it from all others; local ones hold the article's id.

    `nouns` are the descriptions it may be called by ("minister", "agency"); `role_text` is the
    fullest role, lower-cased, whose words a description must not contradict.
    """

    key: str
    name: str
    kind: Kind
    source_class: SourceClass | None = None
    resolved: bool = True
    reason: str = "named in the text"
    role: str = ""
    role_class: SourceClass | None = None
    affiliation: str = ""
    gender: Gender = ""
    plural: bool = False
    nouns: frozenset[str] = frozenset()
    role_text: str = ""
    members: tuple[str, ...] = ()
    description: str = ""
    relative: str = ""
    acronyms: tuple[str, ...] = ()
    first: int = 0
