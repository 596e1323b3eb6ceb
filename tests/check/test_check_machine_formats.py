"""Findings for other tools: GitHub, GitLab, reviewdog, JUnit, SARIF."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import click
import jsonschema
import pytest
from drafting import Said, checked
from hypothesis import given
from hypothesis import strategies as st

from attrib.check.fingerprints import make_fingerprint, number_alike
from attrib.check.formats import DIAGNOSTIC_FORMATS, render_diagnostics
from attrib.check.formats.github import render_github
from attrib.check.formats.gitlab import render_gitlab
from attrib.check.formats.junit import render_junit
from attrib.check.formats.places import relative_path, to_uri
from attrib.check.formats.rdjson import render_rdjson
from attrib.check.formats.sarif import render_sarif
from attrib.check.selection import select_rules
from attrib.cli_check import check
from attrib.records import Corpus, Diagnostic, Place, Problem, Span
from attrib.rulebook import load_rulebook

TEXT = "The dam is old 🏗.\r\nIt is understood that it will burst.\r\nShe is believed to know.\n"
GONE = Problem("gone.txt", "no such file")
RULES = select_rules(load_rulebook())
BODY = "An inspector said the firm dumped waste in the Arle."
HEADLINE = "Firm dumped waste in Arle"


def hidden(text: str = TEXT) -> tuple[Diagnostic, ...]:
    return checked(text, select=("AT502",))


def related() -> tuple[Diagnostic, ...]:
    said = Said("the firm dumped waste in the Arle", "An inspector", "said", source_class="UOR")
    return checked(BODY, said, title=HEADLINE, select=("AT701",))


def made(message: str = "m", **changes: object) -> Diagnostic:
    plain = Diagnostic(
        "drafts/a.md", "AT101", "bare-source", "error", message, Span(0, 1), 3, 1, 3, 9,
        words="A source", fingerprint=make_fingerprint("AT101", "A source"),
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_github_commands_name_file_lines_and_columns() -> None:
    assert render_github(hidden()[:1]) == (
        "::notice title=attrib (AT502),file=draft.txt,line=2,col=1,endLine=2,endColumn=17::"
        'draft.txt:2:1: AT502 "It is understood" hides who says so\n'
    )


def test_github_leaves_columns_out_of_findings_over_several_lines() -> None:
    line = render_github([made(end_line=5)])
    assert line.startswith("::error title=attrib (AT101),file=drafts/a.md,line=3,endLine=5::")


def test_github_escapes_what_would_end_a_command() -> None:
    (line,) = render_github([made("50 % of it:\r\nall, in all", path="a,b:c%.md")]).splitlines()
    assert "file=a%2Cb%3Ac%25.md," in line
    assert line.endswith("50 %25 of it:%0D%0Aall, in all")


def test_github_shows_the_worst_first_and_what_could_not_be_read() -> None:
    found = [made(severity=severity) for severity in ("info", "error", "warning")]
    lines = render_github(found, [GONE, Problem("odd.txt", "guessed", fatal=False)]).splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "::error", "::notice", "::error", "::warning", "::notice",
    ]  # fmt: skip
    assert lines[0] == "::error title=attrib,file=gone.txt::gone.txt: no such file"


def test_gitlab_rows_have_what_it_requires_and_fingerprints_of_their_own() -> None:
    twice = hidden("It is understood he left.\n\nIt is understood she left.\n")
    rows = json.loads(render_gitlab(twice, [GONE]))
    assert [row["check_name"] for row in rows] == ["unreadable", "AT502", "AT502"]
    assert len({row["fingerprint"] for row in rows}) == 3
    assert rows[1]["description"].startswith("AT502: ")
    assert rows[1]["severity"] == "info"
    assert rows[1]["location"] == {
        "path": "draft.txt",
        "positions": {"begin": {"line": 1, "column": 1}, "end": {"line": 1, "column": 17}},
    }


def test_a_fingerprint_outlives_an_edit_elsewhere() -> None:
    before = json.loads(render_gitlab(hidden("It is understood he left.\n")))
    after = json.loads(render_gitlab(hidden("A new lead.\n\nIt is Understood  he left.\n")))
    assert [row["fingerprint"] for row in before] == [row["fingerprint"] for row in after]
    assert make_fingerprint("AT101", "a source") != make_fingerprint("AT102", "a source")
    assert make_fingerprint("AT101", "a", "b") != make_fingerprint("AT101", "a b")
    assert [number for _, number in number_alike([made(), made(), made(path="b")])] == [1, 2, 1]


def test_rdjson_ranges_and_related_places() -> None:
    (row,) = json.loads(render_rdjson(related()))["diagnostics"]
    assert row["severity"] == "ERROR"
    assert row["code"] == {"value": "AT701"}
    assert row["location"]["range"]["start"] == {"line": 1, "column": 1}
    assert row["related_locations"][0]["message"] == "attributed here to An inspector"
    (problem,) = json.loads(render_rdjson([], [GONE]))["diagnostics"]
    assert problem["code"] == {"value": "unreadable"}


def test_junit_counts_add_up_and_a_clean_file_passes() -> None:
    root = ElementTree.fromstring(
        render_junit([made(), made()], [GONE], ["drafts/a.md", "clean.md"])
    )
    assert root.attrib == {"name": "attrib", "tests": "4", "failures": "2", "errors": "1"}
    suites = {suite.get("name"): suite for suite in root}
    assert set(suites) == {"clean.md", "drafts/a.md", "gone.txt"}
    assert [len(suites[name]) for name in sorted(map(str, suites))] == [1, 2, 1]
    assert suites["clean.md"][0].find("failure") is None
    failure = suites["drafts/a.md"][0].find("failure")
    assert failure is not None
    assert failure.get("type") == "error"
    assert failure.text == "drafts/a.md:3:1: AT101 A source"
    error = suites["gone.txt"][0].find("error")
    assert error is not None
    assert error.get("message") == "no such file"


@given(st.text(), st.text())
def test_junit_is_xml_whatever_a_draft_holds(message: str, words: str) -> None:
    root = ElementTree.fromstring(render_junit([made(message, words=words)]).encode())
    failure = root[0][0].find("failure")
    assert failure is not None
    assert len(failure.get("message") or "") == len(message)


def test_sarif_has_what_github_reads() -> None:
    found = related()
    run = json.loads(render_sarif(found, [GONE], RULES))["runs"][0]
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "AT701"
    assert rule["properties"]["problem.severity"] == "error"
    assert result["level"] == "error"
    assert result["message"]["text"].endswith("[attributed here to An inspector](1)")
    assert result["relatedLocations"][0]["id"] == 1
    assert result["partialFingerprints"]["primaryLocationLineHash"].endswith(":1")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert HEADLINE[region["startColumn"] - 1 : region["endColumn"] - 1] == found[0].words
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error"


def test_sarif_brackets_in_a_message_are_no_links() -> None:
    place = Place("b.md", Span(0, 1), 1, 1, "see [sic]")
    run = json.loads(render_sarif([made("it [sic] says \\", related=(place,))]))["runs"][0]
    assert run["results"][0]["message"]["text"] == r"it \[sic\] says \\ [see \[sic\]](1)"


REQUIRED = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "items": {
                                            "required": [
                                                "id",
                                                "shortDescription",
                                                "fullDescription",
                                                "help",
                                                "properties",
                                            ],
                                            "properties": {
                                                "fullDescription": {
                                                    "properties": {"text": {"maxLength": 1024}}
                                                },
                                                "name": {"type": "string"},
                                            },
                                        }
                                    }
                                },
                            }
                        }
                    },
                    "results": {
                        "items": {
                            "required": ["ruleId", "level", "message", "locations"],
                            "properties": {
                                "level": {"enum": ["error", "warning", "note"]},
                                "locations": {"minItems": 1, "maxItems": 1},
                            },
                        }
                    },
                },
            }
        },
    },
}
"""What GitHub's documentation requires, for where the whole schema is not at hand."""


