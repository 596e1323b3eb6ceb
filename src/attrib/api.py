"""The Python API: a few verbs over frozen records, no printing, no network.

`settings` is a `Settings` (default: none of any file); `rules` a folder laid over the shipped
rules, or a loaded `Rulebook`, and goes before the rules that the settings name. `decisions` is a
file of what editors decided, or the decisions themselves, and goes before that of the settings.
Rules and models are cached by checksum and safe to use from several threads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from attrib.ingest import (
    FUNCTION_WORDS,
    NOT_ENGLISH,
    make_article,
    mend_surrogates,
    read_paths,
    tell_other_languages,
)
from attrib.inputs import Draft, Material, read_draft, read_material
from attrib.records import (
    SEVERITIES,
    Analysis,
    Article,
    Corpus,
    Decision,
    Diagnostic,
    QuoteCheck,
    Relation,
)
from attrib.rulebook import Rulebook, RuleFolders, find_rules
from attrib.settings import Settings

Rules = Rulebook | Path | str | None

Decisions = Path | str | Iterable[Decision] | None

ReportFormat = Literal["html", "json", "jsonl", "md", "csv", "text"]


def load_rules(rules: Rules, settings: Settings | None = None) -> Rulebook:
    """`rules`, else those of `settings`, as a Rulebook; raises RuleError."""
    found = _find_rules(rules, settings)
    return found if isinstance(found, Rulebook) else found.load()


def _find_rules(rules: Rules, settings: Settings | None) -> Rulebook | RuleFolders:
    if isinstance(rules, Rulebook):
        return rules
    if rules is None:
        return find_rules(settings.require("rules") if settings else None)
    return find_rules(Path(rules))


def load_decisions(decisions: Decisions, settings: Settings | None = None) -> tuple[Decision, ...]:
    """`decisions`, else those of `settings`, in order; raises SettingsError."""
    chosen = decisions
    if chosen is None and settings is not None:
        chosen = settings.require("decisions")
    if chosen is None:
        return ()
    # Most calls bring none, and no YAML need be read for them.
    from attrib.decide import read_decisions, refuse_contradictions, sort_decisions

    if isinstance(chosen, str | Path):
        return read_decisions(Path(chosen))
    listed = sort_decisions(chosen)
    refuse_contradictions(listed)
    return listed


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    settings: Settings | None = None,
    rules: Rules = None,
) -> Corpus:
    """The articles at `paths` (files, folders, globs), in order of id.

    What could not be read is in `Corpus.problems`; nothing is raised for it.
    """
    return read_paths(paths, settings or Settings(), rules=_find_rules(rules, settings))


def article(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    id: str | None = None,
    settings: Settings | None = None,
    rules: Rules = None,
) -> Article:
    """An article from a string. Without `id` its id is a hash of outlet, title, url and text."""
    return make_article(
        text,
        title=title,
        outlet=outlet,
        published=published,
        url=url,
        id=id,
        function_words=load_rules(rules, settings).terms_of(FUNCTION_WORDS),
    )


def analyze(
    articles: Corpus | Article | Iterable[Article],
    *,
    settings: Settings | None = None,
    rules: Rules = None,
    checks: bool = False,
    decisions: Decisions = None,
) -> Analysis:
    """Who says what in `articles`, how well it is shown, and what is contested among them.

    With `checks` also what the draft checks find in each article by itself, by the settings'
    profile, severities and overrides, as `attrib report` has it. Raises RuleError, ModelError
    and SettingsError, that also for `decisions`. The order of the articles changes nothing. An
    article given twice is read once, and of two texts with one id only one is; `problems` of the
    Analysis tells that, and what else was not read, such as an article that is not English.
    """
    chosen = settings or Settings()
    problems = articles.problems if isinstance(articles, Corpus) else ()
    listed = [articles] if isinstance(articles, Article) else list(articles)
    if checks:
        from attrib.reporting import analyze_with_checks as analyze_articles
    else:
        from attrib.pipeline import analyze_articles
    return analyze_articles(
        listed,
        load_rules(rules, settings),
        problems=problems,
        settings=chosen,
        decisions=load_decisions(decisions, settings),
    )


def analyze_stream(
    articles: Iterable[Article],
    *,
    settings: Settings | None = None,
    rules: Rules = None,
    decisions: Decisions = None,
) -> Iterator[Analysis]:
    """One Analysis an event, in bounded memory: for archives in order of date.

    What is published is no draft: the draft checks are not made. The problems of a Corpus are in
    the first Analysis; where it has no articles at all, in one that has none either. Articles
    with one id are told in `problems` as by `analyze`.
    """
    from attrib.pipeline import analyze_stream_of

    chosen = settings or Settings()
    return analyze_stream_of(
        articles,
        load_rules(rules, settings),
        problems=articles.problems if isinstance(articles, Corpus) else (),
        settings=chosen,
        decisions=load_decisions(decisions, settings),
    )


def render(
    analysis: Analysis,
    format: ReportFormat = "html",
    *,
    settings: Settings | None = None,
    rules: Rules = None,  # noqa: ARG001
    templates: Path | str | None = None,
) -> str:
    """`analysis` as "html", "json", "jsonl", "md", "csv" or "text"; same input, same bytes.

    `templates` is a folder laid over the shipped `reports/`; it goes before that of `settings`.
    Raises AttribError for another format, a template that is broken, and an `analysis` that has
    claims of articles that it lacks.
    """
    from attrib.report import render as render_analysis

    return render_analysis(
        analysis, format, templates or (settings.templates if settings else None)
    )


def check(
    draft: Draft,
    against: Material = (),
    *,
    settings: Settings | None = None,
    rules: Rules = None,
    decisions: Decisions = None,
) -> tuple[Diagnostic, ...]:
    """The draft checks over one article, or over every article of a path, in order of place.

    `against` are articles and paths, one or several, that the draft is held against, for the
    checks that look at what others have: quotes, figures, denials. Findings that `decisions`
    answer are left out, and those in the settings' `baseline` or below their `min_severity`.
    What was not read (a text that is not English, a sentence that is too long) is a Diagnostic
    with the code "note", whatever the settings: only an empty result says that all was read and
    nothing found. Raises InputError where a path cannot be read, and where one id is given to two
    texts, and SettingsError for `decisions` and a baseline.
    """
    from attrib.check.notes import note_problems
    from attrib.checking import check_corpus

    chosen = settings or Settings()
    rulebook = load_rules(rules, settings)
    corpus = read_draft(draft, chosen, rulebook)
    others = read_material(against, chosen, rulebook)
    decided = load_decisions(decisions, settings)
    checked = check_corpus(corpus, rulebook, others.articles, settings=chosen, decisions=decided)
    found = checked.diagnostics
    baseline = chosen.require("baseline")
    if baseline is not None:
        from attrib.check.baseline import compare_with_baseline, read_baseline

        known = read_baseline(baseline)
        found = compare_with_baseline(found, known, baseline.parent).new
    told = SEVERITIES[: SEVERITIES.index(chosen.min_severity) + 1]
    articles = (*corpus, *others)
    unread = {*checked.problems, *others.problems}
    if len(corpus):
        # A copy, or an encoding that was guessed, leaves nothing unread.
        gathered = {*corpus.problems, *others.problems}
        unread -= {problem for problem in gathered if problem.message != NOT_ENGLISH}
    notes = note_problems((*unread, *tell_other_languages(articles, unread)), articles)
    shown = [*(item for item in found if item.severity in told), *notes]
    return tuple(sorted(shown, key=lambda item: (item.path, item.line, item.column, item.code)))


def verify(
    draft: Draft,
    against: Material,
    *,
    settings: Settings | None = None,
    rules: Rules = None,
) -> tuple[QuoteCheck, ...]:
    """The quotes of `draft`, each looked for in the texts of `against`, in order of place.

    `against` are articles and paths, one or several. Raises InputError where a path cannot be
    read, and where one id is given to two texts.
    """
    from attrib.checking import verify_articles

    chosen = settings or Settings()
    rulebook = load_rules(rules, settings)
    return verify_articles(
        read_draft(draft, chosen, rulebook).articles,
        read_material(against, chosen, rulebook).articles,
        rulebook,
        settings=chosen,
    )


def relate(
    pairs: Iterable[tuple[str, str]],
    *,
    settings: Settings | None = None,
    rules: Rules = None,
) -> tuple[Relation, ...]:
    """How the two texts of each pair relate; symmetric in the two.

    `same` and `contradiction` are in [0, 1], `reason` is in words. Two texts that together have
    more than some 90 words are compared by the sentences that not both have; where those are
    longer too, an end of them is not read, and `reason` says so. A surrogate that is half of no
    pair is read as U+FFFD, as in `article`. Raises RuleError and ModelError.
    """
    from attrib.compare import lazy_reader, load_embedder
    from attrib.compare import relate as relate_pairs

    chosen = settings or Settings()
    embed = load_embedder(chosen.embedder, chosen.threads)
    read = lazy_reader(chosen.threads)
    mended = [(mend_surrogates(one), mend_surrogates(other)) for one, other in pairs]
    return relate_pairs(mended, load_rules(rules, settings), embed, read)
