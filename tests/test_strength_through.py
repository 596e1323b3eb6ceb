"""The invariants of the strength scale, held through the whole pipeline from text to grade."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import attrib
from attrib.records import Claim, Strength

UNNAMED = ["an official", "a spokesman for the port", "one of the pilots", "a port source"]
NAMED = ["Ida Moss", "Transport Minister Ida Moss", "Ida Moss, a pilot,", "Ida Moss of the port"]
CUES = ["said", "claimed", "confirmed", "admitted"]
CONTENT = [
    "the northern gate had failed before noon",
    "12 barges waited outside the harbour on Friday",
    "the crew was never warned",
]
RELAYS = [
    "The Northern Wire reported, citing {source}, that {content}.",
    "{source} told the Northern Wire news agency that {content}.",
]

sources = st.sampled_from(NAMED)
cues = st.sampled_from(CUES)
contents = st.sampled_from(CONTENT)
few = settings(max_examples=25, deadline=None)


def strength_in(text: str, content: str) -> Strength | None:
    """The best grade that the text gives to `content`; None where nobody is found to say it."""
    article = attrib.article(text)
    start = text.index(content)

    def holds(claim: Claim) -> bool:
        covered = any(span.start <= start < span.end for span in claim.content)
        return covered and claim.voice != "own" and claim.strength is not None

    analysis = attrib.analyze([article])
    found = [claim.strength for claim in analysis.claims if holds(claim)]
    return max((item for item in found if item), key=lambda item: item.score, default=None)


@few
@given(st.sampled_from(UNNAMED), sources, cues, contents)
def test_naming_a_source_never_lowers(unnamed: str, named: str, cue: str, content: str) -> None:
    before = strength_in(f"{unnamed.capitalize()} {cue} that {content}.", content)
    after = strength_in(f"{named} {cue} that {content}.", content)
    assert before is not None
    assert after is not None
    assert after.score >= before.score
    assert after.grade <= before.grade


@few
@given(sources, st.sampled_from(RELAYS), contents)
def test_adding_a_relay_never_raises(source: str, relay: str, content: str) -> None:
    before = strength_in(f"{source} said that {content}.", content)
    after = strength_in(relay.format(source=source.rstrip(","), content=content), content)
    assert before is not None
    assert after is not None
    assert after.score <= before.score
    assert after.grade >= before.grade


@few
@given(sources, contents)
def test_a_pronoun_is_graded_as_the_name_it_stands_for(source: str, content: str) -> None:
    intro = f"{source} said that the dam was old."
    named = strength_in(f"{intro} Moss said that {content}.", content)
    pronoun = strength_in(f"{intro} She said that {content}.", content)
    assert named is not None
    assert pronoun is not None
    assert (named.score, named.grade) == (pronoun.score, pronoun.grade)


@few
@given(sources, contents)
def test_admit_adds_nothing_to_say(source: str, content: str) -> None:
    said = strength_in(f"{source} said that {content}.", content)
    admitted = strength_in(f"{source} admitted that {content}.", content)
    assert said is not None
    assert admitted is not None
    assert said.score == admitted.score
