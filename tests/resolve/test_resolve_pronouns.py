"""Pronouns as sources: one certain candidate, or unresolved with the reason."""

from __future__ import annotations

import pytest
from staging import names_at, resolved, source_at

import attrib

CERTAIN = [
    # the speaker of the sentence before
    "[source Ida Moss] [cue said] [content the dam held]. "
    "[source2 She] [cue2 added] [content2 it was old].",
    # over a paragraph, behind a quote of several sentences
    "[content “The dam held. It is old. It will go,”] [cue said] [source Ida Moss]. “We know.”\n\n"
    "[content2 “It was built in a hurry,”] [source2 she] [cue2 said].",
    # somebody named only inside what was said is no rival
    "[source Ida Moss] [cue said] [content that Bo Ashby had left]. "
    "[source2 She] [cue2 added] [content2 it was late].",
    # an owner or a modifier is no rival
    "[source Ida Moss] [cue said] [content the dam held]. "
    "In Bo Ashby's house [source2 she] [cue2 added] [content2 it was late].",
    # the speaker goes on in his own indirect speech
    "[source Ida Moss] [cue said] [content2 the dam had held], [source2 she] [cue2 believed].",
    # the one before is known for another gender
    "[source Ms. Ida Moss] [cue said] [content the dam held]. Mr. Ashby nodded. "
    "[source2 She] [cue2 added] [content2 it was late].",
]


@pytest.mark.parametrize("markup", CERTAIN)
def test_pronoun_is_the_last_speaker(markup: str) -> None:
    resolution = resolved(markup)
    assert names_at(resolution)[-1] == "Ida Moss"
    assert resolution.attributions[-1].reason


def test_subject_of_the_same_sentence_comes_before_the_last_speaker() -> None:
    resolution = resolved(
        "[source Ida Moss] [cue said] [content the dam held].\n\n"
        "Bo Ashby arrived late, and [source2 he] [cue2 said] [content2 it leaked]."
    )
    assert names_at(resolution) == ["Ida Moss", "Bo Ashby"]


def test_two_people_in_the_window_leave_the_pronoun_open() -> None:
    resolution = resolved(
        "[source Lee Chan] [cue said] [content the dam held]. Bo Ashby and Vic Roe disagreed. "
        "[source2 He] [cue2 added] [content2 it was late]."
    )
    found = source_at(resolution, 1)
    assert not found.resolved
    assert (found.name, found.source_class) == ("He", None)
    assert found.reason.startswith("two could be meant: ")
    assert "Lee Chan" in found.reason


@pytest.mark.parametrize(
    ("name", "speaker"), [("LakeWorld", "Ida Moss"), ("McEwan", "McEwan"), ("RuVara", "RuVara")]
)
def test_a_brand_with_a_capital_inside_is_nobody(name: str, speaker: str) -> None:
    resolution = resolved(
        f"[source Ida Moss] [cue said] [content the dam held]. Many liked {name}. {name} grew, and "
        f"{name} had plans. {name} closed. [source2 She] [cue2 added] [content2 it was late]."
    )
    assert names_at(resolution) == ["Ida Moss", speaker]


def test_speaker_is_not_the_one_named_in_his_own_words() -> None:
    resolution = resolved(
        "Bo Ashby waited. [content Bo Ashby would resign], [source he] [cue said]."
    )
    assert names_at(resolution) == [None]


def test_a_person_described_in_between_leaves_the_pronoun_open() -> None:
    resolution = resolved(
        "[source Bo Ashby] [cue said] [content the dam held]. The harbour pilot waited outside. "
        "[source2 He] [cue2 said] [content2 it leaked]."
    )
    assert names_at(resolution) == ["Bo Ashby", None]


def test_gender_comes_from_the_text_and_a_first_name_only_keeps_its_bearer_out() -> None:
    markup = (
        "[source {}] [cue said] [content the dam held]. [source2 He] [cue2 said] [content2 so]."
    )
    assert names_at(resolved(markup.format("Lee Moss"))) == ["Lee Moss", "Lee Moss"]
    assert names_at(resolved(markup.format("Ida Moss"))) == ["Ida Moss", None]
    assert names_at(resolved(markup.format("Robert Moss"))) == ["Robert Moss", "Robert Moss"]
    assert names_at(resolved(markup.format("Ms. Moss"))) == ["Moss", None]
    assert names_at(resolved(markup.format("Ida Moss, a spokeswoman for Peru,")))[1] is None


