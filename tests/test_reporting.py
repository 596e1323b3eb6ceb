"""The draft checks of a report: those of `attrib check`, on what has been read already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import attrib
from attrib.checking import check_corpus
from attrib.errors import SettingsError
from attrib.pipeline import read_claims
from attrib.records import Article, Corpus, Diagnostic, Segmentation
from attrib.reporting import analyze_with_checks, check_reading
from attrib.rulebook import Rulebook, load_rulebook
from attrib.segment import segment
from attrib.settings import Override, Settings
from attrib.wire import analysis_to_json

RULES = load_rulebook()
EXAMPLES = attrib.read([Path(__file__).parent.parent / "examples"])


def draft(text: str, path: str = "bridge.txt") -> Article:
    return replace(attrib.article(text, outlet=path), path=path)


PRESS = draft("Local media reported that the bridge is too low. The toll was raised in May.")
SOURCE = draft("A source said the bridge will be shut in June.", "desk/toll.txt")
PLAIN = draft("The bridge was shut on Monday, Ida Moss, the mayor of Sund, said.", "plain.txt")


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    return [(d.path, d.code, d.severity) for d in found]


def test_findings_are_those_of_a_check_of_each_article_alone() -> None:
    found = analyze_with_checks(EXAMPLES.articles, RULES).diagnostics
    alone = check_corpus(EXAMPLES, RULES).diagnostics
    assert len(found) > 5
    assert set(found) == set(alone)


def test_who_speaks_in_another_article_only_changes_no_finding() -> None:
    both = analyze_with_checks([PRESS, PLAIN], RULES).diagnostics
    assert both == analyze_with_checks([PRESS], RULES).diagnostics
    assert [code for _, code, _ in codes(both)] == ["AT206"]


def test_a_report_segments_each_article_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counted(article: Article, rulebook: Rulebook) -> Segmentation:
        seen.append(article.id)
        return segment(article, rulebook)

    monkeypatch.setattr("attrib.pipeline.segment", counted)
    assert analyze_with_checks([PRESS, PLAIN], RULES).diagnostics
    assert sorted(seen) == sorted([PRESS.id, PLAIN.id])


def test_checks_say_why_they_exist_and_only_those_that_found_something() -> None:
    analysis = analyze_with_checks([PRESS, PLAIN], RULES)
    (reason,) = analysis.checks
    rule = next(rule for rule in RULES.checks if rule.id == "AT206")
    assert reason.code == "AT206"
    assert (reason.name, reason.why, reason.fix_hint) == (rule.name, rule.why, rule.fix_hint)
    shape = analysis_to_json(analysis)
    assert shape["checks"] == [
        {"code": "AT206", "name": rule.name, "why": rule.why, "fix_hint": rule.fix_hint}
    ]


def test_settings_choose_checks_and_severities_by_path() -> None:
    articles = [PRESS, SOURCE]
    plain = codes(analyze_with_checks(articles, RULES).diagnostics)
    assert {item[:2] for item in plain} >= {("bridge.txt", "AT206"), ("desk/toll.txt", "AT101")}
    override = Override(("desk/",), severity={"AT101": "off"}, select=("AT1",))
    settings = Settings(severity={"AT206": "info"}, overrides=(override,), ignore=("AT401",))
    found = codes(analyze_with_checks(articles, RULES, settings=settings).diagnostics)
    assert ("bridge.txt", "AT206", "info") in found
    assert not [code for path, code, _ in found if path == "desk/toll.txt" and code == "AT101"]


def test_findings_below_the_least_severity_are_left_out() -> None:
    settings = Settings(severity={"AT206": "info"}, min_severity="warning")
    analysis = analyze_with_checks([PRESS], RULES, settings=settings)
    assert (analysis.diagnostics, analysis.checks) == ((), ())
    assert analyze_with_checks([PRESS], RULES, settings=Settings(min_severity="warning")).checks


def test_an_unknown_check_in_the_settings_is_said() -> None:
    with pytest.raises(SettingsError, match="AT999"):
        analyze_with_checks([PRESS], RULES, settings=Settings(select=("AT999",)))


def test_a_comment_in_the_article_silences_its_finding() -> None:
    text = f"<!-- attrib-disable-next AT206: known -->\n\n{PRESS.text}"
    reading = read_claims([draft(text)], RULES)
    checked = check_reading(reading, RULES)
    assert checked.diagnostics == ()
    assert [item.diagnostic.code for item in checked.suppressed] == ["AT206"]


def test_nothing_read_is_nothing_found() -> None:
    analysis = analyze_with_checks([], RULES)
    assert (analysis.diagnostics, analysis.checks) == ((), ())


def test_the_api_checks_where_told_to() -> None:
    corpus = Corpus((PRESS,))
    assert [item.code for item in attrib.analyze(corpus, checks=True).diagnostics] == ["AT206"]
    assert attrib.analyze(corpus).diagnostics == ()
    (one,) = attrib.analyze_stream([PRESS])
    assert one.diagnostics == ()
