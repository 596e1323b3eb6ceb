"""The Python API: what is public, typed and frozen, on small inputs."""

from __future__ import annotations

import dataclasses
import inspect
import json
import threading
import typing
from pathlib import Path

import pytest

import attrib
from attrib.report import FORMATS, render

LEAK = (
    "The pumping station failed on Monday night, the water board said in a statement. "
    "The board knew of the leak, Ida Moss, a former engineer, told the Sund Gazette. "
    '"Nobody at the board had seen the leak," said Bo Ashby, a spokesman for the board.'
)
PUBLIC = {
    "Analysis", "Article", "AttribError", "ChainLink", "CheckReason", "Claim", "ClaimSource",
    "Cluster", "Contest", "Corpus", "Cue", "Decided", "Decision", "Diagnostic", "Directive",
    "Event", "Factor", "InputError", "Markup", "ModelError", "Override", "Paragraph", "Place",
    "Problem", "Quote", "QuoteCheck", "RawMap", "Relation", "ReportFormat", "Reversal", "RuleError",
    "Rulebook", "Segmentation", "Sentence", "Settings", "SettingsError", "Side", "Source", "Span",
    "Strength", "Waiver", "WayBack", "WordDifference", "__version__", "analyze", "analyze_stream",
    "article", "check", "load_rules", "load_settings", "read", "relate", "render", "verify",
}  # fmt: skip


def test_public_names_are_these_and_all_are_there() -> None:
    assert set(attrib.__all__) == PUBLIC
    assert len(attrib.__all__) == len(PUBLIC)
    assert all(hasattr(attrib, name) for name in PUBLIC)


def test_what_public_annotations_name_is_public() -> None:
    """So that a client can write down the type of all that it gets; what a Rulebook holds stays
    its own."""
    pending: list[object] = [getattr(attrib, name) for name in sorted(PUBLIC)]
    for item in pending:
        if item is attrib.Rulebook or not (inspect.isfunction(item) or is_record(item)):
            continue
        for hint in typing.get_type_hints(item).values():
            for record in records_in(hint):
                assert record.__name__ in PUBLIC, f"{record} in {item}"
                pending += [] if record in pending else [record]


def is_record(item: object) -> bool:
    return dataclasses.is_dataclass(item) and item.__module__.startswith("attrib.")


def records_in(hint: object) -> set[type]:
    inner = {record for part in typing.get_args(hint) for record in records_in(part)}
    return inner | ({hint} if isinstance(hint, type) and is_record(hint) else set())


def test_an_article_from_a_string_has_an_id_of_its_content() -> None:
    article = attrib.article(LEAK, title="Leak", outlet="Sund Gazette", published="2031-03-04")
    assert (article.text, article.title, article.outlet) == (LEAK, "Leak", "Sund Gazette")
    assert article.id == attrib.article(LEAK, title="Leak", outlet="Sund Gazette").id
    assert article.id != attrib.article(LEAK, title="Leak").id
    assert attrib.article(LEAK, id="leak-1").id == "leak-1"


def test_an_article_in_another_language_is_told_by_its_words() -> None:
    german = (
        "Das Pumpwerk ist in der Nacht ausgefallen, teilte die Wasserbehörde mit. Niemand habe von "
        "dem Leck gewusst, sagte ein Sprecher, und die Anlage werde nun von Fachleuten untersucht."
    )
    assert attrib.article(german).language == "und"
    assert attrib.article(LEAK).language == "en"


def test_read_gives_articles_and_problems_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "leak.txt").write_text(LEAK, encoding="utf-8")
    corpus = attrib.read([tmp_path / "leak.txt", tmp_path / "gone.txt"])
    assert [article.text for article in corpus] == [LEAK]
    assert [(Path(p.path).name, p.fatal) for p in corpus.problems] == [("gone.txt", True)]
    assert len(attrib.read(tmp_path / "leak.txt")) == 1


def test_analyze_takes_an_article_a_list_and_a_corpus() -> None:
    article = attrib.article(LEAK)
    of_one = attrib.analyze(article)
    assert of_one == attrib.analyze([article]) == attrib.analyze(attrib.Corpus((article,)))
    names = {claim.source.name for claim in of_one.claims if claim.source}
    assert {"Ida Moss", "Bo Ashby"} <= names
    assert all(span.of(LEAK) for claim in of_one.claims for span in claim.content)
    assert of_one.rules.startswith("sha256:")


def test_problems_of_a_corpus_are_in_its_analysis() -> None:
    problem = attrib.Problem("gone.txt", "is not there")
    assert problem in attrib.analyze(attrib.Corpus((), (problem,))).problems


def test_render_knows_six_formats(examples_analysis: attrib.Analysis) -> None:
    assert typing.get_args(attrib.ReportFormat) == tuple(FORMATS)
    for name in FORMATS:
        assert render(examples_analysis, name).endswith("\n")
    assert attrib.render(examples_analysis).startswith("<!doctype html>")
    with pytest.raises(attrib.AttribError, match="unknown format 'pdf'"):
        attrib.render(examples_analysis, "pdf")  # type: ignore[arg-type]


