"""Sentences: rows are texts in which " | " stands where one sentence ends and the next begins."""

from __future__ import annotations

import pytest

from attrib.records import Article, Sentence
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULEBOOK = load_rulebook()

ROWS = [
    # quotes and their tags
    '"Are you sure?" asked Dr. Lee. | "Yes," he said.',
    '"The gate failed." she said. | "Nobody was hurt."',
    '"The gate failed," she said. | "Nobody was hurt."',
    "“Who knew?” Ada Okoye asked. | Nobody answered.",
    '"Stop! Go!" he shouted. | Then he ran.',
    # a long quote is split inside, and its last sentence keeps the tag
    '"The gate failed at six in the morning. | We called the port at once," Okoye said.',
    "Okoye said: “The gate failed at six in the morning. | We called the port at once.”",
    # a name after a quote that is no tag opens a sentence
    '"Is the gate at the north end of the quay safe?" | Mayor Roe left the room.',
    # a tag with a colon, or a comma and the next quote, leads on to what follows
    '"We will mend the gate before the storm." | She added: "It is a promise."',
    '"We will mend the gate before the storm." | She added, "It is a promise."',
    # closing quotes and brackets belong to the sentence they close
    "It is ‘done’. | (The port denied it.) | Rao left.",
    "He spoke of “‘a promise kept.’ ” | She did not.",
    "He wrote, ''It is over.'' | She did not.",
    # a dash and a name after a quote are its tag
    "“The most unfair rule of all.” ― Lea Roe",
    # titles, initials, ranks
    "Maj. Gen. Ada Okoye spoke. | Mr. Rao and Mrs. Roe did not.",
    "J. K. Marsh wrote it with Lea R. Dunn. | It sold.",
    "Sen. Rao met Rep. Roe in St. Anselm. | They talked.",
    # a word of grammar shows that the sentence ended with the abbreviation
    "He lives in the U.S. | The dam is near.",
    "The U.S. Senate met the U.K. Parliament. | It rained.",
    "She runs Harbour Freight Inc. | In May it closed.",
    "Harbour Freight Inc. Chairman Lea Roe resigned.",
    "Robert Dunn Jr. | He sang.",
    "He moved to the U.S. | “It was time,” he said.",
    # numbers, times, months
    "Pump No. 5 failed on Sept. 30 at 5.6 metres. | Was it safe? | No. | It was not.",
    "It closed at 5 p.m. on Monday. | At 6 a.m. Monday it opened.",
    "It scored 12. | The other scored 3.",
    "1. The gate is open.",
    "Prices rose 4.5 percent, e.g. in Lund, vs. 3 percent before.",
    # ellipses: words left out do not end a sentence, trailing off does
    "The talks ... Okoye said ... were long.",
    "It went on and on... | Rao left.",
    "It went on and on… | Rao left.",
    "He read the list . . . and slept.",
    "The gate failed .... | Rao left.",
    # marks in a row, and marks inside names
    "What?! | It is open.",
    "Yahoo! said it would close the site.",
    # small letters go on
    "The firm opened a plant in Calif. after the storm.",
    # missing spaces
    "The gate failed, he said.| The port closed.",
    "It is on harbour.example.org and at a.b@harbour.example.org now.",
    "Lea Roe owns Change.Org and Node.js shares.",
    # a quote that goes on in small letters after a full stop
    'The report was clear. | "a mess from end to end," it said.',
    # a name spelled with a small first letter
    "It closed in May. | iPhones were lost.",
    # brackets inside
    "Rep. G.K. Dunn (D-N.C.), who chairs the panel, spoke. | It ended.",
]


@pytest.mark.parametrize("row", ROWS)
def test_sentences_end_where_the_row_says(row: str) -> None:
    # "| " without a space before it stands where the text has no space at all.
    text = row.replace(" | ", " ").replace("| ", "")
    found = [sentence.span.of(text) for sentence in _sentences(text)]
    assert found == row.replace(" | ", "| ").split("| ")


def test_sentence_of_hard_wrapped_lines_runs_over_the_line_ends() -> None:
    text = (
        "The harbour office said on Monday that the northern gate\n"
        "would stay shut until engineers had looked at the hinges\n"
        "again. The ferry will sail from the southern quay, where\n"
        "there is room for it.\n"
    )
    found = [sentence.span.of(text) for sentence in _sentences(text)]
    assert [sentence.split()[-1] for sentence in found] == ["again.", "it."]


def test_furniture_has_no_sentences() -> None:
    text = "Read more: How the gate failed.\n\nThe gate failed on Monday.\n"
    assert [sentence.span.of(text) for sentence in _sentences(text)] == [
        "The gate failed on Monday."
    ]


def test_sentence_knows_its_paragraph() -> None:
    text = "The gate failed. It was late.\n\nNobody was hurt.\n"
    segmentation = segment(Article(id="a", text=text), RULEBOOK)
    assert [sentence.paragraph for sentence in segmentation.sentences] == [0, 0, 1]


def _sentences(text: str) -> tuple[Sentence, ...]:
    return segment(Article(id="a", text=text), RULEBOOK).sentences
