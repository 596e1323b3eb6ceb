"""`attrib check --with`: drafts held against other articles, on the command line and in Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from attrib import article, check
from attrib.ingest import make_article
from attrib.records import Article, Corpus, Segmentation
from attrib.rulebook import Rulebook, load_rulebook
from attrib.segment import segment
from calling import Caller, put

DRAFT = '"We will sail on Monday, whatever the weather brings," Ida Moss, the mayor, said.'
RELEASE = 'Ida Moss, the mayor, said: "We might sail on Monday, whatever the weather brings."'


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "drafts/a.md", f"{DRAFT}\n")
    put(tmp_path, "wire/r.txt", f"It rained.\n\n{RELEASE}\n")
    return tmp_path


@pytest.mark.usefixtures("story")
def test_a_quote_that_differs_points_at_the_other_article(call: Caller) -> None:
    assert json.loads(call("check", "drafts", "--format", "json").out)["diagnostics"] == []
    called = call("check", "drafts", "--with", "wire", "--format", "json", "--fail-on", "info")
    (found,) = json.loads(called.out)["diagnostics"]
    assert (called.code, found["code"], found["file"]) == (1, "AT308", "drafts/a.md")
    (place,) = found["related"]
    assert (place["file"], place["start"]["line"]) == ("wire/r.txt", 3)


@pytest.mark.usefixtures("story")
def test_the_others_are_not_checked_and_may_hold_the_draft_itself(
    call: Caller, story: Path
) -> None:
    put(story, "wire/s.txt", "A source said the ferry would sail.\n")
    once = call("check", "drafts", "--with", "wire", "--format", "concise")
    assert "s.txt" not in once.out
    both = call("check", "drafts", "--with", "wire", "--with", "drafts", "--format", "concise")
    assert both.out == once.out


@pytest.mark.usefixtures("story")
def test_others_that_cannot_be_read_are_told_and_the_drafts_still_checked(call: Caller) -> None:
    called = call("check", "drafts", "--with", "wire", "--with", "nowhere", "--format", "concise")
    assert called.code == 2
    assert "nowhere" in called.err
    assert "AT308" in called.out


def test_other_material_is_another_run(call: Caller, story: Path) -> None:
    """What is remembered of a draft depends on what it was held against."""
    assert "AT308" in call("check", "drafts", "--with", "wire").out
    put(story, "wire/r.txt", f"It rained.\n\n{RELEASE.replace('might', 'will')}\n")
    assert "AT308" not in call("check", "drafts", "--with", "wire").out


def test_python_takes_articles_and_paths(story: Path) -> None:
    draft = article(DRAFT)
    for against in ([article(RELEASE)], [story / "wire"], [str(story / "wire" / "r.txt")]):
        assert [item.code for item in check(draft, against)] == ["AT308"]
    assert check(draft) == ()


def test_the_others_are_read_once_for_all_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    from attrib import checking

    drafts = [make_article(f"{DRAFT} It was day {number}.", id=f"{number}") for number in range(3)]
    others = [make_article(RELEASE, id="r"), make_article("It rained, Bo Ashby said.", id="s")]
    expected = [item for draft in drafts for item in check(draft, others)]
    seen: list[str] = []

    def watched(article: Article, rulebook: Rulebook) -> Segmentation:
        seen.append(article.id)
        return segment(article, rulebook)

    monkeypatch.setattr("attrib.pipeline.segment", watched)
    found = checking.check_corpus(Corpus(tuple(drafts)), load_rulebook(), others).diagnostics
    assert sorted(seen) == ["0", "1", "2", "r", "s"]
    assert list(found) == expected
    assert [item.code for item in found] == ["AT308"] * 3


def test_a_draft_among_the_others_is_read_as_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from attrib import checking

    draft, other = (make_article(RELEASE, id="r", path=path) for path in ("a.md", "b.md"))
    held: list[str | None] = []
    monkeypatch.setattr(checking, "check", lambda own, *_, **__: held.append(own.article.path))
    with pytest.raises(AttributeError):
        checking.check_article(draft, load_rulebook(), [other])
    assert held == ["a.md"]
