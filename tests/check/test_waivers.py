"""Findings silenced outside of the text: in front matter, beside the file, and in markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib import Diagnostic, check, read
from attrib.checking import check_corpus
from attrib.rulebook import load_rulebook
from calling import Caller, put

SOURCE = "A source said the ferry would sail."
OTHER = "Insiders say the museum will not open in May."
FRONT = "---\ntitle: Ferry to sail\n{keys}---\n{source}\n\n{other}\n"


def codes(path: Path) -> list[tuple[str, int, int]]:
    return [(found.code, found.line, found.column) for found in check(path)]


def draft(folder: Path, keys: str) -> Path:
    return put(folder, "a.md", FRONT.format(keys=keys, source=SOURCE, other=OTHER))


def test_front_matter_silences_a_check_in_the_whole_draft(tmp_path: Path) -> None:
    assert [code for code, _, _ in codes(draft(tmp_path, ""))] == ["AT101", "AT101"]
    keys = "attrib-disable:\n  - {checks: [AT101], reason: agreed with the desk}\n"
    assert codes(draft(tmp_path, keys)) == []
    corpus = read(tmp_path / "a.md")
    (one, other) = check_corpus(corpus, load_rulebook()).suppressed
    assert one.reason == other.reason == "agreed with the desk"


def test_words_narrow_it_to_one_finding(tmp_path: Path) -> None:
    keys = "attrib_disable:\n  - checks: [bare-source]\n    words: A source\n    reason: known\n"
    assert codes(draft(tmp_path, keys)) == [("AT101", 10, 1)]


def test_what_it_does_not_find_is_told_at_the_front_matter(tmp_path: Path) -> None:
    keys = "attrib-disable:\n  - {checks: [AT101], words: Two sources, reason: known}\n"
    found = [item for item in check(draft(tmp_path, keys)) if item.code == "AT001"]
    assert [(item.line, item.column) for item in found] == [(1, 1)]
    assert 'AT101 at "Two sources"' in found[0].message


@pytest.mark.parametrize(
    "keys",
    [
        "attrib-disable:\n  - {checks: [AT101]}\n",
        "attrib-disable:\n  - {checks: AT101, reason: known}\n",
        "attrib-disable: AT101\n",
        "attrib-disable:\n  - {check: [AT101], reason: known}\n",
    ],
)
def test_a_broken_one_is_told_and_silences_nothing(call: Caller, tmp_path: Path, keys: str) -> None:
    called = call("check", draft(tmp_path, keys), "--format", "concise")
    assert called.code == 1
    assert called.out.count("AT101") == 2
    assert "a.md:" in called.err
    assert "front matter is left out" in called.err


def test_a_file_beside_a_page_silences_what_it_names(call: Caller, tmp_path: Path) -> None:
    page = put(tmp_path, "a.html", f"<html><body><p>{SOURCE}</p><p>{OTHER}</p></body></html>")
    assert [code for code, _, _ in codes(page)] == ["AT101", "AT101"]
    beside = put(
        tmp_path, "a.html.attrib.yaml", "- {checks: [AT101], words: Insiders, reason: known}\n"
    )
    assert [found.words for found in check(page)] == ["A source"]
    beside.write_text("- {checks: [AT301], reason: known}\n", encoding="utf-8")
    messages = [found.message for found in check(page) if found.code == "AT001"]
    assert messages == ["this silences nothing (AT301, in a.html.attrib.yaml)"]
    beside.write_text("- {checks: [AT301], why: known}\n", encoding="utf-8")
    called = call("check", tmp_path)
    assert called.code == 2
    assert "a.html.attrib.yaml:1: unknown key 'why'" in called.err
    assert "AT101" in called.out


PAGE = """<html><body>
<p>It rained in Ellary on Monday.</p>
{comment}
<p>{source}</p>
<p>{other}</p>
<script>/* <!-- attrib-disable: no comment --> */</script>
</body></html>
"""


def page(folder: Path, comment: str) -> tuple[Diagnostic, ...]:
    return check(put(folder, "a.html", PAGE.format(comment=comment, source=SOURCE, other=OTHER)))


def test_a_comment_in_html_silences_the_paragraph_after_it(tmp_path: Path) -> None:
    found = page(tmp_path, "<!-- attrib-disable-next AT101: agreed -->")
    assert [(item.code, item.words) for item in found] == [("AT101", "Insiders")]


def test_a_comment_in_html_that_silences_nothing_is_told_at_its_own_place(tmp_path: Path) -> None:
    found = page(tmp_path, "  <!-- attrib-disable-next AT301: agreed -->")
    assert [(item.code, item.line, item.column) for item in found] == [
        ("AT001", 3, 3), ("AT101", 4, 4), ("AT101", 5, 4),
    ]  # fmt: skip


def test_a_range_in_html_ends_where_it_is_enabled(tmp_path: Path) -> None:
    found = page(tmp_path, "<!-- attrib-disable AT101: agreed --><p>One.</p><!-- attrib-enable -->")
    assert [item.code for item in found if item.code == "AT101"] == ["AT101", "AT101"]
    found = page(tmp_path, "<!-- attrib-disable AT101: agreed -->")
    assert [item.code for item in found] == []


def test_an_error_in_html_is_not_silenced_without_a_reason(tmp_path: Path) -> None:
    found = page(tmp_path, "<!-- attrib-disable-next AT101 -->")
    assert [item.code for item in found] == ["AT002", "AT101", "AT101"]


def test_a_comment_behind_the_last_words_of_a_page_is_read_too(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", f"<p>{SOURCE}</p>\n\n <!-- attrib-disable-next AT101: a -->")
    assert [(item.code, item.line, item.column) for item in check(path)] == [
        ("AT101", 1, 4), ("AT001", 3, 2),
    ]  # fmt: skip
