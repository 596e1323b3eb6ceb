"""Markdown: the text is the file; code, comments, images and link lists are furniture."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import furniture_of, read_one
from hypothesis import given
from hypothesis import strategies as st

from attrib.ingest.markdown import read_markdown


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Ferry stops\n\nThe ferry stopped.", "Ferry stops"),
        ("Intro.\n\n  #  Ferry   stops ##\n# Second\n", "Ferry stops"),
        ("# C# and F# #\n", "C# and F#"),
        ("# Ferry <!-- working title --> \n", "Ferry"),
        ("## Ferry stops\n", None),
        ("#Ferry stops\n", None),
        ("#\n# \nText", None),
        ("    # Ferry stops\n", None),  # indented code
        ("```\n# Ferry stops\n```\n", None),
        ("<!--\n# Ferry stops\n-->\n", None),
        ("---\ntitle: From the desk\n---\n# Ferry stops\n", "From the desk"),
        ("---\noutlet: The Gazette\n---\r\n\r\n# Ferry stops\r\n", "Ferry stops"),
    ],
)
def test_the_first_heading_is_the_title_unless_front_matter_has_one(
    tmp_path: Path, text: str, title: str | None
) -> None:
    article = read_one(tmp_path, "draft.md", text)
    assert article.title == title
    assert article.text == text


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("A\n```py\nx = 1\n```\nB\n", ["```py\nx = 1\n```"]),
        ("A\n~~~\n```\n~~~~\nB\n", ["~~~\n```\n~~~~"]),
        ("A\r\n```\r\nx\r\n```\r\nB", ["```\r\nx\r\n```"]),
        ("A\n````\n```\n````\nB", ["````\n```\n````"]),
        ("A\n```\nnever closed\n", ["```\nnever closed\n"]),
        ("A <!-- a note --> B <!-- two --> C\n", ["<!-- a note -->", "<!-- two -->"]),
        ("A <!-- over\n\nlines --> B <!-- x -->\nC", ["<!-- over\n\nlines -->", "<!-- x -->"]),
        ("<!--\n```\n-->\nB\n", ["<!--\n```\n-->"]),
        ("![A ferry](ferry.jpg)\nB\n", ["![A ferry](ferry.jpg)"]),
        (
            '  [![A ferry](a_(1).jpg "t")](big.jpg){.wide}  \nB',
            ['  [![A ferry](a_(1).jpg "t")](big.jpg){.wide}  '],
        ),
        ("![A ferry][pic]\n", ["![A ferry][pic]"]),
        ("[pic]: <ferry.jpg> 'A ferry'\nB\n", ["[pic]: <ferry.jpg> 'A ferry'"]),
        ("[the act]: https://act.example/1\n", ["[the act]: https://act.example/1"]),
    ],
)
def test_what_no_reader_sees_as_prose_is_furniture(
    tmp_path: Path, text: str, furniture: list[str]
) -> None:
    article = read_one(tmp_path, "draft.md", text)
    assert article.text == text
    assert furniture_of(article) == furniture


@pytest.mark.parametrize(
    "text",
    [
        "The ferry ![small](x.png) stopped.\n",
        "The `<!--` mark opens a comment that is never closed.\n",
        "[^1]: The mayor said so.\n",
        "[Editor's note]: The mayor has resigned since.\n",
        "``` said the mayor ``` and left.\n",
        "    ```\n    indented\n",
        "``two``\n",
        "[link](https://a.example) and [other][ref].\n",
        "> He said: [sic] no.\n",
    ],
)
def test_prose_is_no_furniture(tmp_path: Path, text: str) -> None:
    assert read_one(tmp_path, "draft.md", text).furniture == ()


def test_plain_text_has_no_markup(tmp_path: Path) -> None:
    article = read_one(tmp_path, "draft.txt", "# Ferry\n```\nx\n```\n<!-- y -->\n![z](z.jpg)\n")
    assert article.furniture == ()
    assert article.title is None


@given(st.text(alphabet="`~<!->[]()#: \n\ra", max_size=80))
def test_furniture_is_in_order_and_inside_the_text(text: str) -> None:
    for story in read_markdown(text, "draft.md").stories:
        assert story.text == text
        ends = [0]
        for span in story.furniture:
            assert ends[-1] <= span.start < span.end <= len(text)
            ends.append(span.end)
