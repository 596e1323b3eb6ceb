"""Several who speak as one: one source with members, never one of them alone."""

from __future__ import annotations

import pytest
from staging import names_at, resolved, source_at, source_of

FOUR = ["Chile", "Norway", "Peru", "Turkey"]
NAME = "joint {} of Chile, Norway, Peru and Turkey"

JOINT = [
    # (markup, noun): every attribution is of the four
    ("[source Peru] issued a joint statement on Friday with Chile, Norway and Turkey, "
     "[cue calling on] [content Ghana to stop].", "statement"),
    ("In a joint statement, [source Peru, Chile, "
     "Norway and Turkey] [cue urged] [content calm].", "statement"),
    ("[source Peru, Chile, Norway and Turkey] [cue said] [medium in a joint statement] "
     "[content all was calm].", "statement"),
    ("[source Peru, Chile, Norway and Turkey], in a joint letter sent on Friday, "
     "[cue urged] [content calm].", "letter"),
    ("Together with Chile and Norway, [source Peru] published a joint declaration with Turkey, "
     "[cue urging] [content calm].", "declaration"),
    ("Peru issued a joint statement with Chile, Norway and Turkey. "
     "[content All was calm,] [source the statement] [cue said].", "statement"),
    ("Peru issued a joint statement with Chile, Norway and Turkey. "
     "[source The statement from the four countries] [cue urged] [content calm].", "statement"),
    ("Peru, Chile, Norway and Turkey, four old rivals, issued a joint statement. "
     "[content “All is calm,”] [source the four governments] [cue said].", "statement"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "noun"), JOINT)
def test_joint_paper_has_one_source_with_all_its_members(markup: str, noun: str) -> None:
    resolution = resolved(markup)
    found = source_at(resolution, 0)
    assert found.name == NAME.format(noun)
    assert found.source_class == "ORG"
    assert sorted(source_of(resolution, key).name for key in found.members) == FOUR


def test_joint_source_is_one_over_the_article() -> None:
    resolution = resolved(
        "[source Peru] issued a joint statement with Chile, [cue urging] [content calm]. "
        "[source2 The statement] [cue2 warned] [content2 of rain]. “It rains,” "
        "[content3 “it pours,”] [source3 the two countries] [cue3 said]."
    )
    assert len({item.source_id for item in resolution.attributions}) == 1
    assert "Peru" not in source_at(resolution, 0).aliases


def test_names_that_take_an_article_have_it_in_the_joint_name() -> None:
    resolution = resolved(
        "[source Peru] issued a joint statement with the United States, "
        "[cue urging] [content calm]."
    )
    assert names_at(resolution) == ["joint statement of Peru and the United States"]


@pytest.mark.parametrize(
    "markup",
    [
        # a statement of one
        "[source Peru] issued a statement on Friday, [cue urging] [content calm in Chile].",
        # a joint statement of others that this one only speaks about
        "Chile issued a joint statement with Norway. [source Peru] [cue said] [content so].",
        # a joint statement inside what was said
        "[source Peru] [cue said] [content that Chile issued a joint statement with Norway].",
    ],
)
def test_one_who_speaks_alone_is_no_joint_source(markup: str) -> None:
    assert names_at(resolved(markup)) == ["Peru"]


def test_unnamed_rest_is_no_member() -> None:
    resolution = resolved(
        "[source Peru and other states that fish there] [cue accused] [content Ghana of it]."
    )
    found = source_at(resolution, 0)
    assert found.name == "Peru and other states"
    assert [source_of(resolution, key).name for key in found.members] == ["Peru"]


def test_two_people_who_speak_together_keep_the_lesser_class() -> None:
    resolution = resolved(
        "[source Minister Ana Ruiz and Bo Ashby] [cue said] [content all was calm]."
    )
    found = source_at(resolution, 0)
    assert (found.name, found.source_class) == ("Ana Ruiz and Bo Ashby", "NIN")
