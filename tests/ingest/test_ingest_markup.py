"""Markdown as it is read: the same words without their markup, and only that is left out."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from desk import read_one
from hypothesis import given
from hypothesis import strategies as st

from attrib.ingest import make_article
from attrib.ingest.markdown import read_markdown
from attrib.plain import read_plain
from attrib.records import Article

SYNTAX = "*_~`[]()!<>\\&;:#^-| \n\r\u00ad\u2028\"'.aB1"


def article_of(text: str) -> Article | None:
    """The article of a Markdown text, as reading a file makes it; None for an empty one."""
    for story in read_markdown(text, "draft.md").stories:
        return make_article(
            story.text,
            furniture=story.furniture,
            block_quotes=story.block_quotes,
            title=story.title,
            title_start=story.title_start,
            markup=story.markup,
            code=story.code,
        )
    return None


def plain(text: str) -> str:
    article = article_of(text)
    return read_plain(article).text if article else ""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A *source* said **so**.", "A source said so."),
        ("_A source_ said __so__ and ~~not~~.", "A source said so and not."),
        ("***Both** of them*, she said.", "Both of them, she said."),
        ('"*The ferry* is **old**," he said.', '"The ferry is old," he said.'),
        ("**Moss**'s boat.", "Moss's boat."),
        ("*Over\nTwo Lines*, he said.", "Over\nTwo Lines, he said."),
        ("A [source](https://x.example/a) said.", "A source said."),
        ('A [source](<a b> "a title") said.', "A source said."),
        ("A [source](a_(b)_c) said.", "A source said."),
        ("A [*source*](u), *[two](u)* said.", "A source, two said."),
        ("A [source][1] said.\n\n[1]: http://x\n", "A source said.\n\n[1]: http://x\n"),
        ("A [Source] said.\n\n[source]: u\n", "A Source said.\n\n[source]: u\n"),
        ("A [source][] said.\n\n[source]: u\n", "A source said.\n\n[source]: u\n"),
        ("It is old.[^1] Yes.\n\n[^1]: Moss said.\n", "It is old. Yes.\n\nMoss said.\n"),
        ("It is old[1](#n) and [3](#m) more.", "It is old and 3 more."),
        ("[3](#m) died, ([4](u)) more.", "3 died, (4) more."),
        ("The ferry ![small](x.png) stopped.", "The ferry  stopped."),
        ("A source&nbsp;said R&amp;D is &ldquo;old&rdquo;.", "A source said R&D is “old”."),
        ("A sou&shy;rce sa\u200bid.", "A source said."),
        ("<b>A source</b> said<br>so.", "A source said so."),
        ("A source said\u2028the ferry.", "A source said the ferry."),
        ("It cost 5\\* and \\[so\\].", "It cost 5* and [so]."),
        ("``A `*b*` [c](d)`` so.", "`A `*b*` [c](d)` so."),
        ("A hard\\\nBreak.", "A hard\nBreak."),
        ("> Some sources said that\n> it is old.", "> Some sources said that\nit is old."),
        ("A source said\nthe ferry\nwould sail.", "A source said the ferry would sail."),
        ("* A source said\n  the ferry.\n* Two.", "* A source said the ferry.\n* Two."),
        ("**A source**\r\nsaid so.", "A source said so."),
        ("> A source said\n> the ferry.", "> A source said the ferry."),
    ],
)  # fmt: skip
def test_markup_is_not_read(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "snake_case and 2*3*4 and a*b*c.",
        "5 * 3 * 2, and 1 ** 2.",
        "He said it* and left*.",
        "*Never closed. And **neither.",
        "*A new\n\nparagraph* ends it.",
        "* An item\n* another*",
        "1. *One\n2. two*",
        "He said: “[T]he ferry [sic] is [too] old.”",
        "[Editor's note]: The mayor has resigned since.",
        "He said [that] (so).",
        "A `*code* [a](b) &amp; c` stays.",
        "<https://x.example/_a_> and https://x.example/_a_ too.",
        "3 < 4 > 2 & more; AT&T; &nosuch;",
        "<unclear> and <Moss>",
        "```\n*code* [a](b)\n```",
        "<!-- *a* [b](c) -->",
        "---\noutlet: The *Gazette*\n---\nText.",
        "A line of text\nThe next begins anew.",
        "The photo:\nwhat it shows.",
        "It rained.\nso they said.",
        "# A heading\nand a line.",
        "| a | b |\n| c | d |",
        "Not quoted\n> here.",
        "A line that is long enough to be seen as broken\nat a width.",
        "***",
        "* * *",
    ],
)
def test_all_else_is_read_as_it_stands(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_only_markdown_has_markup(tmp_path: Path, suffix: str) -> None:
    text = "A *source* said [so](u) of the sou\u00adrce."
    content = text if suffix == "txt" else f'{{"text": "{text}"}}'
    article = read_one(tmp_path, f"draft.{suffix}", content)
    assert article.markup == ()
    assert read_plain(article) is article
    assert article.text == text


def test_soft_hyphens_in_a_page_are_left_out(tmp_path: Path) -> None:
    raw = "<body><p>A sou&shy;rce sa\u200bid &#8203; so.</p></body>"
    article = read_one(tmp_path, "a.html", raw)
    assert article.text == "A source said so."
    assert article.raw is not None
    assert raw[article.raw.raw_offset(article.text.index("rce"))] == "r"


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        ("# A *source* speaks\n", "A source speaks", 2),
        ("# *A source* speaks #\n", "A source speaks", 2),
        ("# A [source](u)  speaks\n", "A source speaks", None),
    ],
)
def test_a_title_has_no_markup(text: str, title: str, start: int | None) -> None:
    article = article_of(text)
    assert article is not None
    assert (article.title, article.title_start) == (title, start)
    read = read_plain(article)
    if read.title_start is not None:
        assert read.text.startswith(title, read.title_start)


@given(st.text(alphabet=SYNTAX, max_size=80))
def test_markup_is_in_order_inside_the_text_and_outside_of_furniture(text: str) -> None:
    article = article_of(text)
    if article is None:
        return
    assert article.text == text
    end = 0
    for part in article.markup:
        assert end <= part.span.start < part.span.end <= len(text)
        assert len(part.read_as) <= 1
        assert not any(span.overlaps(part.span) for span in article.furniture)
        end = part.span.end


@pytest.mark.parametrize(
    "unit",
    ["[", "]", "[](a", "*a ", "*a* ", "`", "<a ", "\\", "[^1]", "](x(a)", "](\t\t\t\t", "a\n",
     "> a\n", "* a\n", "***a*b**c ", "<!--`-->", "`<!--", "[a](<", '[a](b "', "_a*", "&a;"],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (160_000 // len(unit))
    started = process_time()
    article_of(text)
    # It takes a tenth of a second; were it the square of the length, it would take minutes.
    assert process_time() - started < 5
