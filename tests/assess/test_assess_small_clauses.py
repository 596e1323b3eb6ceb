"""Claims whose words have no verb of their own are given one; the spans stay as they are."""

from __future__ import annotations

import pytest
from sayings import Said, read

EXPECTS = Said(stance="predicts", lemma="expect")
THINKS = Said(stance="hedges", lemma="think")
CALLS = Said(stance="evaluates", lemma="call")
BLAMES = Said(stance="accuses", lemma="blame")


def text(markup: str, said: Said) -> str:
    (claim,) = read(markup, said)
    return claim.text


@pytest.mark.parametrize(
    ("markup", "said", "expected"),
    [
        ("[content The bridge] [cue is expected] [content to open].", EXPECTS, "will open"),
        ("[content The bridge] [cue was expected] [content to open].", EXPECTS, "would open"),
        ("[content The bridge] [cue is thought] [content to be safe].", THINKS, "is safe"),
        ("[content The bridge] [cue was thought] [content to be safe].", THINKS, "was safe"),
        ("[content The bridge] [cue is thought] [content to have sunk].", THINKS, "has sunk"),
        ("[content The bridge] [cue was thought] [content to have sunk].", THINKS, "had sunk"),
        ("[content The bridge] [cue appears] [content to be safe].", THINKS, "is safe"),
        (
            "[content The bridge, a wide one], [cue appears] [content to be safe].",
            THINKS,
            ", a wide one, is safe",
        ),
    ],
)
def test_raised_subject_has_its_verb(markup: str, said: Said, expected: str) -> None:
    assert text(markup, said) == f"The bridge{'' if expected[0] == ',' else ' '}{expected}"


def test_number_of_a_raised_subject_is_that_of_its_verb() -> None:
    markup = "[content The two boys] [cue are thought] [content to have drowned]."
    assert text(markup, THINKS) == "The two boys have drowned"
    markup = "[content The two boys] [cue are thought] [content to live there]."
    assert text(markup, THINKS) == "The two boys live there"


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (
            "[content The boy] [cue appears] [content to live there].",
            THINKS,
        ),
        (
            "[content The boys] [cue are thought] [content to already live there].",
            THINKS,
        ),
        (
            "[content The boy] [cue was supposed] [content to be there].",
            Said(stance="hedges", lemma="suppose"),
        ),
        (
            "[content The boy] [cue was asked] [content to leave].",
            Said(stance="demands", lemma="ask"),
        ),
        (
            "[content The boy] [cue is intended] [content to be king].",
            Said(stance="predicts", lemma="intend"),
        ),
    ],
)
def test_where_the_form_is_not_sure_the_words_stand(markup: str, said: Said) -> None:
    plain = markup.replace("[content ", "").replace("[cue ", "").replace("]", "")
    assert text(markup, said) == plain.removesuffix(".")


def test_negated_raising_is_left_in_parts() -> None:
    markup = "[content The boy] [cue is not expected] [content to leave]."
    negated = Said(stance="predicts", lemma="expect", modality="negated")
    assert text(markup, negated) == "The boy to leave"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("him a liar", "He is a liar"),
        ("them cowards", "They are cowards"),
        ("it irresponsible and cruel", "It is irresponsible and cruel"),
        ("her as a thief", "She is a thief"),
        ("her surrogates", "Her surrogates"),
        ("it will hold", "It will hold"),
        ("him to the quay", "Him to the quay"),
        ("it", "It"),
    ],
)
def test_small_clause_of_a_pronoun_is_a_sentence(content: str, expected: str) -> None:
    assert text(f"[source Bo Ashby] [cue called] [content {content}].", CALLS) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the board for the delay", "The board is to blame for the delay"),
        ("her for the delay", "She is to blame for the delay"),
        ("growers for the delay", "Growers are to blame for the delay"),
        ("Ida and Bo for the delay", "Ida and Bo are to blame for the delay"),
        ("the delay on the board", "The delay on the board"),
    ],
)
def test_who_is_blamed_is_to_blame(content: str, expected: str) -> None:
    assert text(f"[source Bo Ashby] [cue blamed] [content {content}].", BLAMES) == expected


DESCRIBES = Said(stance="asserts", lemma="describe")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the road as narrow", "The road is narrow"),
        ("the roads as narrow and wet", "The roads are narrow and wet"),
        ("the road only as a trap", "The road is a trap"),
        ("the time, vaguely, as “soon after noon”", "The time is soon after noon"),
        ("the use of old cables as being a risk", "The use of old cables is a risk"),
        ("Scenes on board as “like a bad dream”", "Scenes on board are like a bad dream"),
        ("many of those hurt as “walking”", "Many of those hurt are walking"),
        ("it as a trap", "It is a trap"),
        ("Paris as a trap", "Paris is a trap"),
        ("him as a friend", "He is a friend"),
        ("Anna Rao as full of doubts", "Anna Rao is full of doubts"),
    ],
)
def test_what_something_is_described_as_is_what_it_is(content: str, expected: str) -> None:
    assert text(f"[source Rao] [cue described] [content {content}].", DESCRIBES) == expected


@pytest.mark.parametrize(
    "content",
    [
        "the scene as police arrived",
        "the road as well as the bridge",
        "such men as Rao",
        "the men as looking tired",
        "how the road was narrow as a lane",
        "the noise as they fled",
        "as a trap",
        "her life as a mother",
    ],
)
def test_as_that_opens_a_clause_says_what_nothing_is(content: str) -> None:
    told = text(f"[source Rao] [cue described] [content {content}].", DESCRIBES)
    assert told == content[0].upper() + content[1:]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the road a trap", "The road is a trap"),
        ("the drills a rehearsal for war", "The drills are a rehearsal for war"),
        ("the day the worst of her life", "The day is the worst of her life"),
        ("the choice to close a hard one", "The choice to close is a hard one"),
        ("Anna Rao “a gift to the town”", "Anna Rao is a gift to the town"),
        ("the board “out of touch”", "The board is out of touch"),
    ],
)
def test_what_something_is_called_is_what_it_is(content: str, expected: str) -> None:
    assert text(f"[source Vik] [cue called] [content {content}].", CALLS) == expected


@pytest.mark.parametrize(
    "content",
    [
        "a snap meeting of the council",
        "the end of a long war",
        "the restraint of the town",
        "the “narrow” road",
        "the man “Bo” and left",
        "his mother, a nurse",
        "nature has built a bridge",
    ],
)
def test_one_phrase_is_called_nothing(content: str) -> None:
    told = text(f"[source Vik] [cue called] [content {content}].", CALLS)
    assert told == content[0].upper() + content[1:]


def test_who_is_thought_to_have_done_it_is_not_told_where_two_could_be_meant() -> None:
    markup = "[content A relative of a boy], who [cue is thought] [content to have fallen] left."
    assert text(markup, THINKS) == "A relative of a boy, who is thought to have fallen"
    markup = "[content The boy], who [cue is thought] [content to have fallen], left."
    assert text(markup, THINKS) == "The boy has fallen"
