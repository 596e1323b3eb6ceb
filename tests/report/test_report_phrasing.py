"""Small wordings: dates, lists, links, and text that cannot act."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import make_article, make_claim
from hypothesis import given
from hypothesis import strategies as st
from mill import make_analysis

from attrib.records import Claim
from attrib.report.phrasing import (
    find_link,
    in_quotes,
    name_article,
    say_count,
    say_date,
    say_dates,
    say_list,
    say_sentence,
    say_speaker,
    to_one_line,
    to_printable,
)


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2031-05-06", "6 May 2031"),
        ("2031-05-06T23:10:00+02:00", "6 May 2031"),
        ("2031-13-06", "2031-13-06"),
        ("2031-05-061", "2031-05-061"),
        ("last Tuesday", "last Tuesday"),
        (None, ""),
    ],
)
def test_only_iso_dates_are_put_in_words(published: str | None, said: str) -> None:
    assert say_date(published) == said


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ([], ""),
        ([None, "soon"], ""),
        (["2031-05-06", None], "6 May 2031"),
        (["2031-05-07", "2031-05-06"], "6 to 7 May 2031"),
        (["2031-05-06", "2031-06-01"], "6 May to 1 June 2031"),
        (["2030-12-31", "2031-01-01"], "31 December 2030 to 1 January 2031"),
    ],
)
def test_a_range_of_dates_says_each_part_once(dates: list[str | None], said: str) -> None:
    assert say_dates(dates) == said


def test_a_sentence_has_a_capital_and_one_stop() -> None:
    said = [
        say_sentence(words)
        for words in ("figures differ", "Why?", "he said “no”", "he asked “why?”", "")
    ]
    assert said == ["Figures differ.", "Why?", "He said “no”.", "He asked “why?”", ""]


def test_counts_and_lists() -> None:
    assert (say_count(1, "story", "stories"), say_count(0, "story", "stories")) == (
        "1 story",
        "0 stories",
    )
    assert say_count(1200, "claim") == "1,200 claims"
    assert [say_list([]), say_list(["a"]), say_list(["a", "b"]), say_list(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize("url", ["https://a.example/x?y=1&z=2#t", "http://a.example"])
def test_web_addresses_are_linked(url: str) -> None:
    assert find_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "JAVASCRIPT://a.example/%0aalert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.example/x",
        "a.example",
        "https://",
        "https://a b.example",
        "https://a.example/\x00",
        "http://[",
    ],
)
def test_nothing_else_is_linked(url: str | None) -> None:
    assert find_link(url) is None


def test_an_article_without_outlet_goes_by_its_file_or_id() -> None:
    article = make_article("courier", "Text.")
    assert name_article(article) == "courier.txt"
    assert name_article(replace(article, outlet="Brenna Courier")) == "Brenna Courier"
    assert name_article(replace(article, path=None, id="abc")) == "article abc"


def speakers() -> dict[str, str]:
    analysis = make_analysis()
    articles = {article.id: article for article in analysis.articles}
    return {claim.text: say_speaker(claim, articles[claim.article]) for claim in analysis.claims}


def test_speakers_are_named_with_their_relays() -> None:
    said = speakers()
    assert said["15 people had been hurt"] == "hospital official"
    assert (
        said["Fifteen people were injured in the mill fire"]
        == "Northern Wire via hospital official"
    )
    assert said["the alarms worked"] == "Halden Paper, as reported by ministry"
    assert said["Drills had been skipped."] == "He"
    assert said["The mill has burned three times since 2019"] == "Brenna Courier, in its own voice"


def test_a_claim_without_source_says_so() -> None:
    article = make_article("a", "It is understood that he left.")
    claim: Claim = replace(make_claim(article, article.text), voice="indirect", stance="hedges")
    assert say_speaker(claim, article) == "no source named"


@given(st.text())
def test_one_line_is_one_line_and_obeyed_by_no_terminal(text: str) -> None:
    line = to_one_line(text)
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in line)
    assert line == " ".join(line.split()) or "\ufffd" in line


@given(st.text(st.characters(codec=None)))
def test_printable_text_keeps_its_length_and_can_be_encoded(text: str) -> None:
    assert len(to_printable(text)) == len(text)
    to_printable(text).encode("utf-8")


def test_escapes_and_direction_overrides_are_shown_not_obeyed() -> None:
    assert to_one_line("a\x1b[31mb\u202ec\r\nd") == "a\ufffd[31mb\ufffdc d"


@pytest.mark.parametrize("words", ["the car", "“the car”", "“the car", "the car”"])
def test_words_stand_in_one_pair_of_quotation_marks(words: str) -> None:
    assert in_quotes(words) == "“the car”"