def test_check_takes_an_article_and_a_path(tmp_path: Path) -> None:
    draft = "The merger is dead, a source said on Monday."
    (tmp_path / "draft.txt").write_text(draft, encoding="utf-8")
    (found,) = attrib.check(attrib.article(draft))
    assert (found.code, found.span.of(draft)) == ("AT101", "a source")
    assert [item.code for item in attrib.check(tmp_path / "draft.txt")] == ["AT101"]
    assert attrib.check(attrib.article(draft), settings=attrib.Settings(ignore=("AT101",))) == ()
    with pytest.raises(attrib.InputError):
        attrib.check(tmp_path / "gone.txt")


def test_verify_finds_a_quote_and_an_altered_one() -> None:
    material = attrib.article(LEAK)
    draft = attrib.article(
        '"Nobody at the board had seen the leak," said Bo Ashby. '
        '"Nobody at the board had seen the flood," he added.'
    )
    verdicts = [item.verdict for item in attrib.verify(draft, against=[material])]
    assert verdicts == ["exact", "altered"]
    assert attrib.verify(attrib.article("No quotes here."), against=[material]) == ()


def test_verify_refuses_one_id_for_two_texts() -> None:
    draft, material = (attrib.article(text, id="1") for text in ("One text.", "Another text."))
    with pytest.raises(attrib.InputError, match="the id '1'"):
        attrib.verify(draft, against=[material])


def test_relate_tells_figures_that_differ_from_the_same_words() -> None:
    pairs = [
        ("12 people died in the fire.", "20 people died in the fire."),
        ("The bridge is closed.", "The bridge is closed."),
        ("The bridge is closed.", "Ida Moss won the regatta."),
    ]
    differ, same, unrelated = attrib.relate(pairs)
    assert differ.kind == "contradiction"
    assert same.kind == "same"
    assert unrelated.kind == "unrelated"
    for relation in (differ, same, unrelated):
        assert 0 <= relation.same <= 1
        assert 0 <= relation.contradiction <= 1
        assert relation.reason
    assert attrib.relate([(one, other) for other, one in pairs]) == (differ, same, unrelated)


def test_relate_mends_half_a_surrogate_pair_as_article_does() -> None:
    (found,) = attrib.relate([("The dam burst.\ud800", "The dam held.\udc00")])
    assert (found,) == attrib.relate([("The dam burst.\ufffd", "The dam held.\ufffd")])


def test_stream_gives_one_analysis_an_event(examples_corpus: attrib.Corpus) -> None:
    other = attrib.article("The regatta at Sund was won by Ida Moss, the rowing club said.")
    found = list(attrib.analyze_stream([*examples_corpus, other]))
    assert sum(len(analysis.articles) for analysis in found) == len(examples_corpus) + 1
    assert [other] in [list(analysis.articles) for analysis in found]


def test_rules_may_be_a_folder_or_come_with_the_settings(tmp_path: Path) -> None:
    entry = """
- id: cues.verbs.house
  kind: verb
  stance: asserts
  commitment: 6
  lemmas: [burble]
  why: A word of this house.
  origin: {code: attrib}
  examples: {match: ["He [burbled] that it was late."], skip: ["The brook burbled."]}
"""
    (tmp_path / "en" / "cues").mkdir(parents=True)
    (tmp_path / "en" / "cues" / "house.yaml").write_text(entry, encoding="utf-8")
    article = attrib.article("Ida Moss burbled that the pump had failed.")

    def cues(analysis: attrib.Analysis) -> list[str]:
        return [claim.cue.rule for claim in analysis.claims if claim.cue]

    assert cues(attrib.analyze(article)) == []
    assert cues(attrib.analyze(article, rules=tmp_path)) == ["cues.verbs.house"]
    settings = attrib.Settings(rules=tmp_path)
    assert cues(attrib.analyze(article, settings=settings)) == ["cues.verbs.house"]


def test_results_are_frozen(examples_analysis: attrib.Analysis) -> None:
    results: list[object] = [
        examples_analysis,
        examples_analysis.articles[0],
        examples_analysis.claims[0],
        examples_analysis.sources[0],
        attrib.relate([("It rained.", "It rained.")])[0],
        attrib.Settings(),
    ]
    for result in results:
        assert dataclasses.is_dataclass(result)
        name = dataclasses.fields(result)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(result, name, None)


def test_four_threads_get_the_same_analysis(
    examples_corpus: attrib.Corpus, examples_analysis: attrib.Analysis
) -> None:
    found: list[attrib.Analysis] = []

    def work() -> None:
        found.append(attrib.analyze(examples_corpus))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [examples_analysis] * 4


def test_nothing_is_printed(
    capsys: pytest.CaptureFixture[str], examples_analysis: attrib.Analysis
) -> None:
    article = attrib.article(LEAK)
    attrib.render(attrib.analyze(article), "json")
    attrib.check(article)
    attrib.verify(article, against=[examples_analysis.articles[0]])
    assert capsys.readouterr() == ("", "")


def test_json_of_an_analysis_is_what_the_records_say(examples_analysis: attrib.Analysis) -> None:
    shape = json.loads(attrib.render(examples_analysis, "json"))
    assert [item["id"] for item in shape["claims"]] == [c.id for c in examples_analysis.claims]
    assert len(shape["contests"]) == len(examples_analysis.contests)


def test_settings_are_found_from_a_path(tmp_path: Path) -> None:
    (tmp_path / "attrib.yaml").write_text("ignore: [AT101]\n", encoding="utf-8")
    assert (
        attrib.check(
            attrib.article("The merger is dead, a source said on Monday."),
            settings=attrib.load_settings(tmp_path),
        )
        == ()
    )
