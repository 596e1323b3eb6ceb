"""Kind bare-speaker: AT101 and AT501, over attributions made by hand."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

BARE = ("AT101",)
WEASEL = ("AT501",)


@pytest.mark.parametrize(
    "source",
    ["A source", "Sources", "one source", "Three sources", "an informed source", "Insiders"],
)
def test_source_without_any_description_is_found(source: str) -> None:
    text = f"{source} said the dam would hold."
    found = checked(text, Said("the dam would hold", source, "said"), select=BARE)
    assert codes(found) == ["AT101"]
    assert found[0].span.of(text) == source
    assert source in found[0].message


@pytest.mark.parametrize(
    "source",
    ["A Treasury source", "A source close to the board", "a senior party source",
     "Ida Moss", "Police sources"],
)  # fmt: skip
def test_source_with_a_description_or_an_introduction_is_left_alone(source: str) -> None:
    text = f"{source} said the dam would hold."
    found = checked(text, Said("the dam would hold", source, "said"), select=BARE)
    assert codes(found) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The dam would hold, said a source with knowledge of the talks.", "a source"),
        ("The dam would hold, said a source, who saw the plans.", "a source"),
        ("White House sources said the dam would hold.", "sources"),
        ("He said source code was safe, the dam would hold.", "source"),
    ],
)
def test_words_around_a_mention_cut_short_still_describe_it(text: str, source: str) -> None:
    found = checked(text, Said("dam would hold", source, "said"), select=BARE)
    assert codes(found) == []


def test_source_inside_quotation_marks_is_left_alone() -> None:
    text = '"A source said the dam would hold," Ida Moss wrote.'
    said = Said("the dam would hold", "A source", "said")
    assert codes(checked(text, said, select=BARE)) == []


def test_one_alert_a_source_and_article() -> None:
    text = "Sources said the dam would hold. Sources said the lock was shut. A source spoke up."
    said = (
        Said("the dam would hold", "Sources", "said"),
        Said("the lock was shut", "Sources", "said", after="hold."),
    )
    found = checked(text, *said, select=BARE)
    assert [item.span.start for item in found] == [0]


def test_two_bare_sources_are_two_alerts() -> None:
    text = "A source said the dam would hold. Another source said the lock was shut."
    said = (
        Said("the dam would hold", "A source", "said"),
        Said("the lock was shut", "Another source", "said", after="hold."),
    )
    assert codes(checked(text, *said, select=BARE)) == ["AT101", "AT101"]


@pytest.mark.parametrize("source", ["Experts", "Many observers", "some", "Critics"])
def test_crowd_without_faces_is_found(source: str) -> None:
    text = f"{source} say bread prices will fall. The mills were shut."
    found = checked(text, Said("bread prices will fall", source, "say"), select=WEASEL)
    assert codes(found) == ["AT501"]


@pytest.mark.parametrize(
    "source",
    ["Two experts", "The critics", "Researchers at Leedon University", "Ten of the observers"],
)
def test_crowd_that_is_counted_or_introduced_is_left_alone(source: str) -> None:
    text = f"{source} say bread prices will fall. The mills were shut."
    found = checked(text, Said("bread prices will fall", source, "say"), select=WEASEL)
    assert codes(found) == []


def test_crowd_backed_by_a_named_case_within_two_sentences_is_left_alone() -> None:
    text = "Experts say bread will be cheap. It rained. Ida Moss said a loaf would cost two crowns."
    crowd = Said("bread will be cheap", "Experts", "say")
    named = Said("a loaf would cost two crowns", "Ida Moss", "said", source_class="NEX")
    assert codes(checked(text, crowd, named, select=WEASEL)) == []
    assert codes(checked(text, crowd, select=WEASEL)) == ["AT501"]


def test_named_case_three_sentences_on_comes_too_late() -> None:
    text = "It froze. It thawed. Experts say so. It rained. It snowed. Ida Moss said it would not."
    crowd = Said("so", "Experts", "say")
    named = Said("it would not", "Ida Moss", "said", source_class="NEX")
    assert codes(checked(text, crowd, named, select=WEASEL)) == ["AT501"]


def test_crowd_in_the_lead_may_be_backed_by_the_rest_of_the_body() -> None:
    text = "Experts say so. It rained. It snowed. It thawed. Ida Moss said it would not."
    crowd = Said("so", "Experts", "say")
    named = Said("it would not", "Ida Moss", "said", source_class="NEX")
    assert codes(checked(text, crowd, named, select=WEASEL)) == []
    assert codes(checked(text, crowd, select=WEASEL)) == ["AT501"]
