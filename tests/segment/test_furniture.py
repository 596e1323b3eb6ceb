"""Furniture and headlines: a real sentence is never furniture, and furniture rarely prose."""

from __future__ import annotations

import pytest

from attrib.records import Article, Span
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULEBOOK = load_rulebook()
BODY = (
    "The northern gate of the harbour failed on Monday night, the harbour office said.",
    "Nobody was hurt, said Lea Roe, who runs the office, and the ferry sailed on time.",
    "The gate was built in 1961 and has been painted nine times since, by the records.",
)

FURNITURE = [
    # labels, navigation and advertisements
    "Photo",
    "World News",
    "WHAT WE KNOW",
    "Advertisement Continue reading below",
    "Share this story",
    "Updated at 6:15 a.m. Tuesday",
    "Harbour Wire | Updated: 2031-09-15 17:52",
    "_____",
    "* * *",
    "More: Seven ferries that never sailed",
    "READ MORE: A ferry defies the storm.",
    "[A ferry captain who paints gates at night]",
    "Follow Ada Okoye on Twitter: @aokoye_harbour",
    "Read or Share the story at https://harbour.example/2b",
    "Newsletter Sign Up Our harbour letter every morning Enter your address here. Thanks.",
    # bylines, credits and notes of the desk
    "By Ada Okoye",
    "Ada Okoye/Harbour Wire",
    "Harbour Images",
    "(Reporting by Ada Okoye; Editing by Lea Dunn)",
    "Ada Okoye contributed to this report.",
    "Copyright 2031 Harbour Wire. All rights reserved. Ask before you copy this.",
    # captions
    "Men look at the gate on Tuesday. (Ada Okoye/Harbour Wire)",
    "Men look at the gate on Tuesday. [Photo/Agencies]",
    "Men look at the gate on Tuesday. (Photo: Harbour Trust)",
    "Men look at the gate on Tuesday. Photograph: Ada Okoye",
    "Enlarge this image toggle caption Ada Okoye/HW Ada Okoye/HW",
    "Roe on the gate: “It will never be shut” Roe on the gate: “It will never be shut” 2:04",
    "Photos: The gate A man looks at the gate. Hide Caption 3 of 12",
    "The gate 3 show all The gate 1/3 The gate at dawn Roe 2/3 The gate at noon Roe 3/3 Night Roe",
    # a teaser, with where it leads to
    "Men look at the gate on Tuesday Read more",
    "Men look at the gate on Tuesday, read more:",
    "Men look at the gate on Tuesday – read more »",
    "Men look at the gate on Tuesday (read more)",
    "Three gates of the north, and what became of them: Read more",
    "Ranked! The ten gates that failed us most often! READ MORE",
    # a post shown in full
    "The gate has failed again, stay away. — Ada Okoye (@aokoye) May 2, 2031",
]

