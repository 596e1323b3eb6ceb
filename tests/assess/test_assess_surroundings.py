"""What the text around an attribution shows of its source: reasons, documents, details."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sayings import MINISTER, RULES, Said, factor, one, read, shown, source, table


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("who asked not to be named because he feared reprisals", 3),
        ("speaking on condition of anonymity to avoid angering the mayor", 3),
        ("who was not authorised to speak", 1),
        ("who asked not to be named because he was not authorised to speak", 1),
        ("speaking on condition of anonymity", 0),
        ("who wore a hat because it rained", 0),
    ],
)
def test_reason_for_anonymity_counts_more_than_a_formula(words: str, points: int) -> None:
    claim = one(
        f"[source An official], {words}, [cue said] [content that the tunnel was shut].",
        who=source("official", "UOR"),
    )
    assert factor(claim, "record") == points


def test_reason_for_anonymity_may_stand_in_the_next_sentence() -> None:
    claim = one(
        "[source A nurse] [cue said] [content that the ward was shut]. She asked not to be named"
        " for fear of dismissal.",
        who=source("nurse", "UOR"),
    )
    assert factor(claim, "record") == 3


def test_formula_beside_a_named_source_takes_nothing_away() -> None:
    claim = one(
        "[source Ana Ruiz], who was not authorised to speak, [cue said] [content it was shut].",
        who=MINISTER,
    )
    assert factor(claim, "record") == 5


@pytest.mark.parametrize(
    ("content", "points"),
    [
        ('"The tunnel is shut for the winter."', 8),
        ('that the tunnel is "in a dreadful state"', 6),
        ('"a disgrace to the town"', 6),
        ("that the tunnel is shut", 4),
    ],
)
def test_directness_follows_the_quotation_marks(content: str, points: int) -> None:
    claim = one(f"[source Ana Ruiz] [cue said] [content {content}]", who=MINISTER)
    assert factor(claim, "directness") == points


def test_minds_reported_count_less_than_words() -> None:
    claim = one(
        "[source Ana Ruiz] [cue believes] [content the tunnel is shut].",
        Said(stance="hedges", commitment=2, lemma="believe"),
        who=MINISTER,
    )
    assert factor(claim, "directness") == 1


@pytest.mark.parametrize(
    ("content", "points"),
    [
        ("the roof might fall", 4),
        ("the roof may fall", 4),
        ("the roof fell in May", 6),
        ("the roof fell", 6),
        ("she could not open the gate", 6),
        ("all must avoid acts that may harm them", 6),
        ("they left because the roof might fall", 6),
        ("the fear is that the roof might fall", 4),
    ],
)
def test_modal_in_the_content_takes_two_points_off(content: str, points: int) -> None:
    claim = one(f"[source Ana Ruiz] [cue said] [content {content}].", who=MINISTER)
    assert factor(claim, "commitment") == points


def test_endorsing_verb_earns_nothing_over_said() -> None:
    markup = "[source Ana Ruiz] [cue {}] [content that the roof fell]."
    plain = one(markup.format("said"), who=MINISTER)
    loaded = one(
        markup.format("admitted"), Said(stance="concedes", tone=1, lemma="admit"), who=MINISTER
    )
    assert plain.strength is not None
    assert loaded.strength is not None
    assert plain.strength.score == loaded.strength.score
    assert (plain.tone, loaded.tone) == (0, 1)


def test_colon_without_a_cue_word_commits_as_saying_does() -> None:
    claim = one('[source Ana Ruiz]: [content "The roof fell."]', who=MINISTER)
    assert factor(claim, "commitment") == 6
    assert claim.stance == "asserts"


@pytest.mark.parametrize(
    ("markup", "points"),
    [
        (
            (
                "[source Ana Ruiz], citing an audit by the Kemp Audit Office, [cue said] [content"
                " it was shut]."
            ),
            6,
        ),
        ("[source Ana Ruiz], citing a 12 May audit, [cue said] [content it was shut].", 6),
        (
            (
                "[source Ana Ruiz], citing minutes seen by the Clarion, [cue said] [content it was"
                " shut]."
            ),
            5,
        ),
        ("[source Ana Ruiz], citing a study, [cue said] [content it was shut].", 1),
        ("[source Ana Ruiz] [cue said] [content it was shut] in an order published online.", 10),
        ("[source Ana Ruiz] [cue said] [content it was shut] in a video on its website.", 6),
        ("[source Ana Ruiz] [cue said] [content that an audit by Kemp of 12 May was forged].", 0),
        ("[source Ana Ruiz] [cue said] [content it was shut].", 0),
        ("[source Ana Ruiz] of the Recording Trust [cue said] [content it was shut].", 0),
        ("[source Ana Ruiz] did not report on it but [cue said] [content it was shut].", 0),
    ],
)
def test_documents_count_beside_the_source_and_not_inside_the_content(
    markup: str, points: int
) -> None:
    assert factor(one(markup, who=MINISTER), "documents") == points


def test_denied_check_by_the_outlet_is_no_observation() -> None:
    said = "[source Ana Ruiz] [cue said] [content the tunnel was shut]"
    checked = one(f"{said}, which the Clarion has verified.", who=MINISTER)
    unchecked = one(f"{said}, which could not be independently verified.", who=MINISTER)
    assert (factor(checked, "sources"), factor(unchecked, "sources")) == (11, 4)


def test_former_officials_know_less_than_those_in_office() -> None:
    former = replace(MINISTER, description="former Transport Minister Ana Ruiz")
    claim = one(
        "[source Former Transport Minister Ana Ruiz] [cue said] [content it was shut].", who=former
    )
    assert (factor(claim, "proximity"), factor(claim, "identification")) == (12, 30)


def test_meeting_a_former_minister_makes_nobody_former() -> None:
    claim = one(
        "[source Ana Ruiz, who once met the former king], [cue said] [content it was shut].",
        who=MINISTER,
    )
    assert factor(claim, "proximity") == 16


def test_own_act_is_nearest_and_own_opinion_is_not() -> None:
    act = one('[content "I opened the gate,"] [source Ana Ruiz] [cue said].', who=MINISTER)
    thought = one(
        '[content "I think the gate was open,"] [source Ana Ruiz] [cue said].', who=MINISTER
    )
    assert (factor(act, "proximity"), factor(thought, "proximity")) == (20, 16)
    mused = one('[content "I also hope it holds,"] [source Ana Ruiz] [cue said].', who=MINISTER)
    assert factor(mused, "proximity") == 16


def test_words_about_one_source_do_not_help_the_other() -> None:
    claims = read(
        "[source Ana Ruiz] [cue said] [content the roof fell], while [source2 a steward], who was"
        " on board, [cue2 said] [content2 that it held].",
        Said(),
        Said(source="steward"),
        sources=table(source("Ana Ruiz", "NIN"), source("steward", "UOR", key="steward")),
    )
    assert [factor(claim, "proximity") for claim in claims] == [6, 16]


def test_details_are_counted_once_each_and_where_they_stand() -> None:
    claim = one(
        "[source Ana Ruiz] [cue said] on Friday at [medium a news conference] "
        "[content that 12 lamps in Kemp had failed on Monday].",
        who=MINISTER,
    )
    assert factor(claim, "specificity") == 5
    bare = one("[source Ana Ruiz] [cue said] [content that lamps had failed].", who=MINISTER)
    assert factor(bare, "specificity") == 0


def test_unnamed_military_source_through_an_agency_is_thin_at_best() -> None:
    agency = source("Norpress", "MED", key="agency")
    soldier = source("unidentified military source", "UOR")
    claim = one(
        "[content The navy has sent a ship to Kemp], [source the Norpress agency] [cue reported] on"
        " Friday, quoting [origin an unidentified military source].",
        Said(via=("agency",), stance="relays", commitment=4, lemma="report"),
        who=soldier,
        more=(agency,),
    )
    assert claim.source is not None
    assert claim.source.name == "Norpress"
    assert [link.name for link in claim.chain] == ["Norpress", "unidentified military source"]
    assert claim.strength is not None
    assert claim.strength.grade in ("D", "E"), shown(claim)


def test_unsettled_source_says_so_and_is_thin() -> None:
    claim = one(
        "[source Smith] [cue said] [content it was shut].",
        who=source("Smith", None, resolved=False),
    )
    assert claim.strength is not None
    assert claim.strength.factors[0].reason == "who this is could not be settled from the text"
    assert claim.strength.grade == "D", shown(claim)


def test_insult_by_somebody_unnamed_is_capped() -> None:
    spokesman = source("spokesman", "USP", description="a council spokesman")
    insult = one(
        '[content "He is a coward and everybody knows it,"] [source a council spokesman] [cue'
        " said].",
        who=spokesman,
    )
    praise = one(
        '[content "He is a carpenter and everybody knows it,"] [source a council spokesman] [cue'
        " said].",
        who=spokesman,
    )
    assert insult.strength is not None
    assert praise.strength is not None
    assert (insult.strength.grade, praise.strength.grade) == ("D", "C")


def test_every_factor_of_the_rules_has_a_reason_in_words() -> None:
    for level in RULES.strength.identification.values():
        assert level.words
        assert level.words[0].islower()
