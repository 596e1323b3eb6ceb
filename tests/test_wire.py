"""The JSON shapes: what the contract promises, and that the schemas in docs/ would notice."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from attrib.records import (
    Analysis,
    Article,
    ChainLink,
    CheckReason,
    Claim,
    ClaimSource,
    Cluster,
    Contest,
    Cue,
    Diagnostic,
    Factor,
    Place,
    Problem,
    Side,
    Source,
    Span,
    Strength,
)
from attrib.wire import Json, analysis_to_json, claim_to_json, diagnostics_to_json, dumps

DOCS = Path(__file__).parent.parent / "docs"
TEXT = "“Très bien 😀,” Ola Vik said. Nothing else is known."
SPEAKER = ChainLink("s1", "Ola Vik", "NIN")


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((DOCS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def analysis() -> Analysis:
    article = Article("a1", TEXT, path="ola.txt")
    said = Claim(
        "c1",
        "a1",
        "Très bien",
        (Span(0, 14),),
        Span(0, 28),
        Cue(Span(23, 27), "said", "say", "cues.verbs.say", "asserts", 0, 6),
        ClaimSource("s1", "Ola Vik", "NIN", Span(15, 22), "Ola Vik", True, "named in full"),
        (SPEAKER,),
        "direct",
        "asserts",
        "affirm",
        0,
        Strength(61, "B", (Factor("identification", 24, 30, "named", Span(15, 22)),), ("one",)),
        grounds=frozenset({"s1"}),
    )
    own = Claim(
        "c2", "a1", "Nothing else is known.", (Span(29, 51),), Span(29, 51),
        None, None, (), "own", "own", "affirm", 0, None,
    )  # fmt: skip
    return Analysis(
        (article,),
        (said, own),
        (Source("s1", "Ola Vik", "NIN", True, "named in full", articles=("a1",)),),
        (Cluster("k1", ("c1", "c2"), "what is known"),),
        (
            Contest(
                "x1",
                "k1",
                "denial",
                "what is known",
                (Side("affirmed", ("c1",), ("s1",), ()), Side("denied", ("c2",), (), ("ola",))),
                2 / 3,
                "made up",
            ),
        ),
        (Problem("b.txt", "is empty", fatal=False),),
        rules="sha256:00ff",
    )


def diagnostic() -> Diagnostic:
    return Diagnostic(
        "ola.txt",
        "AT701",
        "headline-unattributed",
        "error",
        "Says as fact what the text attributes.",
        Span(0, 4),
        1,
        1,
        1,
        5,
        "title",
        "a1",
        (Place("ola.txt", Span(15, 22), 3, 16, "attributed here"),),
        "Ola.",
        "0123456789abcdef",
    )


def test_analysis_has_the_keys_of_the_contract_in_its_order() -> None:
    found = analysis_to_json(analysis())
    assert list(found)[:9] == [
        "schema", "version", "rules", "articles", "sources", "claims", "clusters", "contests",
        "problems",
    ]  # fmt: skip
    claim = json.loads(dumps(found))["claims"][0]
    assert list(claim)[:14] == [
        "id", "article", "text", "content", "sentence", "cue", "source", "chain", "voice",
        "stance", "polarity", "tone", "strength", "within",
    ]  # fmt: skip
    assert list(claim["source"]) == [
        "id", "name", "class", "start", "end", "text", "resolved", "reason",
    ]  # fmt: skip


def test_an_analysis_holds_findings_as_the_checks_print_them_and_why() -> None:
    reason = CheckReason("AT701", "headline-unattributed", "Readers read headlines.", "Say who.")
    later = replace(diagnostic(), span=Span(5, 8), field="text")
    found = replace(analysis(), diagnostics=(later, diagnostic()), checks=(reason,))
    shape = json.loads(dumps(analysis_to_json(found)))
    validator("analysis.schema.json").validate(shape)
    printed = json.loads(dumps(diagnostics_to_json([diagnostic()])))
    assert shape["diagnostics"][0] == printed["diagnostics"][0]
    assert [item["field"] for item in shape["diagnostics"]] == ["title", "text"]
    assert shape["checks"][0]["why"] == "Readers read headlines."


def test_span_texts_are_the_characters_at_their_offsets() -> None:
    claim = json.loads(dumps(analysis_to_json(analysis())))["claims"][0]
    assert claim["content"] == [{"start": 0, "end": 14, "text": "“Très bien 😀,”"}]
    assert claim["cue"] == {"start": 23, "end": 27, "text": "said", "lemma": "say"}
    assert claim["sentence"] == {"start": 0, "end": 28}


def test_own_voice_has_neither_source_nor_strength() -> None:
    own = json.loads(dumps(analysis_to_json(analysis())))["claims"][1]
    assert (own["source"], own["cue"], own["chain"], own["strength"]) == (None, None, [], None)


def test_analysis_matches_its_schema() -> None:
    validator("analysis.schema.json").validate(json.loads(dumps(analysis_to_json(analysis()))))


def test_an_empty_analysis_matches_its_schema() -> None:
    empty = Analysis((), (), (), (), ())
    validator("analysis.schema.json").validate(analysis_to_json(empty))


def test_diagnostics_match_their_schema() -> None:
    found = diagnostics_to_json([diagnostic()], [Problem("b.txt", "is empty")])
    validator("diagnostics.schema.json").validate(found)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("claims", 0, "stance"), "thinks"),
        (("claims", 0, "strength", "grade"), "F"),
        (("claims", 0, "content"), []),
        (("claims", 0, "surprise"), 1),
        (("claims", 0, "source", "class"), "XXX"),
        (("articles", 0, "characters"), -1),
        (("contests", 0, "score"), 1.5),
        (("diagnostics",), [{"code": "AT101"}]),
        (("checks",), None),
        (("contests", 0, "sides", 0, "voices"), "many"),
        (("schema",), "attrib.analysis/2"),
    ],
)
def test_schema_notices_a_broken_analysis(path: tuple[str | int, ...], value: Json) -> None:
    broken = json.loads(dumps(analysis_to_json(analysis())))
    place = broken
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(ValidationError):
        validator("analysis.schema.json").validate(broken)


@pytest.mark.parametrize("key", ["version", "rules", "contests", "problems"])
def test_schema_notices_a_missing_part(key: str) -> None:
    broken = analysis_to_json(analysis())
    del broken[key]
    with pytest.raises(ValidationError):
        validator("analysis.schema.json").validate(broken)


def test_schema_notices_a_broken_diagnostic() -> None:
    broken = json.loads(dumps(diagnostics_to_json([diagnostic()])))
    broken["diagnostics"][0]["severity"] = "fatal"
    with pytest.raises(ValidationError):
        validator("diagnostics.schema.json").validate(broken)


def test_lists_are_sorted_whatever_order_they_come_in() -> None:
    given_order = analysis()
    turned = replace(given_order, claims=given_order.claims[::-1])
    assert analysis_to_json(turned) == analysis_to_json(given_order)


def test_diagnostics_are_sorted_by_file_and_position() -> None:
    first = replace(diagnostic(), path="a.txt")
    second = replace(diagnostic(), line=2)
    found = json.loads(dumps(diagnostics_to_json([second, diagnostic(), first])))["diagnostics"]
    assert [(item["file"], item["start"]["line"]) for item in found] == [
        ("a.txt", 1),
        ("ola.txt", 1),
        ("ola.txt", 2),
    ]


def test_extract_line_names_the_file_and_stands_on_one_line() -> None:
    found = analysis()
    line = dumps(claim_to_json(found.claims[0], found.articles[0], with_path=True), indent=None)
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert json.loads(line)["article_path"] == "ola.txt"


def test_numbers_have_three_places() -> None:
    assert json.loads(dumps(analysis_to_json(analysis())))["contests"][0]["score"] == 0.667


def test_text_is_not_escaped_but_broken_surrogates_are() -> None:
    assert dumps("é “x” 😀") == '"é “x” 😀"\n'
    assert dumps("a\ud83db").encode() == b'"a\\ud83db"\n'
    with pytest.raises(ValueError, match="JSON"):
        dumps(float("nan"))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(json_values)
def test_what_is_written_reads_back(value: Json) -> None:
    assert json.loads(dumps(value)) == value
