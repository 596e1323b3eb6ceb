"""What comes out for the examples: the same bytes each time, and as the schemas in docs/ say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

import attrib
from calling import Caller

FORMATS = get_args(attrib.ReportFormat)
ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EXAMPLES = (
    "examples/skerra-post.html",
    "examples/northern-ledger.md",
    "examples/ellary-courier.txt",
    "examples/capital-dispatch.txt",
)
RENDERED = """
import sys, attrib
analysis = attrib.analyze(reversed(list(attrib.read(sys.argv[1:]))))
for name in ("html", "json", "jsonl", "md", "csv", "text"):
    sys.stdout.buffer.write(attrib.render(analysis, name).encode() + b"\\0")
"""


def schema_of(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((DOCS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return schema


def validate(shape: object, name: str) -> None:
    Draft202012Validator(schema_of(name)).validate(shape)


def test_another_process_order_and_hash_seed_give_the_same_bytes(
    examples_analysis: attrib.Analysis,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RENDERED, *EXAMPLES],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        timeout=300,
    )
    there = done.stdout.decode("utf-8").split("\0")
    here = [attrib.render(examples_analysis, name) for name in FORMATS]
    assert dict(zip(FORMATS, there, strict=False)) == dict(zip(FORMATS, here, strict=True))


def test_findings_do_not_depend_on_the_order_of_the_drafts(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    drafts = ("examples/draft/ferry-one-week-on.md", *EXAMPLES)
    for format_ in ("text", "concise", "json"):
        once = call("check", *drafts, "--format", format_)
        assert call("check", *reversed(drafts), "--format", format_) == once
        assert "AT101" in once.out


def test_claims_and_quotes_do_not_depend_on_the_order_of_the_material(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert call("extract", *EXAMPLES) == call("extract", *reversed(EXAMPLES))
    draft, *material = EXAMPLES
    turned = [("--against", path) for path in reversed(material)]
    once = call("verify", draft, "--against", *material, "--format", "json")
    assert call("verify", draft, *sum(turned, ()), "--format", "json") == once


def test_analysis_is_as_its_schema_says(examples_analysis: attrib.Analysis) -> None:
    validate(json.loads(attrib.render(examples_analysis, "json")), "analysis.schema.json")


def test_claims_are_as_the_schema_says(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    schema = schema_of("analysis.schema.json")
    of_claims = Draft202012Validator({"$defs": schema["$defs"], "$ref": "#/$defs/claim"})
    rows = [json.loads(row) for row in call("extract", "examples").out.splitlines()]
    assert rows == json.loads(call("extract", "examples", "--format", "json").out)
    assert len(rows) > 50
    for row in rows:
        assert row.pop("article_path").startswith("examples/")
        of_claims.validate(row)


def test_findings_and_problems_are_as_their_schema_says(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    ended = call("check", "examples/draft", "examples/gone.txt", "--format", "json")
    shape = json.loads(ended.out)
    validate(shape, "diagnostics.schema.json")
    assert "AT101" in {row["code"] for row in shape["diagnostics"]}
    assert [problem["path"] for problem in shape["problems"]] == ["examples/gone.txt"]


def test_quotes_are_as_their_schema_says(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    ended = call("verify", EXAMPLES[2], "--against", "examples", "--format", "json")
    shape = json.loads(ended.out)
    validate(shape, "quotes.schema.json")
    assert {"altered", "other-speaker", "not-found"} <= {row["verdict"] for row in shape["quotes"]}
