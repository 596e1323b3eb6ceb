"""Checked quotes as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError
from verifying import Text, checks, somebody

from attrib.check.folding import FOLDING_RULES
from attrib.check.formats.quotes import quotes_to_json, render_quote_checks, render_quotes
from attrib.records import Problem, QuoteCheck
from attrib.wire import dumps

SCHEMA = Path(__file__).parents[2] / "docs" / "quotes.schema.json"
SOURCE = Text(
    "“We will not close the school, and we will gladly keep the land it stands on,” Vik said.\n"
    "“The pier needs money. It needs it now,” she added.",
    (("We will not close the school, and we will gladly keep the land", somebody("Vik")),),
)
DRAFT = """\
“We will not close the school.”
“We will close the school, and we will keep the old land it stands on.”
“We will not close the school ... the land it stands on.”
“It needs it now. The pier needs money.”
“Nobody has ever seen anything like it.”
"""


def found() -> tuple[QuoteCheck, ...]:
    by_vik = "\n".join(DRAFT.splitlines()[:3])
    return checks(Text(DRAFT, ((by_vik, somebody("Vik")),)), SOURCE)


def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_text_shows_each_quote_with_its_differences_marked() -> None:
    assert (
        render_quote_checks(found())
        == """\
draft.txt:1:1: exact
  "We will not close the school."
  found at source0.txt:1:2, given to Vik
  The same words, mark for mark.

draft.txt:2:1: altered (similarity 0.90)
  We will {+not+} close the school, and we will {+gladly+} keep the [-old-] land it stands on
  found at source0.txt:1:2, given to Vik
  The negation "not" is left out. Left out without an ellipsis: "gladly". "old" is added.

draft.txt:3:1: trimmed
  We will not close the school … {+and we will gladly keep+} the land it stands on
  found at source0.txt:1:2, given to Vik
  Left out at the ellipsis: 5 words.

draft.txt:4:1: altered (similarity 0.50)
  "It needs it now. The pier needs money."
  found at source0.txt:2:24
  and at source0.txt:2:2
  Joined from 2 passages that do not follow one another in one text.

draft.txt:5:1: not-found
  "Nobody has ever seen anything like it."
  No passage of the material has these words or comes near them.

5 quotes: 1 exact, 1 trimmed, 2 altered, 1 not-found.
"""
    )


def test_a_draft_without_quotes_says_so() -> None:
    assert render_quote_checks(()) == "No quotes to look for.\n"


def test_text_moves_no_cursor() -> None:
    shown = render_quote_checks(checks("“a\x1b[2J b c d \u202e e”", "nothing"))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_long_omission_is_shortened() -> None:
    middle = " ".join(f"word{number}" for number in range(40))
    shown = render_quote_checks(
        checks("“the old pier of the town ... is closed for the winter.”",
               f"“the old pier of the town {middle} is closed for the winter.”")
    )  # fmt: skip
    assert "{+word0 word1 word2 word3 word4 word5 ... word34" in shown


def test_json_matches_its_schema() -> None:
    problems = [Problem("b.txt", "is empty"), Problem("a.txt", "is empty", fatal=False)]
    written = json.loads(dumps(quotes_to_json(found(), problems, "1.2")))
    validator().validate(written)
    assert [problem["path"] for problem in written["problems"]] == ["a.txt", "b.txt"]
    altered = written["quotes"][1]
    assert (altered["verdict"], altered["start"]) == (
        "altered",
        {"offset": 32, "line": 2, "column": 1},
    )
    assert altered["differences"][1] == {"kind": "left-out", "ours": "", "theirs": "not"}
    assert altered["found"]["text"].startswith("We will not close the school")


def test_json_of_no_quotes_matches_its_schema() -> None:
    validator().validate(json.loads(render_quotes((), (), "json")))


def test_quotes_are_sorted_whatever_order_they_come_in() -> None:
    assert quotes_to_json(found()[::-1], (), "1") == quotes_to_json(found(), (), "1")


@pytest.mark.parametrize(
    ("key", "value"), [("verdict", "near"), ("similarity", 1.5), ("found", {})]
)
def test_schema_notices_a_broken_quote(key: str, value: object) -> None:
    broken = json.loads(render_quotes(found(), (), "json"))
    broken["quotes"][0][key] = value
    with pytest.raises(ValidationError):
        validator().validate(broken)


def test_the_folding_rules_stand_in_the_documentation() -> None:
    page = (SCHEMA.parent / "verify.md").read_text(encoding="utf-8")
    assert [rule for rule in FOLDING_RULES if f"* {rule}\n" not in page] == []