def test_a_pronoun_after_an_open_speaker_stays_open() -> None:
    resolution = resolved(
        "Bo Ashby and Lee Chan met Vic Roe. [source He] [cue said] [content the dam held]. "
        "[source2 He] [cue2 added] [content2 it leaked]."
    )
    assert names_at(resolution) == [None, None]
    assert source_at(resolution, 0).id != source_at(resolution, 1).id


def test_it_is_the_body_that_spoke_last() -> None:
    resolution = resolved(
        "[source The River Authority] [cue said] [content the dam held]. "
        "[source2 It] [cue2 added] [content2 that rain was due]."
    )
    assert names_at(resolution) == ["River Authority", "River Authority"]


def test_it_is_open_after_a_person_and_far_from_a_body() -> None:
    resolution = resolved(
        "[source Bo Ashby] [cue said] [content the dam held]. "
        "[source2 It] [cue2 said] [content2 so]."
    )
    assert names_at(resolution) == ["Bo Ashby", None]


def test_they_are_the_several_who_spoke_last() -> None:
    resolution = resolved(
        "[source Peru and Chile] [cue said] [content the dam held]. "
        "[source2 They] [cue2 urged] [content2 calm]."
    )
    first, second = source_at(resolution, 0), source_at(resolution, 1)
    assert first == second
    assert first.name == "Chile and Peru"


def test_who_is_whoever_is_named_before_it() -> None:
    resolution = resolved("Bo Ashby, [source who] [cue said] [content the dam held], left.")
    assert names_at(resolution) == ["Bo Ashby"]


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    resolution = resolved(
        "“[source2 I] [cue2 believe] [content2 it leaks],” [cue said] [source Bo Ashby].",
        within={2: 1},
    )
    assert set(names_at(resolution)) == {"Bo Ashby"}


def test_first_person_outside_a_quotation_is_the_writer_and_no_source() -> None:
    found = source_at(resolved("[source I] [cue think] [content it leaks]."), 0)
    assert not found.resolved
    assert "writer" in found.reason


def test_agentless_attribution_has_no_source() -> None:
    resolution = resolved("[content The dam held], it was [cue reported].")
    assert resolution.attributions[0].source_id is None
    assert resolution.attributions[0].chain == ()
    assert resolution.sources == ()


def test_pronoun_inside_indirect_speech_may_be_the_one_spoken_of_before() -> None:
    resolution = resolved(
        "Bo Ashby ran. [source Lee Chan] [cue said] "
        "[source2 he] [cue2 refused] [content2 to stop].",
        within={2: 1},
    )
    assert names_at(resolution) == ["Lee Chan", None]


def test_pronoun_behind_a_name_in_the_same_speech_is_open() -> None:
    resolution = resolved(
        "[source Lee Chan] [cue said] Bo Ashby was right when "
        "[source2 he] [cue2 said] [content2 so].",
        within={2: 1},
    )
    assert names_at(resolution)[1] != "Lee Chan"


def test_speaker_inside_another_speech_is_not_the_last_outside_it() -> None:
    resolution = resolved(
        "[source Lee Chan] [cue said] that [source2 the River Office] [cue2 said] "
        "[content2 it held]. "
        "[source3 It] [cue3 added] [content3 nothing].",
        within={2: 1},
    )
    assert names_at(resolution)[2] is None


def test_nobody_denies_what_he_has_just_said() -> None:
    for claim in ("Mark Ashby accused Jon Moss of theft.", "Lee Roe said Mark Ashby lied."):
        analysis = attrib.analyze([attrib.article(f"{claim} He denied the claim.")])
        (denial,) = (found for found in analysis.claims if found.stance == "denies")
        assert denial.source is not None
        assert not denial.source.resolved
    analysis = attrib.analyze(
        [attrib.article("Mark Ashby denied the theft. He also denied that he had left.")]
    )
    assert {found.chain[-1].name for found in analysis.claims if found.chain} == {"Mark Ashby"}


def test_whom_a_first_name_keeps_out_is_no_rival() -> None:
    analysis = attrib.analyze([attrib.article("Jane Roe said Mark Ashby lied. He denied it.")])
    (denial,) = (found for found in analysis.claims if found.stance == "denies")
    assert denial.source is not None
    assert denial.source.name == "Mark Ashby"