def test_sarif_is_valid() -> None:
    written = json.loads(render_sarif((*hidden(), *related()), [GONE], RULES))
    jsonschema.validate(written, REQUIRED)
    schema = os.environ.get("ATTRIB_SARIF_SCHEMA")
    if schema:
        published = json.loads(Path(schema).read_text(encoding="utf-8"))
        jsonschema.Draft7Validator(published).validate(written)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("drafts/a b.md", "drafts/a%20b.md"),
        ("drafts\\a.md" if os.name == "nt" else "drafts/ä#?.md", "drafts/%C3%A4%23%3F.md"),
        ("/elsewhere/a.md", "file:///elsewhere/a.md"),
        ("-", "-"),
        ("a:b.md", "a%3Ab.md"),
    ],
)
def test_paths_are_uris(path: str, uri: str) -> None:
    assert to_uri(path) == uri


def test_absolute_paths_below_the_working_folder_are_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative_path(str(tmp_path / "drafts" / "a.md")) == "drafts/a.md"


def test_the_command_line_offers_every_format() -> None:
    (option,) = (option for option in check.params if option.name == "format_")
    assert isinstance(option.type, click.Choice)
    assert tuple(option.type.choices) == DIAGNOSTIC_FORMATS


@pytest.mark.parametrize("name", DIAGNOSTIC_FORMATS)
def test_every_format_writes_the_same_bytes_and_an_empty_run(name: str) -> None:
    corpus = Corpus((), (GONE,))
    one, other = (render_diagnostics(hidden(), corpus, name, rules=RULES) for _ in range(2))  # type: ignore[arg-type]
    assert one == other
    empty = render_diagnostics((), Corpus((), ()), name, rules=RULES)  # type: ignore[arg-type]
    assert "AT502" not in re.sub(r'"(id|ruleId)": "AT502"', "", empty)
