"""Kinds late-tag, speaker-switch and short-quote: AT302 to AT305, by hand and by the pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting import Said, checked, codes

from attrib.api import article, check
from attrib.records import Diagnostic
from attrib.settings import Settings

THREE = '"The budget is broken. The reserves are gone. Nobody told us,"'


def found_by(code: str, text: str, title: str | None = None) -> tuple[Diagnostic, ...]:
    draft = article(text, title=title)
    return check(draft, settings=Settings(select=(code,)))


def words_of(found: tuple[Diagnostic, ...]) -> list[str]:
    return [diagnostic.words for diagnostic in found]


def test_speaker_behind_three_sentences_is_late() -> None:
    text = f"The council met. {THREE} treasurer Ida Moss said."
    said = Said(THREE, "treasurer Ida Moss", "said", voice="direct")
    (found,) = checked(text, said, select=("AT302",))
    assert found.span.of(text) == THREE
    assert [place.span.of(text) for place in found.related] == ["treasurer Ida Moss"]


@pytest.mark.parametrize(
    "before", ["Ida Moss closed her folder.", "Ms Moss was blunt:", "Moss had warned them in May."]
)
def test_speaker_named_in_the_line_before_is_not_late(before: str) -> None:
    text = f"{before} {THREE} treasurer Ida Moss said."
    said = Said(THREE, "treasurer Ida Moss", "said", voice="direct")
    assert codes(checked(text, said, select=("AT302",))) == []


@pytest.mark.parametrize(
    "text",
    [
        "“They cut our pay. They cut our breaks. Enough is enough,” said Bo Ashby, a steward.",
        "Rain fell.\n\n“They cut our pay. They cut our breaks.\n\n“Enough,” Bo Ashby said.",
        "Rain fell. 'They cut our pay. They cut our breaks too,' Bo Ashby said.",
        "Rain fell. “We lost it all. It took us years.” That was the verdict of Bo Ashby.",
        "“They cut our pay. They cut our breaks,” she said.",
        "Rain fell.\n\n“We lost it all. It took years.”\n\nThe words are those of Bo Ashby.",
        "Rain fell. “We lost it all. It took years.” Bo Ashby was speaking at the yard gate.",
        "Two skippers won. “We lost the mast. We went on,” one of the two, Bo Ashby, recounted.",
    ],
)
def test_late_speakers_of_every_shape_are_found(text: str) -> None:
    assert len(found_by("AT302", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“They cut our pay,” said Bo Ashby. “They cut our breaks. Enough is enough.”",
        "Bo Ashby said: “They cut our pay. They cut our breaks. Enough is enough.”",
        "Bo Ashby spoke. “They cut our pay. They cut our breaks,” the steward said.",
        "“Will you stay?” Ida Moss asked. “I do not know it. Ask me in spring,” said Bo Ashby.",
        "“No. We will not,” said Bo Ashby.",
        "Skipper Bo Ashby spoke at the quay. “We lost the mast. We went on.”\n\nArle Hospital said"
        " that all were well.",
    ],
)
def test_speakers_known_in_time_are_left_alone(text: str) -> None:
    assert words_of(found_by("AT302", text)) == []


SWITCH = '"We will pay," Li Wen said. "They will not," said Bo Ashby.'


def test_second_speaker_in_one_paragraph_is_found_with_his_words() -> None:
    (found,) = found_by("AT303", SWITCH)
    assert found.span.of(SWITCH) == '"They will not," said Bo Ashby'
    assert [place.span.of(SWITCH) for place in found.related] == ['"We will pay,"']


@pytest.mark.parametrize(
    "text",
    [
        "“Our prices are fair,” Dov Reiss said. “They rob us,” countered Ida Moss.",
        "'It is safe,' the mayor, Ida Moss, said. 'My son fell from it,' said Bo Ashby, a parent.",
        "Ida Moss said: “It brings jobs to all of the town.”\n\n“It costs us ours,” said Bo Ashby.",
        "Ida Moss and Bo Ashby met. “It is safe,” said Ida Moss. “It is old,” said Bo Ashby.",
        "“It is safe,” Ida Moss said. “My son fell from it!” came the reply from Bo Ashby.",
        "“It is safe,” Ida Moss said. “My son fell from it!” The speaker was Bo Ashby, a parent.",
        "“I saw the car,” a neighbour said. “It was going fast,” a second neighbour said.",
    ],
)
def test_switches_of_every_shape_are_found(text: str) -> None:
    assert len(found_by("AT303", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“It is safe,” Ida Moss said.\n\nBo Ashby disagreed. “It is not,” he said.",
        "“It is safe,” Ida Moss said. Bo Ashby said: “It is not.”",
        "“It is safe,” Ida Moss said. “It is new,” she added.",
        "“Is it safe?” Ida Moss asked. “It is not,” said Bo Ashby.",
        "“Go,” Ida Moss said. “No,” said Bo Ashby. “Go now,” Ida Moss said.",
        "“It is safe,” said Ida Moss. Bo Ashby said: “It is old.”",
    ],
)
def test_changes_of_speaker_that_the_text_announces_are_left_alone(text: str) -> None:
    assert words_of(found_by("AT303", text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The mayor was "pleased".', '"pleased"'),
        ("Ida Moss said it was “very good” of them.", "“very good”"),
        ("Bo Ashby said talks were 'ongoing' in Brenna.", "'ongoing'"),
        ("The pier opens “on Friday”, said Bo Ashby.", "“on Friday”"),
        ("Bo Ashby said members had 'several questions' on it.", "'several questions'"),
    ],
)
def test_ordinary_words_in_marks_are_found(text: str, words: str) -> None:
    assert words_of(found_by("AT304", text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        'Ida Moss called the referee "a cheat".',
        'The tribunal ruled that it was not "reasonable".',
        'Inspectors rated the school "good".',
        'The word "sorry" was not in the letter.',
        'The film "Happy" opens on Monday.',
        '"We are very pleased," she said.',
        "The mayor was pleased.",
    ],
)
def test_words_whose_wording_matters_are_left_alone(text: str) -> None:
    assert words_of(found_by("AT304", text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The "expert" left at noon.', '"expert"'),
        ("The council’s “consultation” drew nine letters.", "“consultation”"),
        ("Two 'climate experts' from the firm came.", "'climate experts'"),
        ('The governor signed the "reform" on Friday.', '"reform"'),
        ("Homes will share a “rebate” of £2 each, the ministry said on Friday.", "“rebate”"),
        ("The club chose a 'chairman' who knows no rules.", "'chairman'"),
    ],
)
def test_marks_that_cast_doubt_are_found(text: str, words: str) -> None:
    assert words_of(found_by("AT305", text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        'Ida Moss called the plan a "reform".',
        'The word "reform" stands in it.',
        'The words "reform" and "expert" stand in it.',
        'The reports were a "reform", the ministry said.',
        'Bo "Doctor" Ashby won the bout.',
        'The Maori word "whanau" means "family".',
        'Ida Moss said the "expert" never came.',
        'Ida Moss said it was a "reform". The "reform" begins in May.',
        "The expert left at noon.",
    ],
)
def test_words_that_somebody_speaks_or_that_are_words_are_left_alone(text: str) -> None:
    assert words_of(found_by("AT305", text)) == []


def test_opinion_may_sneer(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text('---\ngenre: opinion\n---\n\nThe "expert" left at noon.\n', encoding="utf-8")
    assert check(path, settings=Settings(select=("AT305",))) == ()
