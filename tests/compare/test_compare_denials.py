"""Denial contests: a denial is tied to what it answers, and to nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import (
    Saying,
    Told,
    accused,
    body,
    compare_told,
    contests_of,
    denied,
    own,
    person,
    restated,
    said,
    tell,
    values,
)

from attrib.records import Claim, Contest, Span

ACCUSATION = "Callan Line of sending the ferry to sea with a steering fault"
DENIAL = "Callan Line sent the ferry to sea with a steering fault"


def denials(*told: Told) -> list[Contest]:
    return [contest for contest in contests_of(*told) if contest.kind == "denial"]


def texts(contest: Contest, value: str, *told: Told) -> set[str]:
    claims: dict[str, Claim] = {claim.id: claim for item in told for claim in item.claims}
    return {claims[c].text for side in contest.sides if side.value == value for c in side.claims}


def test_denial_answers_the_accusation_against_the_denier() -> None:
    told = tell(
        "Courier", "2025-10-14", accused("Sailors Union", ACCUSATION), denied("Callan Line", DENIAL)
    )
    (contest,) = denials(told)
    assert values(contest) == ["affirmed", "denied"]
    assert contest.reason == "Callan Line denied what Sailors Union said"
    assert contest.label == f"Whether {DENIAL}"


def test_denial_in_other_words_answers_the_accusation_just_before_it() -> None:
    told = tell(
        "Courier",
        "2025-10-14",
        accused("Sailors Union", "Callan Line of hiding the ferry fault from its crews"),
        denied("Callan Line", "it kept any crews in the dark"),
    )
    assert len(denials(told)) == 1


def test_denial_of_a_deed_answers_who_tells_it_of_the_denier() -> None:
    rain = own("Rain fell on the long quay and on the old harbour all day and all night")
    told = tell(
        "Courier",
        "2025-10-14",
        said("Sailors Union", "Callan Line had threatened to end the careers of its mates"),
        *[rain] * 9,
        denied("Callan Line", "ever threatening their careers"),
    )
    (contest,) = denials(told)
    assert texts(contest, "denied", told) == {"ever threatening their careers"}
    other = tell(
        "Courier",
        "2025-10-14",
        said("Sailors Union", "Somebody had threatened to end the careers of its mates"),
        *[rain] * 9,
        denied("Callan Line", "ever threatening their careers"),
    )
    assert denials(other) == []


@pytest.mark.parametrize(
    ("denial", "found"), [("hidden leak", 1), ("hidden leak of last winter", 0)]
)
def test_accusation_that_has_all_words_of_a_short_denial_is_answered(
    denial: str, found: int
) -> None:
    accusation = accused(
        "Sailors Union",
        "Callan Line of a hidden leak or of fraud, lost its licence and was thrown out of the port",
    )
    one = tell("Courier", "2025-10-14", accusation)
    other = tell("Ledger", "2025-10-15", denied("Callan Line", denial))
    assert len(denials(one, other)) == found


@pytest.mark.parametrize(
    ("said_there", "found"),
    [("Old Ferry Asked to Sail at Arle Regatta", 1), ("Old Ferry at Arle Regatta", 0)],
)
def test_headline_of_a_denial_is_a_proposition_where_it_has_a_verb(
    said_there: str, found: int
) -> None:
    one = tell("Courier", "2025-10-14", said("Harbour Pilot", f"The {said_there}"))
    other = tell("Ledger", "2025-10-14", denied("Callan Line", said_there))
    assert len(denials(one, other)) == found


def test_denial_alone_is_no_contest() -> None:
    told = tell("Courier", "2025-10-14", denied("Callan Line", DENIAL), own("Rain fell all day"))
    assert denials(told) == []


def test_denial_of_something_else_is_no_answer() -> None:
    told = tell(
        "Courier",
        "2025-10-14",
        accused("Sailors Union", ACCUSATION),
        denied("Callan Line", "it plans to sell its island hotel to a rival"),
    )
    assert denials(told) == []


def test_accusation_of_somebody_else_is_not_answered() -> None:
    one = tell(
        "Courier", "2025-10-14", accused("Sailors Union", "Norrland Air of flying tired crews")
    )
    other = tell("Ledger", "2025-10-14", denied("Callan Line", "it made tired crews sail"))
    assert denials(one, other) == []


@pytest.mark.parametrize(
    ("accusation", "denial"),
    [
        # The accusation says nothing that could be denied.
        (accused("Norland", "Vessia and its rhetoric"), denied("Vessia", "such rhetoric")),
        # No deed, but a need that was passed over.
        (
            accused("Norland", "the working class failed"),
            replace(denied("Vessia", "material needs in the working class"), lemma="dismiss"),
        ),
        # Nobody denies it: the writer speaks of a rejection.
        (
            accused("Norland", "Vessia fired on the ferry"),
            replace(denied("Vessia", "firing on the ferry"), by=None),
        ),
    ],
)
def test_what_denies_nothing_is_no_side(accusation: Saying, denial: Saying) -> None:
    assert contests_of(tell("Courier", "2025-10-14", accusation, denial)) == ()


def test_words_that_two_claims_share_are_not_denied_by_one_of_them() -> None:
    told = tell(
        "Courier", "2025-10-14",
        said("Norland", "at the trial it came out that the laws would stop fraud"),
        denied("the trial", "the laws would stop fraud"),
    )  # fmt: skip
    whole, part = told.claims
    inside = Span(whole.end - len("the laws would stop fraud"), whole.end)
    nested = replace(part, content=(inside,), sentence=whole.sentence)
    assert [c.kind for c in contests_of(told)] == ["denial"]
    assert contests_of(replace(told, claims=(whole, nested))) == ()


def test_declining_to_comment_is_no_denial() -> None:
    told = tell(
        "Courier",
        "2025-10-14",
        accused("Sailors Union", ACCUSATION),
        said("Callan Line", "to comment on the steering fault", "declines"),
    )
    assert denials(told) == []


def test_nobody_contests_his_own_denial() -> None:
    told = tell("Courier", "2025-10-14", said("Callan Line", DENIAL), denied("Callan Line", DENIAL))
    assert denials(told) == []


def test_plain_assertion_of_what_is_denied_is_the_other_side() -> None:
    one = tell("Courier", "2025-10-14", said("Harbour Pilot", DENIAL))
    other = tell("Ledger", "2025-10-14", denied("Callan Line", DENIAL))
    (contest,) = denials(one, other)
    assert values(contest) == ["affirmed", "denied"]


def test_spokesman_stands_on_his_companys_side() -> None:
    told = tell(
        "Courier",
        "2025-10-14",
        accused("Sailors Union", ACCUSATION),
        denied("Callan Line", DENIAL),
        said("Ola Berg", "the steering of the ferry was tested before it went to sea"),
    )
    known = {"spokesman": person("Ola Berg", speaks_for="Callan Line", as_="NSP")}
    (contest,) = compare_told(told, **known).contests
    assert texts(contest, "denied", told) == {
        DENIAL,
        "the steering of the ferry was tested before it went to sea",
    }
    assert next(side for side in contest.sides if side.value == "denied").voices == 1


def test_accusers_ally_stands_on_the_accusers_side_and_others_do_not() -> None:
    told = tell(
        "Courier",
        "2025-10-14",
        accused("Sailors Union", ACCUSATION),
        denied("Callan Line", DENIAL),
        said("joint statement", "Callan Line to keep its ferry in port", "demands"),
        said("joint statement", "The ferry of Callan Line sailed with a steering fault"),
        said("Health Board", "the Callan Line ferry was at sea at noon"),
    )
    known = {"joint": body("joint statement", "Dockers", "Commuters")}
    (contest,) = compare_told(told, **known).contests
    assert texts(contest, "affirmed", told) == {
        ACCUSATION,
        "The ferry of Callan Line sailed with a steering fault",
    }


def test_denial_and_accusation_months_apart_are_two_matters() -> None:
    one = tell("Courier", "2025-02-01", said("Harbour Pilot", DENIAL))
    other = tell("Ledger", "2025-10-14", denied("Callan Line", DENIAL))
    assert denials(one, other) == []


def test_country_is_named_by_its_adjective_in_the_accusation() -> None:
    told = tell(
        "Courier",
        "2025-10-14",
        accused("Serbia", "the Hungarian authorities of opening the flood gates without warning"),
        restated(
            denied("Hungary", "it opened the flood gates without warning"),
            "Hungary opened the flood gates without warning",
        ),
    )
    assert len(denials(told)) == 1


SWAP = "the crew was freed in a prisoner swap"


@pytest.mark.parametrize(
    ("curt", "stands"),
    [
        ("This is not a swap", True),
        ("It was no prisoner swap", True),
        ("This is not a good day for sailors", False),
        ("The sale of the ferry was not a swap", False),
        ("This is a swap", False),
    ],
)
def test_a_curt_denial_stands_with_the_denier(curt: str, stands: bool) -> None:
    told = (
        tell("Courier", "2025-10-14", said("Sailors Union", SWAP), denied("Navy Office", SWAP)),
        tell("Ledger", "2025-10-14", said("Harbour Envoy", curt)),
    )
    (contest,) = denials(*told)
    assert (curt in texts(contest, "denied", *told)) == stands


def test_a_curt_denial_weeks_later_is_of_something_else() -> None:
    told = (
        tell("Courier", "2025-10-14", said("Sailors Union", SWAP), denied("Navy Office", SWAP)),
        tell("Ledger", "2025-10-30", said("Harbour Envoy", "This is not a swap")),
    )
    (contest,) = denials(*told)
    assert "This is not a swap" not in texts(contest, "denied", *told)


def test_what_the_denier_adds_in_one_breath_stands_with_his_denial() -> None:
    accused_of = "the crew of the ferry were let go in exchange for a ship"
    one = tell("Courier", "2025-10-14", said("Sailors Union", accused_of))
    other = tell(
        "Ledger",
        "2025-10-14",
        denied("Navy Office", accused_of),
        said("Navy Office", "this is not a trade"),
    )
    first, second = other.claims
    apart = replace(second, sentence=first.sentence)
    (contest,) = denials(one, other)
    assert texts(contest, "denied", other) == {accused_of}
    (contest,) = denials(one, replace(other, claims=(first, apart)))
    assert texts(contest, "denied", other) == {accused_of, "this is not a trade"}


def test_denials_of_one_voice_of_one_matter_are_one_contest() -> None:
    told = (
        tell(
            "Courier",
            "2025-10-14",
            said("Sailors Union", "the crew of the old ferry were let go in exchange for a ship"),
            denied("Navy Office", "the crew of the ferry were let go in exchange for a ship"),
        ),
        tell(
            "Ledger",
            "2025-10-14",
            said("Harbour Pilot", "the crew were let go in a swap for a ship of the navy"),
            denied("Navy Office", "the crew were let go in a swap for a ship"),
        ),
    )
    (contest,) = denials(*told)
    assert [len(side.claims) for side in contest.sides] == [2, 2]
