"""Every format: deterministic, complete on nothing, safe to paste, and as the goldens say."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import make_hostile
from jsonschema import Draft202012Validator
from mill import make_analysis

from attrib.errors import AttribError
from attrib.records import Analysis, Contest, Side
from attrib.report import FORMATS, render, render_contests
from golden import FOLDER, GOLDEN

EMPTY = Analysis((), (), (), (), ())
SCHEMA = Path(__file__).parent.parent.parent / "docs" / "analysis.schema.json"


def crowded() -> Analysis:
    """Two contests, two stories, two joint sources and two affiliates wherever one would do."""
    analysis = make_analysis()
    first = analysis.contests[0]
    joint = next(source for source in analysis.sources if source.members)
    others = [source for source in analysis.sources if source.name in ("He", "ministry")]
    affiliated = tuple(replace(source, affiliation=joint.members[0]) for source in others)
    rest = tuple(source for source in analysis.sources if source not in others)
    return replace(
        analysis,
        contests=(*analysis.contests, replace(first, id="0", label="Again")),
        sources=(*rest, *affiliated, replace(joint, id="0", name="Another statement")),
        events=(*analysis.events, replace(analysis.events[0], id="0", label="Again")),
    )


def turned(analysis: Analysis) -> Analysis:
    return replace(
        analysis,
        articles=analysis.articles[::-1],
        claims=analysis.claims[::-1],
        sources=analysis.sources[::-1],
        clusters=analysis.clusters[::-1],
        contests=analysis.contests[::-1],
        segmentations=analysis.segmentations[::-1],
        events=analysis.events[::-1],
    )


@pytest.mark.parametrize("name", list(GOLDEN))
def test_reports_are_as_reviewed(name: str) -> None:
    """After a wanted change: python tests/report/golden.py, and read the difference."""
    assert GOLDEN[name](make_analysis()) == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", list(FORMATS))
def test_same_analysis_in_another_order_gives_the_same_bytes(format_: str) -> None:
    once = render(crowded(), format_)
    assert render(crowded(), format_) == once
    assert render(turned(crowded()), format_) == once


@pytest.mark.parametrize("format_", list(FORMATS))
@pytest.mark.parametrize("analysis", [EMPTY, make_hostile()], ids=["empty", "hostile"])
def test_every_format_renders_anything_and_ends_its_last_line(
    format_: str, analysis: Analysis
) -> None:
    rendered = render(analysis, format_)
    assert rendered.endswith("\n") or (format_ == "jsonl" and rendered == "")
    rendered.encode("utf-8")


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(AttribError, match="unknown format 'pdf'; expected one of html, json"):
        render(EMPTY, "pdf")


def test_formats_are_those_of_the_contract() -> None:
    assert list(FORMATS) == ["html", "json", "jsonl", "md", "csv", "text"]


@pytest.mark.parametrize("analysis", [make_analysis(), make_hostile()], ids=["whole", "hostile"])
def test_json_matches_its_schema(analysis: Analysis) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(render(analysis, "json")))


def test_jsonl_has_one_claim_a_line_with_its_path() -> None:
    lines = render(make_analysis(), "jsonl").splitlines()
    claims = json.loads(render(make_analysis(), "json"))["claims"]
    assert [json.loads(line)["id"] for line in lines] == [claim["id"] for claim in claims]
    assert {json.loads(line)["article_path"] for line in lines} == {
        "mill/courier.txt",
        "mill/lake-post.txt",
        "mill/wire.txt",
    }


def rows(analysis: Analysis) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(analysis, "csv"))))


def test_csv_has_a_row_for_every_claim() -> None:
    analysis = make_analysis()
    found = rows(analysis)
    assert {row["id"] for row in found} == {claim.id for claim in analysis.claims}
    (mork,) = (row for row in found if row["source"] == "Ida Mork")
    assert mork["words"] == '"The system was off," […] "We have the logs."'
    assert (mork["grade"], mork["score"], mork["outlet"]) == ("B", "74", "Brenna Courier")
    (relay,) = (row for row in found if row["source"] == "Northern Wire")
    assert relay["chain"] == "Northern Wire > hospital official"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_formula_in_any_cell_is_made_plain(start: str) -> None:
    formula = f"{start}HYPERLINK(1)"
    analysis = make_analysis()
    claims = tuple(replace(claim, text=formula) for claim in analysis.claims)
    articles = tuple(replace(article, outlet=formula) for article in analysis.articles)
    for row in rows(replace(analysis, claims=claims, articles=articles)):
        assert row["text"].startswith("'")
        assert row["outlet"].startswith("'")


def test_plain_cells_and_numbers_are_left_alone() -> None:
    for row in rows(make_analysis()):
        assert not any(cell.startswith("'") for cell in row.values())
        assert int(row["start"]) < int(row["end"])


def test_markdown_cannot_be_made_to_act() -> None:
    analysis = make_analysis()
    label = "# x [a](javascript:alert(1)) <img onerror=1> *b* `c` | d\n- e &lt; $1$"
    side = Side("1. one", (), (), (), 1, "> quoted")
    contest = Contest("x", "k", "figure", label, (side, side), 1.0, "+ reason")
    shown = render(replace(analysis, contests=(contest,)), "md")
    assert (
        "### 1. \\# x \\[a\\](javascript:alert(1)) \\<img onerror=1> \\*b\\* \\`c\\` \\| d - e "
        "\\&lt; \\$1\\$\n"
    ) in shown
    assert "**1\\. one: 1 voice. > quoted**" in shown


def test_text_holds_nothing_a_terminal_would_obey() -> None:
    shown = render(make_hostile(), "text")
    assert not any(char < " " and char != "\n" for char in shown)


def test_a_kind_is_not_said_twice() -> None:
    analysis = make_analysis()
    figure = next(contest for contest in analysis.contests if contest.kind == "figure")
    again = replace(figure, reason="figures differ: 12 / 15")
    for format_ in ("text", "md"):
        shown = render(replace(analysis, contests=(again,)), format_)
        assert shown.count("Figures differ") == 1
        assert "12 / 15" in shown
        assert render(analysis, format_).count("Figures differ, in 3 of 3 outlets") == 1


def test_text_keeps_to_its_width() -> None:
    assert max(map(len, render(make_analysis(), "text").splitlines())) <= 88


def test_contests_alone_are_the_contests_of_the_report() -> None:
    alone = render_contests(make_analysis())
    assert alone.startswith("CONTESTED (2)")
    assert alone in render(make_analysis(), "text")
    assert render_contests(EMPTY) == "No contested claims in 0 articles.\n"


def test_shorter_formats_say_what_the_page_says() -> None:
    for format_ in ("text", "md"):
        shown = " ".join(render(make_analysis(), format_).split())
        for fact in (
            "It shows what the text shows. It does not say what is true.",
            "Were the mill's alarms switched off?",
            "2 outlets, 1 source: hospital official",
            "4 of 12 attributed claims rest on unnamed sources.",
            "2 of 14 sentences (14 %) are in the outlets' own voice.",
            "mill/notes.docx",
        ):
            assert fact in shown
