"""Faults put in words that no list has, each with a draft beside it that commits none."""

from __future__ import annotations

import pytest
from reading import found_by, words_of

ANONYMOUS = "who asked not to be named because she still works there, said "
TALKS = (
    "The ferry line may be sold, according to its treasurer, who asked not to be named because the "
    "talks are private. The town owns a third of it.\n\n"
)
DISPUTE = (
    "Anglers say the mill poisons the Arle. The mill says its filters work. "
    "A court will hear both in May.\n\n"
)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("AT105", f"A porter, {ANONYMOUS}Ida Moss could not run a raffle."),
        ("AT105", f"A porter, {ANONYMOUS}Ida Moss was a hailstorm in heels."),
        (
            "AT102",
            "Someone close to Ida Moss, asking not to be named as the club fines those who talk, "
            "said that she would leave.",
        ),
        ("AT110", f"{TALKS}Treasurer Ida Moss did not want to say anything on Monday."),
        ("AT110", f'{TALKS}The treasurer, Ida Moss, sent a text of two words: "No comment."'),
        ("AT204", "Ida Moss said a guard had told him of assurances from miners that it was safe."),
        ("AT205", "Ida Moss said Bo Ashby told her he sank it.\n\nAshby's ultimatum is known."),
        ("AT301", 'A cart stood by the post office. "Nobody told us the road would be shut."'),
        ("AT303", '"It was a foul," Ida Moss said.\n\n"It was not." Coach Bo Ashby shrugged.'),
        ("AT310", 'Ida Moss and Bo Ashby won. "We just kept on rowing to the end," they said.'),
        (
            "AT313",
            'Bo Ashby pledged new piers. "New piers are what I\'d like us to aim for," he said.',
        ),
        ("AT404", "The race is off. It came as a relief to Ashby. The boats are ashore."),
        ("AT404", "The race is off. For skipper Bo Ashby, two boats were better than one."),
        ("AT404", "The race is off. To Ashby's mind it should be. The boats are ashore."),
        ("AT407", f"{DISPUTE}The mill's poisoning of the river is on nobody's agenda."),
        ("AT407", f"{DISPUTE}Undeterred by the mill's cover-up, divers will go down in June."),
    ],
)
def test_fault_is_found_however_it_is_put(code: str, text: str) -> None:
    assert len(found_by(code, text)) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("AT105", f"A porter, {ANONYMOUS}Ida Moss was relentless and never got tired."),
        ("AT105", "Bo Ashby, a porter, said Ida Moss could not run a raffle."),
        # Why a name is held back runs nobody down.
        ("AT105", f"A porter, {ANONYMOUS}that the ward was full."),
        (
            "AT105",
            "A nurse, who asked not to be named because she had not been cleared to speak, said "
            "that the ward was full.",
        ),
        ("AT110", f"{TALKS}The harbour master, Bo Ashby, did not want to say anything on Monday."),
        ("AT204", "Ida Moss said the word from the port was good."),
        ("AT205", "Ida Moss said Bo Ashby told her he sank it.\n\nMoss's ultimatum is known."),
        ("AT301", 'A farmer stood by the post office. "Nobody told us the road would be shut."'),
        ("AT303", '"It was a foul," Ida Moss said.\n\n"It was no dive." Moss shrugged.'),
        ("AT310", 'Ida Moss won. "We just kept on rowing to the end," they said in a statement.'),
        ("AT313", 'Bo Ashby pledged new piers. "New piers will be built by June," he said.'),
        ("AT404", "The race is off. It came as a relief to the town. The boats are ashore."),
        ("AT404", "The race is off. Ashby is believed to be ashore. The boats are, too."),
        ("AT404", "The race is off. The two suspects, both from Arle, are ashore."),
        ("AT407", "The mill's poisoning of the river is on nobody's agenda."),
        ("AT407", f"{DISPUTE}Claims of poisoning and of a cover-up will be heard then."),
    ],
)
def test_what_only_looks_alike_is_left_alone(code: str, text: str) -> None:
    assert found_by(code, text) == ()


SAT = "Harbour office sat on crane report"
TOLD = "The harbour office held back a report on its crane, a former guard told the council."


def test_headline_that_takes_one_side_is_found_though_its_words_differ() -> None:
    text = f"{TOLD}\n\nIda Moss, the office's head, said it had not been withheld.\n\nIt rained."
    (found,) = found_by("AT701", text, SAT)
    assert (found.field, found.severity) == ("title", "info")
    assert len(found.related) == 2


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            SAT,
            f"{TOLD}\n\nIda Moss, its head, admitted it and said it had not been long.",
        ),
        (SAT, f"{TOLD}\n\nThe crane is blue."),
        (f"{SAT}, guard says", f"{TOLD}\n\nIda Moss, its head, said it had not been withheld."),
        (f"{SAT}: guard", f"{TOLD}\n\nIda Moss, its head, said it had not been withheld."),
    ],
)
def test_headline_whose_matter_is_settled_or_attributed_is_left_alone(
    title: str, text: str
) -> None:
    assert words_of("AT701", text, title) == []


def test_slight_is_only_info_where_an_insult_is_a_warning() -> None:
    slight = f"A porter, {ANONYMOUS}Ida Moss could not plan a picnic."
    insult = '"Ida Moss is a liar," one aide said.'
    levels = [one.severity for text in (slight, insult) for one in found_by("AT105", text)]
    assert levels == ["info", "warning"]
