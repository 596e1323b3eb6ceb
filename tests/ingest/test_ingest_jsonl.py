"""JSON lines: one article a line, each place leading to the raw line and column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk import problem_in, put, raw_characters, read, read_one
from hypothesis import given
from hypothesis import strategies as st

from attrib.ingest.jsonl import read_jsonl
from attrib.positions import line_and_column


def test_a_line_is_an_article(tmp_path: Path) -> None:
    line = {
        "id": "g-1",
        "event": "ignored",
        "outlet": "The Gazette",
        "published": "2031-05-04",
        "title": " Ferry\n stops ",
        "url": "https://gazette.example/1",
        "text": " The ferry stopped.\n\nNobody knew why.\n",
    }
    article = read_one(tmp_path, "a.jsonl", json.dumps(line))
    assert article.text == line["text"]
    assert (article.id, article.outlet, article.published) == ("g-1", "The Gazette", "2031-05-04")
    assert (article.title, article.url) == ("Ferry stops", "https://gazette.example/1")
    assert article.path == (tmp_path / "a.jsonl").as_posix()


def test_only_the_text_is_needed(tmp_path: Path) -> None:
    article = read_one(
        tmp_path, "a.ndjson", '{"text": "The ferry stopped.", "title": null, "id": 7}'
    )
    assert (article.title, article.outlet, article.url) == (None, None, None)
    assert article.id == "7"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_blank_lines_are_skipped_and_line_ends_are_any(tmp_path: Path, line_end: str) -> None:
    lines = ['{"id": "a", "text": "One."}', "", '  {"id": "b", "text": "Two."}  ', " \t", ""]
    corpus = read(put(tmp_path, "a.jsonl", line_end.join(lines)))
    assert corpus.problems == ()
    assert [article.text for article in corpus] == ["One.", "Two."]
    assert [line_and_column(article, 0) for article in corpus] == [(1, 22), (3, 24)]


def test_a_raw_line_separator_ends_no_line(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.jsonl", '{"text": "One\u2028two\x7f."}')
    assert article.text == "One\u2028two\x7f."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "is not valid JSON"),
        ('{"text": "a"', "is not valid JSON"),
        ('{"text": "a"} x', "is not valid JSON"),
        ('{"text": "a"}{"text": "b"}', "is not valid JSON"),
        ('{"text": "a",}', "is not valid JSON"),
        ('{"text" "a"}', "is not valid JSON"),
        ("{text: 1}", "is not valid JSON"),
        ('{"text": "tab\there"}', "is not valid JSON"),
        ('{"text": "\\x"}', "is not valid JSON"),
        ('{"a": ' + "[" * 200_000 + "}", "is not valid JSON"),
        ('{"a": ' + "1" * 5000 + "}", "is not valid JSON"),
        ("The ferry stopped.", "is no JSON object"),
        ("[]", "is no JSON object"),
        ('"text"', "is no JSON object"),
        ("null", "is no JSON object"),
        ("{}", "has no 'text'"),
        ('{"title": "a"}', "has no 'text'"),
        ('{"text": null}', "'text' is no text"),
        ('{"text": ["a"]}', "'text' is no text"),
        ('{"text": "a", "text": "b"}', "the key 'text' stands here twice"),
    ],
)
def test_a_bad_line_is_one_problem_and_the_others_are_read(
    tmp_path: Path, line: str, words: str
) -> None:
    path = put(tmp_path, "a.jsonl", f'{{"text": "One."}}\n{line}\n{{"text": "Two."}}\n')
    corpus = read(path)
    assert sorted(article.text for article in corpus) == ["One.", "Two."]
    assert problem_in(corpus).path == f"{path.as_posix()}:2"
    assert problem_in(corpus).message.startswith(words)
    assert problem_in(corpus).fatal


def test_a_line_with_blank_text_is_a_remark(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", '{"text": "One."}\n{"text": " \\n"}\n')
    assert problem_in(read(path)).path == f"{path.as_posix()}:2"
    assert problem_in(read(path)).message == "is empty"
    assert not problem_in(read(path)).fatal


@pytest.mark.parametrize("value", ['{"name": "Gazette"}', "true", "1.5", "[]"])
def test_an_outlet_that_is_no_text_is_left_out_and_said_so(tmp_path: Path, value: str) -> None:
    corpus = read(put(tmp_path, "a.jsonl", f'{{"text": "One.", "outlet": {value}}}'))
    assert [article.outlet for article in corpus] == [None]
    assert problem_in(corpus).message == "'outlet' is no text in quotation marks; it is left out"
    assert not problem_in(corpus).fatal


def test_places_lead_to_the_raw_line_and_column(tmp_path: Path) -> None:
    raw = '\ufeff{"id": "a", "text": "x"}\n'
    raw += '{"text" : "\\u00e9\\n\\ud83d\\udea2 \\"no\\"", "title": "y"}\n'
    corpus = read(put(tmp_path, "a.jsonl", raw))
    (article,) = (article for article in corpus if article.id != "a")
    assert article.text == 'é\n\U0001f6a2 "no"'
    assert [line_and_column(article, place) for place in range(len(article.text) + 1)] == [
        (2, 12),  # é, six characters long
        (2, 18),  # \n
        (2, 20),  # the ship, two escapes in one
        (2, 32),
        (2, 33),
        (2, 35),
        (2, 36),
        (2, 37),
        (2, 39),  # the closing quotation mark
    ]


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        ("a\\ud800b", "a\ufffdb"),
        ("a\\udc00\\ud800b", "a\ufffd\ufffdb"),
        ("\\ud800\\u0041", "\ufffdA"),
        ("\\ud83d\\ud83d\\udea2", "\ufffd\U0001f6a2"),
    ],
)
def test_half_a_surrogate_pair_is_replaced_in_its_place(
    tmp_path: Path, escaped: str, text: str
) -> None:
    raw = f'{{"title": "{escaped}", "text": "{escaped}."}}'
    article = read_one(tmp_path, "a.jsonl", raw)
    assert article.text == text + "."
    assert article.title == text
    # The full stop stands where the raw file has it.
    assert raw_characters(article, raw)[-1] == "."


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4),
    st.booleans(),
)
def test_written_texts_come_back_and_map_to_themselves(texts: list[str], ascii: bool) -> None:
    lines = [
        json.dumps({"n": [n], "text": text}, ensure_ascii=ascii) for n, text in enumerate(texts)
    ]
    raw = "\n".join(lines)
    stories = read_jsonl(raw, "a.jsonl").stories
    assert [story.text for story in stories] == [text for text in texts if text.strip()]
    for story in stories:
        assert story.raw is not None
        for place, character in enumerate(story.text):
            offset = story.raw.raw_offset(place)
            after = story.raw.raw_offset(place + 1)
            assert json.loads(f'"{raw[offset:after]}"') == character


@given(st.text(alphabet='{}[]":,\\ud83ea \n', max_size=60))
def test_any_line_is_read_without_an_error(raw: str) -> None:
    reading = read_jsonl(raw, "a.jsonl")
    assert len(reading.stories) + len(reading.problems) >= 1