def test_pronoun_passes_nobody_over_who_spoke_last() -> None:
    # What is told of the sex of one says nothing against the other.
    resolution = resolved(
        "[source Mr. Bo Ashby] [cue said] [content the dam held]. [source2 He] [cue2 said] "
        "[content2 it was old].\n\n“It leaks,” [source3 he] [cue3 said] [content3 twice].\n\n"
        "[source4 Minister Lee Chan] [cue4 said] [content4 it rained]. Flags were flown.\n\n"
        "[content5 “It will go,”] [source5 he] [cue5 said]."
    )
    assert names_at(resolution)[-1] != "Bo Ashby"


def test_pronoun_behind_a_sentence_with_a_speaker_is_nobody_before_it() -> None:
    resolution = resolved(
        "[source Lee Chan] [cue said] [content the dam held].\n\n"
        "[content2 [source3 Bo Ashby], a pilot, [cue3 said] [content3 it was late]], "
        "[source2 he] [cue2 said].",
        within={3: 2},
    )
    assert "Lee Chan" not in names_at(resolution)[1:]


def test_who_asks_is_not_the_one_asked() -> None:
    resolution = resolved(
        "[source Lee Chan] [cue said] [content the dam held]. "
        "Asked by Bo Ashby about the gates, [source2 he] [cue2 said] [content2 they leaked]."
    )
    assert "Bo Ashby" not in names_at(resolution)


def test_place_is_no_rival_of_a_person() -> None:
    resolution = resolved(
        "It rained in Brackwell. [source Ida Moss, from Brackwell,] [cue said] "
        "[content [source2 she] [cue2 feared] [content2 floods]].",
        within={2: 1},
    )
    assert names_at(resolution) == ["Ida Moss", "Ida Moss"]


def test_label_in_capitals_is_the_one_of_that_surname() -> None:
    resolution = resolved(
        "We talk to Ida Moss, who saw it.\n\n[source MOSS][cue :] [content It was late].\n\n"
        "[source2 RBC][cue2 :] [content2 It was not]."
    )
    assert names_at(resolution) == ["Ida Moss", "RBC"]


def test_speaker_of_a_turn_is_nobody_in_it() -> None:
    resolution = resolved(
        "[source MOSS][cue :] [content The dam held.]\n\n[source2 CHAN][cue2 :] "
        "[content2 Well, the harbour master came late.]\n\n"
        "[source3 He] [cue3 said] [content3 it was old]."
    )
    assert "CHAN" not in names_at(resolution)[2:]


OPEN = """\
The efforts go on, with both President Edgar Voss and his wife Martha expected to visit the coast \
in the coming weeks.

Some believe the priority placed on the dockers shows the campaign is worried about its chances.

“Clara Boone’s campaign is in panic mode. Full panic mode,” said Lesley Wymes, a port-based \
president of the Dockers Women Caucus.

Wynes believes that the Boone campaign took the dockers for granted and has to convince them.

“They have a big problem because they thought Voss and Martha saying, ‘Hey, go vote for Clara’ \
would do it. But it’s not enough,” she said.

{name}She added that most of the vote seems more anti-Trent than pro-Boone.
"""


def test_a_pronoun_that_goes_on_from_an_open_one_is_no_surer() -> None:
    # A misprint leaves the first "she" open, who speaks of Martha; so the second is not Martha.
    claims = attrib.analyze([attrib.article(OPEN.format(name=""))]).claims
    she = [claim.source for claim in claims if claim.source and claim.source.text.lower() == "she"]
    assert she
    assert not any(source.resolved for source in she)
    named = OPEN.format(name="Ms. Vera Dane arrived late. ")
    last = max(attrib.analyze([attrib.article(named)]).claims, key=lambda claim: claim.start)
    assert last.source is not None
    assert last.source.name == "Vera Dane"


ALSO = (
    "[source The singer Eva Moss] [cue writing] [content that it was late] showed Tavon Lind. "
    "Lind died on Tuesday after being shot in Larne, where Moss was born. "
    "[source2 {}] {} [content2 it was the last time]."
)


def test_who_also_speaks_has_spoken_before() -> None:
    resolution = resolved(ALSO.format("She", "[cue2 also wrote]"))
    assert names_at(resolution)[-1] == "Eva Moss"
    assert "speaks again" in resolution.attributions[-1].reason
    plain = resolved(ALSO.format("She", "[cue2 wrote]"))
    assert names_at(plain)[-1] == "Tavon Lind"


def test_whose_campaign_also_speaks_need_not_have_spoken() -> None:
    resolution = resolved(ALSO.format("Her campaign", "[cue2 also wrote]"))
    assert "speaks again" not in resolution.attributions[-1].reason
