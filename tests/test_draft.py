"""The draft of examples/ gets the findings that its independent reader lists, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

import attrib
from editor_gold import read_gold

ROOT = Path(__file__).parent.parent
GOLD = read_gold(Path(__file__).parent / "variants" / "draft.yaml")


@pytest.fixture(scope="module")
def findings() -> list[tuple[int, str, str, str]]:
    """Line, code, field and words of each finding; the words are those of text or title."""
    path = ROOT / GOLD["file"]
    article = next(iter(attrib.read(path)))
    found = attrib.check(path)
    fields = {"text": article.text, "title": article.title or ""}
    return [(d.line, d.code, d.field, d.span.of(fields[d.field])) for d in found]


@pytest.mark.parametrize("wanted", GOLD["findings"], ids=lambda wanted: str(wanted["code"]))
def test_planted_fault_is_found_at_its_line(
    findings: list[tuple[int, str, str, str]], wanted: dict[str, str | int]
) -> None:
    here = [item for item in findings if item[:2] == (wanted["line"], wanted["code"])]
    assert len(here) == 1
    assert here[0][2] == wanted.get("field", "text")


def test_nothing_else_is_found(findings: list[tuple[int, str, str, str]]) -> None:
    assert sorted((line, code) for line, code, _, _ in findings) == sorted(
        (wanted["line"], wanted["code"]) for wanted in GOLD["findings"]
    )