PROSE = [
    # short sentences
    "Why?",
    "Nobody came.",
    "The point? Rust.",
    # what leads on to a quote or a list
    "Okoye added:",
    "He continued:",
    # quotes, also with the stop left out, and with a tag after a dash
    "'The gate held for an hour.'",
    "“He should not say that the gate of this harbour is safe.” ― Lea Roe",
    '"We all knew that the gate would fail one day," he told the council',
    # words that furniture begins with
    "More ferries sailed on Tuesday, the office said.",
    "Photo albums of the gate were lost in the flood.",
    "Related talks with the town failed, Roe said.",
    "Copyright law was the other matter on the agenda.",
    # brackets and strokes that are no credit
    "The gate is closed. (The trust denied that.)",
    "(The trust denied that the gate was closed.)",
    "She joined the dockers’ union (Unite/GMB).",
    "No ferry sails between Lund Corner and Anselm Quay/Harrow Road.",
    "The paper gave the three plays 3/5, 4/5 and 2/5.",
    # a note of the source after the stop
    "“The gate should not have failed on a calm night.” [HW]",
    # who is quoted says it twice, and the stop is left out
    "Roe said: “The ferry runs for the islands — and always did for the islands — so let it be”",
    # addresses in a sentence
    "He asks readers to write to harbour@harbour.example before Monday.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_line_of_the_page_is_furniture(line: str) -> None:
    # Two captions stand by, as on a page where such lines are found.
    captions = ("A man at the gate on the morning after", "Boats in the harbour below the gate")
    assert _kind_of(line, *captions) == "furniture"


@pytest.mark.parametrize("line", PROSE)
def test_sentence_of_the_story_is_prose(line: str) -> None:
    captions = ("A man at the gate on the morning after", "Boats in the harbour below the gate")
    assert _kind_of(line, *captions) == "prose"


def test_line_without_a_stop_repeated_or_continued_elsewhere_is_furniture() -> None:
    caption = "Smoke stands over the northern gate after the fire"
    kinds = _kinds("\n".join([f"{caption}, read more:", caption, *BODY]))
    assert kinds == ["furniture", "furniture", "prose", "prose", "prose"]


def test_caption_with_a_stop_repeated_with_its_credit_is_furniture() -> None:
    caption = "Men look at the northern gate on Tuesday."
    kinds = _kinds("\n".join([f"{caption} Credit: Ada Okoye", caption, *BODY]))
    assert kinds == ["furniture", "furniture", "prose", "prose", "prose"]


def test_caption_made_from_a_sentence_leaves_the_sentence_prose() -> None:
    kinds = _kinds("\n".join([*BODY, BODY[0].rstrip("."), "A man at the gate on the day after"]))
    assert kinds == ["prose", "prose", "prose", "furniture", "furniture"]


def test_of_a_sentence_that_stands_twice_the_first_is_prose() -> None:
    assert _kinds("\n".join([*BODY, BODY[0]])) == ["prose", "prose", "prose", "furniture"]


def test_one_sentence_without_its_stop_in_a_clean_draft_is_prose() -> None:
    slip = "The office will look at the hinges again next week"
    assert _kinds("\n\n".join([BODY[0], slip, BODY[1]])) == ["prose", "prose", "prose"]


@pytest.mark.parametrize(
    "slip",
    [
        "The storm made the oil below the northern gate spread more",
        "The children of the town were asked to swim less, to walk more, read more",
        "The harbour office asked the boats in the bay to stay and not follow us",
        "No ferry has a name that is harder to bear than the Dread More",
        'Roe gave the children of the town some advice on Monday: "Read more"',
    ],
)
def test_sentence_without_its_stop_may_end_as_a_teaser_does(slip: str) -> None:
    assert _kinds("\n\n".join([BODY[0], slip, BODY[1]])) == ["prose", "prose", "prose"]


def test_paragraph_of_several_sentences_without_its_last_stop_is_prose() -> None:
    slip = (
        "Change has come to the harbours of the north, Roe said after the office made known that "
        "two gates would be moved. The office had been under pressure since the flood. The gates "
        "that are there now will be the last of their kind, the office said"
    )
    kinds = _kinds("\n".join(["Photos: the gate 3 of 12", slip, "A man at the gate", *BODY]))
    assert kinds == ["furniture", "prose", "furniture", "prose", "prose", "prose"]


def test_plan_with_labels_and_a_few_sentences_is_furniture() -> None:
    plan = (
        "THE GATE Quay Road HARBOUR STREET Where the gate failed on Monday. NORTHERN PIER The "
        "Harbour Office stands about 400 yards from it. FERRY TERMINAL Lund Corner HARROW ROAD "
        "FISH MARKET Anselm Quay 200 FEET By Harbour Wire | Source: Harbour Office Map"
    )
    kinds = _kinds("\n".join(["Photos: the gate 3 of 12", BODY[0], plan, BODY[1]]))
    assert kinds == ["furniture", "prose", "furniture", "prose"]


def test_front_matter_is_no_sign_of_a_page_full_of_furniture() -> None:
    slip = "The office will look at the hinges again next week"
    text = "---\noutlet: Harbour Wire\n---\n" + "\n\n".join([BODY[0], slip, BODY[1]])
    given = Article(id="a", text=text, furniture=(Span(0, text.index(BODY[0])),))
    kinds = [paragraph.kind for paragraph in segment(given, RULEBOOK).paragraphs]
    assert kinds == ["furniture", "prose", "prose", "prose"]


def test_text_without_any_stops_is_prose() -> None:
    text = "The mayor said on Monday that the gate was safe\nThe port said that it was not safe"
    assert _kinds(text) == ["prose", "prose"]


def test_items_of_a_list_worded_as_sentences_are_prose() -> None:
    text = f"{BODY[0]}\n\n* the hinges were old and rusty\n* the storm came from the north\n"
    assert _kinds(text) == ["prose", "furniture", "prose", "furniture", "prose"]


@pytest.mark.parametrize(
    "lines",
    [
        # title case, and no stop
        ("Harbour Gate Fails in the Night", *BODY),
        # sentence case
        ("Harbour gate fails in the night, office says", *BODY),
        # all capitals
        ("HARBOUR GATE FAILS, OFFICE SAYS", *BODY),
        # closed with a full stop, as some archives do
        ("Harbour Gate Fails in the Night.", *BODY),
        # a question
        ("Why Did the Harbour Gate Fail Again?", *BODY),
        # marked
        ("# Gate fails", *BODY),
        # below navigation
        ("Connect with us", "World News", "Harbour Gate Fails in the Night", *BODY),
        # above a byline
        ("Harbour Gate Fails in the Night", "By Ada Okoye", *BODY),
    ],
)
def test_headline_is_found_on_top(lines: tuple[str, ...]) -> None:
    text = "\n\n".join(lines)
    found = segment(Article(id="a", text=text), RULEBOOK)
    (headline,) = [block for block in found.paragraphs if block.kind == "headline"]
    assert "Gate" in headline.span.of(text).title()
    assert not headline.span.of(text).startswith("#")
    assert [block.kind for block in found.paragraphs][-3:] == ["prose"] * 3


@pytest.mark.parametrize(
    "title", ["Why the Children of the Harbour Should Read More", "WHY TOWNS SHOULD READ MORE"]
)
def test_headline_in_capitals_may_end_as_a_teaser_does(title: str) -> None:
    assert _kinds("\n\n".join([title, *BODY])) == ["headline", "prose", "prose", "prose"]


def test_headline_has_a_sentence() -> None:
    text = "Harbour Gate Fails in the Night\n\n" + "\n\n".join(BODY)
    found = segment(Article(id="a", text=text), RULEBOOK)
    assert found.sentences[0].span.of(text) == "Harbour Gate Fails in the Night"


def test_first_sentence_is_no_headline() -> None:
    assert _kinds("\n\n".join(BODY)) == ["prose", "prose", "prose"]


def test_line_that_equals_the_title_is_the_headline() -> None:
    text = "\n".join(["Gate fails", *BODY])
    found = segment(Article(id="a", text=text, title="“Gate fails”"), RULEBOOK)
    assert found.paragraphs[0].kind == "headline"


def test_line_unlike_the_known_title_is_no_headline() -> None:
    text = "\n".join(["A man at the gate on the morning after the storm", *BODY])
    found = segment(Article(id="a", text=text, title="Ferries sail on time"), RULEBOOK)
    assert found.paragraphs[0].kind == "furniture"


def test_sentence_that_says_what_the_title_says_is_prose() -> None:
    text = "\n".join(["The harbour gate failed in the night.", *BODY])
    found = segment(Article(id="a", text=text, title="Harbour gate failed in night"), RULEBOOK)
    assert found.paragraphs[0].kind == "prose"


@pytest.mark.parametrize("heading", ["## What the office says", "The hinges", "## Was it safe?"])
def test_heading_amid_the_text_is_furniture(heading: str) -> None:
    text = "\n\n".join([BODY[0], heading, BODY[1]])
    assert set(_kinds(text)[1:-1]) == {"furniture"}


def _kind_of(line: str, *others: str) -> str:
    text = "\n\n".join([BODY[0], others[0], BODY[1], line, others[1], BODY[2]])
    found = segment(Article(id="a", text=text), RULEBOOK).paragraphs
    (kind,) = {block.kind for block in found if block.span.of(text) == line}
    return kind


def _kinds(text: str) -> list[str]:
    return [block.kind for block in segment(Article(id="a", text=text), RULEBOOK).paragraphs]
