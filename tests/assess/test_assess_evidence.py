"""The strength of claims in sentences: what the words around an attribution show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sayings import RULES, Said, read, shown, source

from attrib.records import Claim, Source

MINISTER = source("Ana Ruiz", "NOF", description="Transport Minister Ana Ruiz", role="minister")
WITNESS = source("Lee Chan", "NPA", description="passenger Lee Chan")
ECONOMIST = source("Mira Sen", "NEX", description="Mira Sen, an economist at Leeds")
MINISTRY = source("Ministry of Works", "ORG", description="the Ministry of Works")
CLARION = source("Clarion", "MED", key="clarion")


def one(markup: str, *said: Said, who: Source, more: tuple[Source, ...] = ()) -> Claim:
    claims = read(markup, *said, sources=table(who, *more))
    assert len(claims) >= 1
    return claims[0]


def table(*items: Source) -> dict[str, Source]:
    return {item.id: item for item in items}


def factor(claim: Claim, name: str) -> int:
    assert claim.strength is not None
    return {f.name: f.points for f in claim.strength.factors}[name]


# The calibration cases that one sentence can show, with the grade each must get.
SENTENCES = [
    (
        "A",
        Said(stance="commits", commitment=7, lemma="order"),
        MINISTER,
        (
            '[content "I have closed the Kemp tunnel for 12 days from Monday,"] [source Transport'
            " Minister Ana Ruiz] [cue ordered] on Friday in [medium a decree] dated 3 May,"
            " published online."
        ),
    ),
    (
        "B",
        Said(),
        MINISTER,
        (
            '[content "I closed the Kemp tunnel on Monday because 12 lamps had failed,"] '
            "[source Transport Minister Ana Ruiz] [cue said] on Friday at a news conference."
        ),
    ),
    (
        "B",
        Said(),
        ECONOMIST,
        (
            "[source Mira Sen, an economist at Leeds], [cue said] on Friday [content that prices in"
            " Kemp had doubled]."
        ),
    ),
    (
        "B",
        Said(commitment=7, stance="shows", lemma="find"),
        source(
            "audit by the Kemp Audit Office",
            "DOC",
            description="a 12 May audit by the Kemp Audit Office",
        ),
        (
            "[source A 12 May audit by the Kemp Audit Office], published online, [cue found] in"
            ' three places: [content "The 12 lamps in Kemp had failed by Monday."]'
        ),
    ),
    (
        "C",
        Said(via=("clarion",)),
        MINISTER,
        (
            '[content "I shall close the Kemp tunnel for 12 days,"] [source Transport Minister Ana'
            " Ruiz] [cue told] [addressee the Clarion] on Friday."
        ),
    ),
    (
        "C",
        Said(),
        MINISTRY,
        (
            "[source The Ministry of Works] [cue said] in [medium a statement] on Friday that the"
            " tunnel [content was “in a terrible state”]."
        ),
    ),
    (
        "C",
        Said(),
        MINISTRY,
        "[source The Ministry of Works] [cue said] on Friday [content that the tunnel was shut].",
    ),
    (
        "C",
        Said(),
        source("officials", "UDK", description="three officials briefed on the plan"),
        (
            "[source Three officials briefed on the plan], who asked not to be named for fear of"
            " losing their jobs, [cue said] on Friday [content that 12 lamps in Kemp had failed]."
        ),
    ),
    (
        "C",
        Said(),
        source("spokesman", "USP", description="a ministry spokesman"),
        (
            '[content "The tunnel is shut for 12 days,"] [source a ministry spokesman] [cue said]'
            " on Friday."
        ),
    ),
    (
        "C",
        Said(),
        source("officials", "UDK", description="two officials briefed on the plan"),
        (
            "[source Two officials briefed on the plan], who asked not to be named because they"
            " feared for their jobs, [cue said] on Friday [content that 12 lamps in Kemp had"
            " failed]."
        ),
    ),
    (
        "D",
        Said(),
        source("official", "UDK", description="an official who was in the room"),
        (
            "[source An official who was in the room], and who asked not to be named because she"
            " feared for her job, [cue said] on Friday [content that 12 lamps in Kemp had failed]."
        ),
    ),
    (
        "D",
        Said(via=("clarion", "aides")),
        MINISTER,
        (
            "[source The Clarion] [cue reported], citing aides to [origin Ana Ruiz], [content that"
            " she would resign]."
        ),
    ),
    (
        "D",
        Said(stance="asserts", lemma="write"),
        source("user", "SOC", description="one user of a forum"),
        (
            "[content “The tunnel was full of smoke,”] [source one user] [cue wrote] in a post:"
            " https://forum.example/1"
        ),
    ),
    (
        "D",
        Said(),
        source("officials", "UOR", description="Kemp town hall officials"),
        (
            "[source Kemp town hall officials] [cue said] on Friday [content that the tunnel was"
            " shut]."
        ),
    ),
    (
        "D",
        Said(),
        source("people", "URL", description="people familiar with the matter"),
        (
            "[source People familiar with the matter], who were not authorised to speak, [cue said]"
            " [content that the tunnel was shut]."
        ),
    ),
    (
        "E",
        Said(),
        source("sources", "COL"),
        "[source Sources] [cue said] [content that the tunnel was shut].",
    ),
    (
        "E",
        Said(stance="accuses", commitment=5, lemma="claim"),
        source("sources", "COL"),
        "[source Sources] [cue claimed] [content that 12 lamps in Kemp had failed on Monday].",
    ),
    (
        "E",
        Said(stance="hedges", commitment=3, lemma="suggest"),
        source("study", "DAT", description="a study"),
        "[source A study] [cue suggested] [content that 12 lamps had failed].",
    ),
    (
        "E",
        Said(),
        source("critics", "COL"),
        "[source Critics] [cue said] [content that the tunnel was unsafe].",
    ),
    (
        "E",
        Said(source=None, stance="hedges", commitment=2),
        MINISTER,
        "It [cue is understood] [content that the minister will resign].",
    ),
    (
        "E",
        Said(source=None, stance="relays", commitment=4),
        MINISTER,
        (
            "[content The minister] [cue reportedly] [content shut the Kemp tunnel on Monday for 12"
            " days]."
        ),
    ),
]


@pytest.mark.parametrize(("grade", "said", "who", "markup"), SENTENCES)
def test_sentence_gets_the_grade_of_its_calibration_case(
    grade: str, said: Said, who: Source, markup: str
) -> None:
    aides = source("aides", "UOR", key="aides")
    claim = one(markup, said, who=who, more=(CLARION, aides))
    assert claim.strength is not None
    assert claim.strength.grade == grade, shown(claim)


def test_two_named_witnesses_corroborate_each_other() -> None:
    pair = source(
        "Lee Chan and Bo Ito",
        "NPA",
        members=("lee", "bo"),
        description="Lee Chan and Bo Ito, who were on board",
    )
    claim = one(
        '[content "The 12 lamps of the Kemp tunnel failed on Monday,"] [source Lee Chan and Bo Ito,'
        " who were on board], [cue said] on Friday at a news conference.",
        who=pair,
        more=(source("Lee Chan", "NPA", key="lee"), source("Bo Ito", "NPA", key="bo")),
    )
    assert factor(claim, "sources") == 11
    assert claim.strength is not None
    assert claim.strength.grade == "A", shown(claim)


def test_members_of_one_organisation_are_one_source() -> None:
    pair = source("Lee Chan and Bo Ito", "NSP", members=("lee", "bo"))
    firm = source("Kemp Lines", "ORG", key="firm")
    lee = source("Lee Chan", "NSP", key="lee", affiliation="firm")
    bo = source("Bo Ito", "NSP", key="bo", affiliation="firm")
    claim = one(
        "[source Lee Chan and Bo Ito] [cue said] [content it was shut].",
        who=pair,
        more=(firm, lee, bo),
    )
    assert factor(claim, "sources") == 4


def test_joint_statement_is_one_document_however_many_sign_it() -> None:
    joint = source("joint statement", "ORG", members=("n", "s"), description="a joint statement")
    claim = one(
        "[source The statement] [cue said] [content it was shut].",
        who=joint,
        more=(source("Norland", "ORG", key="n"), source("Sudland", "ORG", key="s")),
    )
    assert factor(claim, "sources") == 4


def test_joint_statement_as_the_medium_makes_one_source_of_several() -> None:
    pair = source("Norland and Sudland", "ORG", members=("n", "s"))
    more = (source("Norland", "ORG", key="n"), source("Sudland", "ORG", key="s"))
    said = "[source Norland and Sudland] [cue said] {} [content it was shut]."
    apart = one(said.format("on Friday"), who=pair, more=more)
    jointly = one(said.format("in [medium a joint statement]"), who=pair, more=more)
    assert (factor(apart, "sources"), factor(jointly, "sources")) == (11, 4)


@pytest.mark.parametrize(
    ("mention", "count"),
    [
        ("Two guards", 11),
        ("Three guards", 15),
        ("7 guards", 15),
        ("Guards", 4),
        ("Several guards", 4),
        ("One of two guards", 4),
        ("A 30-year-old guard", 4),
        ("The 30-year-old guard", 4),
        ("The two guards", 11),
        ("At least two guards", 11),
        ("Two Rivers Council", 4),
        ("Two", 4),
    ],
)
def test_only_a_number_makes_several_sources_of_unnamed_ones(mention: str, count: int) -> None:
    guards = source("guards", "UDK", description=mention)
    claim = one(f"[source {mention}] [cue said] [content it was shut].", who=guards)
    assert factor(claim, "sources") == count


def test_numbered_officials_of_one_organisation_are_one_source() -> None:
    claim = one(
        "[source Two town hall officials] [cue said] [content it was shut].",
        who=source("officials", "UOR"),
    )
    assert factor(claim, "sources") == 4


def test_pronoun_scores_as_the_full_mention_does() -> None:
    nurse = source("nurse", "UDK", description="a nurse who was on board")
    full = (
        "[source A nurse who was on board and asked not to be named because she feared dismissal]"
    )
    claims = read(
        f"{full} [cue said] [content that the ward was shut]. [source2 She] [cue2 said] [content2"
        " that the roof leaked].",
        Said(),
        Said(),
        sources={"source": nurse},
    )
    first, second = claims
    assert first.strength is not None
    assert second.strength is not None
    assert [(f.name, f.points) for f in first.strength.factors] == [
        (f.name, f.points) for f in second.strength.factors
    ]
    assert factor(first, "proximity") == 16
    assert factor(first, "record") == 3


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
