"""Every format: deterministic, complete on nothing, safe to paste, and as the goldens say."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import make_hostile
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from mill import make_analysis

from attrib.errors import AttribError
from attrib.records import Analysis, Contest, Side
from attrib.report import FORMATS, render, render_contests
from attrib.report.columns import measure, wrap
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


@pytest.mark.parametrize(
    "start",
    ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹢", "﹣", "﹫",
     " =", "\u00a0=", "\ufeff=", "\u200b@", "\"=", "'+", "\t-", "  \n\n="],
)  # fmt: skip
def test_a_formula_in_any_cell_is_made_plain(start: str) -> None:
    formula = f"{start}HYPERLINK(1)"
    analysis = make_analysis()
    claims = tuple(replace(claim, text=formula) for claim in analysis.claims)
    articles = tuple(replace(article, outlet=formula) for article in analysis.articles)
    for row in rows(replace(analysis, claims=claims, articles=articles)):
        assert row["text"].startswith("'")
        assert row["outlet"].startswith("'")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=b", "a;'=b"),
        ("a; \t=b", "a; \t'=b"),
        ("a\n+b", "a\n'+b"),
        ('x";"@b', 'x";"\'@b'),
        ("a; b - c", "a; b - c"),
        ("1 + 1 = 2", "1 + 1 = 2"),
        ("it's -5 degrees", "it's -5 degrees"),
        ("e-mail", "e-mail"),
        ("a\r\nb", "a\nb"),
        ("\x00=", "\ufffd="),
        ("", ""),
    ],
)
def test_what_begins_a_cell_where_semicolons_part_them_is_made_plain(text: str, cell: str) -> None:
    analysis = make_analysis()
    claims = tuple(replace(claim, text=text) for claim in analysis.claims)
    assert {row["text"] for row in rows(replace(analysis, claims=claims))} == {cell}


def test_any_words_stay_in_their_column() -> None:
    analysis = make_analysis()
    words = 'one, "two"; three\n\nfour\t"'
    claims = tuple(replace(claim, text=words) for claim in analysis.claims)
    (plain, crowded) = (rows(analysis), rows(replace(analysis, claims=claims)))
    assert {row["text"] for row in crowded} == {words}
    for before, after in zip(plain, crowded, strict=True):
        assert {**before, "text": ""} == {**after, "text": ""}


@pytest.mark.parametrize("letter", ["x", "\n", ";", " ", "="])
def test_a_cell_no_spreadsheet_could_hold_is_cut(letter: str) -> None:
    analysis = make_analysis()
    claims = tuple(replace(claim, text=letter * 1_000_000) for claim in analysis.claims)
    for row in rows(replace(analysis, claims=claims)):
        assert row["text"].endswith(" […]")
        assert len(row["text"]) <= 32_767


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


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TRICKS = [
    "# no heading",
    "> no quote",
    "- no item",
    "+ no item",
    "* no item",
    "1. no item",
    "12) no item",
    "=== ---",
    "--- no rule",
    "***",
    "~~~ no code",
    "``` no code",
    "`a` ``b``",
    "*a* _b_ **c** __d__ ~~e~~ ~f~",
    "[a](javascript:alert(1)) ![b](http://x.example/y.png)",
    "[a]: http://x.example",
    "[^1] [x] [ ] [a][b]",
    "<b>a</b> <!-- b --> <script>alert(1)</script> <http://x.example> <a@b.example>",
    "&lt; &#60; &copy; & &nosuch;",
    "a | b | c",
    "a \\ b \\* c \\",
    "$a$ $$b$$",
    "    no code",
    "two\n\nparagraphs\nand more",
    "https://evil.example/x?a=1&b=2 www.evil.example ftp://x.example",
    "@editor, somebody@x.example #12 :tada: 10:30:00",
    "“Curly”, it's 5 * 3 and a_b_c",
]


@pytest.mark.parametrize("trick", TRICKS)
def test_words_of_an_article_are_no_markdown_and_come_back(trick: str) -> None:
    analysis = make_analysis()
    side = Side(trick, (), (), (), 1, "")
    contest = Contest("x", "k", "figure", trick, (side, side), 1.0, "12 and 15 differ")
    articles = tuple(replace(item, outlet=trick, title=trick) for item in analysis.articles)
    sources = tuple(replace(item, name=trick) for item in analysis.sources)
    tricky = replace(analysis, contests=(contest,), articles=articles, sources=sources)
    shown = render(tricky, "md")
    tags = {token.tag for token in MARKDOWN.parse(shown) if token.tag}
    inner = {item.tag for token in MARKDOWN.parse(shown) for item in token.children or ()} - {""}
    assert tags <= {
        "h1", "h2", "h3", "p", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th",
        "td",
    }  # fmt: skip
    assert inner <= {"strong", "em"}
    rendered = MARKDOWN.render(shown).replace("\u2060", "")
    words = " ".join(trick.split())
    headings = re.findall("<h3>(.*)</h3>", rendered)
    assert html.unescape(headings[0]) == f"1. {words}"
    told = html.unescape(re.sub("<[^>]+>", "", rendered))
    assert told.count(words) > len(articles) + len(sources)


@pytest.mark.parametrize("live", ["://", "@editor", "@x", "www.", "#12", ":tada:"])
def test_chats_find_nothing_to_act_on_in_markdown(live: str) -> None:
    analysis = make_analysis()
    contest = replace(analysis.contests[0], label=" ".join(TRICKS))
    assert live not in render(replace(analysis, contests=(contest,)), "md")


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


@pytest.mark.parametrize(
    "words",
    [
        "",
        "火事で十五人が怪我をした" * 20,
        "e\u0301" * 300,
        "x" * 500,
        "👍🏽 " * 90,
        "a\u200bb" * 200,
    ],
)
def test_text_keeps_to_its_width(words: str) -> None:
    analysis = make_analysis()
    if words:
        analysis = replace(analysis, contests=(replace(analysis.contests[0], label=words),))
    shown = render(analysis, "text")
    assert max(map(measure, shown.splitlines())) <= 88
    assert words.replace(" ", "") in "".join(shown.split())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one two", ["- one", "  two"]),
        ("abcdefgh", ["- abcd", "  efgh"]),
        ("a bcdefgh", ["- a", "  bcde", "  fgh"]),
        ("火事の火事", ["- 火事", "  の火", "  事"]),
        ("e\u0301e\u0301e\u0301 ab", ["- e\u0301e\u0301e\u0301", "  ab"]),
        ("a  b", ["- a b"]),
    ],
)
def test_lines_break_by_columns(text: str, lines: list[str]) -> None:
    assert wrap(text, 6, "- ", "  ") == lines


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
