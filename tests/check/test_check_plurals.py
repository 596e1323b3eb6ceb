"""Kind plural-of-one: AT107, over attributions made by hand and whole drafts."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.rulebook import load_rulebook
from attrib.settings import Settings


def read(text: str, title: str | None = None) -> list[str]:
    article = make_article(text, title=title)
    found = check_article(article, load_rulebook(), settings=Settings(select=("AT107",)))
    return [
        item.span.of(title or "" if item.field == "title" else text) for item in found.diagnostics
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officials said it would hold. The official said so twice.", "The official"),
        ("Sources said it was over. “It is done,” the source said.", "the source"),
        ("People close to the talks said so. The person said it was over.", "The person"),
        ("Sources said it was over. The insider said he would go.", "The insider"),
        ("Witnesses said it was fast. The witness said it had no lights.", "The witness"),
        ("A diplomat said it was over. The diplomats said they would go.", "The diplomats"),
        ("“I saw it myself,” sources said.", "sources"),
        ("Team sources said the rider would miss the race. He said so twice.", "He"),
    ],
)
def test_several_who_turn_out_to_be_one_are_found(text: str, found: str) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "An official said it would hold. The official said so twice.",
        "Officials said it would hold. One official said so twice. The official was sure.",
        "Officials said it would hold. One of the officials said so twice.",
        "Officials said it would hold. Another said so twice. The official was sure.",
        "Officials said it would hold. Ida Moss, an official, was there. The official said so.",
        "Officials said it would hold. The officials said so twice.",
        "Officials said it would hold. The first official word came at noon.",
        "“We saw it,” sources said.",
        "Residents said “I told you so”.",
        "Officials said the mayor would go. He said nothing of the sort, he said.",
        "Bo Ashby said it was over. Officials said it would hold. He said so twice.",
        '"Officials said so. The official lied," Ida Moss, a clerk, said.',
        "",
    ],
)
def test_one_who_was_set_apart_or_introduced_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_headline_of_many_over_a_body_of_one_is_found() -> None:
    body = "The line will close, a source told the Gazette."
    assert read(body, "Line to close, sources say") == ["sources"]
    assert read(body, "Line to close, source says") == []
    assert read(body + " Another source said so too.", "Line to close, sources say") == []
    assert read("The line will close, sources said.", "Line to close, sources say") == []


def test_one_alert_a_kind_of_source() -> None:
    text = "Officials said so. The official said no. The official said yes."
    said = (
        Said("so", "Officials", "said", source_class="UOR"),
        Said("no", "The official", "said", after="so."),
        Said("yes", "The official", "said", after="no."),
    )
    found = checked(text, *said, select=("AT107",))
    assert codes(found) == ["AT107"]
    assert [place.span.of(text) for place in found[0].related] == ["Officials"]
