"""The strength of claims in sentences: what the words around an attribution show."""

from __future__ import annotations

import pytest
from sayings import MINISTER, Said, factor, one, read, shown, source

from attrib.records import Source

WITNESS = source("Lee Chan", "NPA", description="passenger Lee Chan")
ECONOMIST = source("Mira Sen", "NEX", description="Mira Sen, an economist at Leeds")
MINISTRY = source("Ministry of Works", "ORG", description="the Ministry of Works")
CLARION = source("Clarion", "MED", key="clarion")

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
