"""What the Python API may be given, and what it says of what it did not read."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

import attrib
from calling import Caller, put

VAGUE = "The merger is dead, a source said on Monday."
FRENCH = (
    "Le ministre a déclaré lundi que le barrage était sûr et que personne ne serait évacué."
    " Selon la préfecture, les travaux ont commencé dans la nuit et dureront trois semaines."
)
RELEASE = '"Nobody at the board had seen the leak," said Bo Ashby, a spokesman for the board.'
NOT_ENGLISH = "does not look like English; no claims are read from it"


def told(problems: tuple[attrib.Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in problems]


def test_another_language_is_told_however_the_article_came(tmp_path: Path) -> None:
    path = put(tmp_path, "fr.txt", FRENCH)
    article, corpus = attrib.article(FRENCH, id="fr"), attrib.read(path)
    line = [(path.as_posix(), NOT_ENGLISH)]
    assert told(attrib.analyze(article).problems) == [("fr", NOT_ENGLISH)]
    assert told(attrib.analyze(article, checks=True).problems) == [("fr", NOT_ENGLISH)]
    assert told(attrib.analyze(list(corpus)).problems) == line
    assert told(attrib.analyze(corpus).problems) == line
    (streamed,) = attrib.analyze_stream([article])
    assert told(streamed.problems) == [("fr", NOT_ENGLISH)]
    assert streamed.claims == ()
    assert attrib.analyze(attrib.article(VAGUE)).problems == ()


def test_another_language_in_a_line_of_a_file_is_told_once(tmp_path: Path) -> None:
    path = put(tmp_path, "wire.jsonl", f'{{"text": "{VAGUE}"}}\n{{"text": "{FRENCH}"}}\n')
    line = [(f"{path.as_posix()}:2", NOT_ENGLISH)]
    assert told(attrib.analyze(attrib.read(path)).problems) == line
    assert [item.path for item in attrib.check(path) if item.code == "note"] == [line[0][0]]


def test_a_stream_has_the_problems_of_its_corpus_once(tmp_path: Path) -> None:
    put(tmp_path, "fr.txt", FRENCH)
    for name, text in (("a", VAGUE), ("b", "Ida Moss won the regatta, the rowing club said.")):
        put(tmp_path, f"{name}.txt", text)
    corpus = attrib.read([tmp_path, tmp_path / "gone.txt"])
    assert len(corpus.problems) == 2
    first, *others = attrib.analyze_stream(corpus)
    assert first.problems == corpus.problems
    assert len(others) == 2
    assert all(analysis.problems == () for analysis in others)


def test_a_stream_of_nothing_but_problems_tells_them() -> None:
    problem = attrib.Problem("gone.txt", "is not there")
    (only,) = attrib.analyze_stream(attrib.Corpus((), (problem,)))
    assert (only.articles, only.problems) == ((), (problem,))
    assert list(attrib.analyze_stream(attrib.Corpus(()))) == []


def test_against_is_one_path_or_several_or_a_corpus(tmp_path: Path) -> None:
    put(tmp_path, "story/release.txt", RELEASE)
    folder = tmp_path / "story"
    draft = attrib.article('"Nobody at the board had seen the leak," said Bo Ashby.')
    corpus = attrib.read(folder)
    (expected,) = attrib.verify(draft, against=[folder])
    assert expected.verdict == "exact"
    assert attrib.verify(draft, against=folder) == (expected,)
    assert attrib.verify(draft, against=f"{folder}/") == (expected,)
    assert attrib.verify(draft, against=corpus) == (expected,)
    assert attrib.verify(draft, against=corpus.articles[0]) == (expected,)
    assert attrib.verify(draft, against=(item for item in corpus)) == (expected,)
    altered = attrib.article('"Nobody at the board had seen the flood," said Bo Ashby.')
    codes = {item.code for item in attrib.check(altered, [folder])} - {
        item.code for item in attrib.check(altered)
    }
    assert codes
    for against in (folder, f"{folder}/", corpus):
        assert codes <= {item.code for item in attrib.check(altered, against)}


@pytest.mark.parametrize("kind", ["corpus", "list", "None"])
def test_a_draft_that_is_neither_article_nor_path_is_named_by_its_type(kind: str) -> None:
    corpus = attrib.Corpus((attrib.article(VAGUE),))
    given = {"corpus": corpus, "list": list(corpus), "None": None}[kind]
    for verb in (attrib.check, attrib.verify):
        with pytest.raises(attrib.InputError, match="a draft is one article or one path") as caught:
            verb(given, [])  # type: ignore[arg-type]
        assert "merger" not in str(caught.value)
    with pytest.raises(attrib.InputError, match="expected articles and paths") as caught:
        attrib.check(corpus.articles[0], [given])  # type: ignore[list-item]
    assert "merger" not in str(caught.value)


def test_an_empty_path_is_not_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "draft.txt", VAGUE)
    monkeypatch.chdir(tmp_path)
    corpus = attrib.read("")
    assert len(corpus) == 0
    assert [problem.fatal for problem in corpus.problems] == [True]
    with pytest.raises(attrib.InputError, match="names nothing; name a file"):
        attrib.check("")
    with pytest.raises(attrib.InputError, match="names nothing; name a file"):
        attrib.verify(attrib.article(VAGUE), against="")
    assert len(attrib.read(".")) == 1


def test_a_draft_that_was_not_read_is_not_clean(tmp_path: Path) -> None:
    settings = attrib.Settings(longest_sentence=30, min_severity="error", ignore=("AT101",))
    (long,) = attrib.check(attrib.article(VAGUE, id="long"), settings=settings)
    assert (long.code, long.severity, long.path, long.article) == ("note", "info", "-", "long")
    assert "passed over; longest_sentence is 30" in long.message
    path = put(tmp_path, "fr.txt", FRENCH)
    for given in (path, attrib.read(path).articles[0]):
        (foreign,) = attrib.check(given)
        assert (foreign.path, foreign.message) == (path.as_posix(), NOT_ENGLISH)
    (beside,) = attrib.check(attrib.article("It rained on Monday."), path)
    assert beside == foreign
    (empty,) = attrib.check(put(tmp_path, "none/.keep", "").parent)
    assert "holds no articles" in empty.message
    assert attrib.check(attrib.article("It rained on Monday.")) == ()
    put(tmp_path, "twice/a.txt", "It rained on Monday.")
    put(tmp_path, "twice/b.txt", "It rained on Monday.")
    assert attrib.check(tmp_path / "twice") == ()


def test_check_leaves_out_what_is_below_the_least_severity(tmp_path: Path) -> None:
    draft = put(tmp_path, "draft.txt", f"{VAGUE} The mayor is accused of fraud.")
    every = attrib.check(draft)
    assert {item.severity for item in every} > {"error"}
    errors = attrib.check(draft, settings=attrib.Settings(min_severity="error"))
    assert errors == tuple(item for item in every if item.severity == "error")


def test_settings_of_a_file_give_what_the_command_line_gives(
    tmp_path: Path, call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "drafts/one.txt", f"{VAGUE} The mayor is accused of fraud.")
    put(tmp_path, "drafts/old/two.txt", VAGUE)
    put(tmp_path, "attrib.yaml", "ignore: [AT6]\n")
    monkeypatch.chdir(tmp_path)
    assert call("check", "drafts/old", "--write-baseline", "known.json").code == 0
    lines = "exclude: [archive/]\noutlets: {drafts/: Sund Gazette}\nseverity: {AT101: warning}\n"
    put(tmp_path, "attrib.yaml", f"{lines}baseline: known.json\nmin_severity: warning\n")
    put(tmp_path, "drafts/archive/three.txt", VAGUE)
    settings = attrib.load_settings("drafts")
    assert settings.file == tmp_path / "attrib.yaml"
    assert settings == attrib.load_settings(config=os.fspath(tmp_path / "attrib.yaml"))
    corpus = attrib.read("drafts", settings=settings)
    assert [article.outlet for article in corpus] == ["Sund Gazette"] * 2
    found = attrib.check("drafts", settings=settings)
    shown = call("check", "drafts", "--format", "concise").out.splitlines()
    assert found
    assert [f"{d.path}:{d.line}:{d.column}: {d.severity} {d.code}" for d in found] == [
        " ".join(line.split()[:3]) for line in shown[: len(found)]
    ]
    assert {item.path for item in found} == {"drafts/one.txt"}


def test_part_of_an_analysis_is_refused_in_a_line(examples_analysis: attrib.Analysis) -> None:
    part = replace(examples_analysis, articles=examples_analysis.articles[:1])
    with pytest.raises(attrib.AttribError, match="claims of an article that it lacks: '"):
        attrib.render(part, "json")


def test_articles_of_one_id_and_no_path_are_told_without_a_path() -> None:
    draft, material = (attrib.article(text, id="x1") for text in ("One text.", "Another text."))
    with pytest.raises(attrib.InputError, match="the id 'x1' stands also at another") as told:
        attrib.check(draft, material)
    assert "None" not in str(told.value)
