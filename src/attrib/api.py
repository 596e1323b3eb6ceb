"""The Python API: a few verbs over frozen records, no printing, no network.

`settings` is a `Settings` (default: none of any file); `rules` a folder laid over the shipped
rules, or a loaded `Rulebook`, and goes before the rules that the settings name. `decisions` is a
file of what editors decided, or the decisions themselves, and goes before that of the settings.
Rules and models are cached by checksum and safe to use from several threads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrib.errors import InputError
from attrib.ingest import FUNCTION_WORDS, make_article, mend_surrogates, read_paths
from attrib.records import (
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


def load_rules(rules: Rules, settings: Settings | None = None) -> Rulebook:
    """`rules`, else those of `settings`, as a Rulebook; raises RuleError."""
    found = _find_rules(rules, settings)
    return found if isinstance(found, Rulebook) else found.load()


def _find_rules(rules: Rules, settings: Settings | None) -> Rulebook | RuleFolders:
    if isinstance(rules, Rulebook):
        return rules
    if rules is None:
        return find_rules(settings.rules if settings else None)
    return find_rules(Path(rules))


def load_decisions(decisions: Decisions, settings: Settings | None = None) -> tuple[Decision, ...]:
    """`decisions`, else those of `settings`, in order; raises SettingsError."""
    chosen = decisions if decisions is not None else settings.decisions if settings else None
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
    paths: str | Path | Sequence[str | Path],
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
    and SettingsError, that also for `decisions`. The order of the articles changes nothing.
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

    What is published is no draft: the draft checks are not made.
    """
    from attrib.pipeline import analyze_stream_of

    chosen = settings or Settings()
    return analyze_stream_of(
        articles,
        load_rules(rules, settings),
        settings=chosen,
        decisions=load_decisions(decisions, settings),
    )


def render(
    analysis: Analysis,
    format: str = "html",
    *,
    settings: Settings | None = None,
    rules: Rules = None,  # noqa: ARG001
    templates: Path | str | None = None,
) -> str:
    """`analysis` as "html", "json", "jsonl", "md", "csv" or "text"; same input, same bytes.

    `templates` is a folder laid over the shipped `reports/`; it goes before that of `settings`.
    """
    from attrib.report import render as render_analysis

    return render_analysis(
        analysis, format, templates or (settings.templates if settings else None)
    )


def check(
    draft: Article | str | Path,
    against: Sequence[Article | str | Path] = (),
    *,
    settings: Settings | None = None,
    rules: Rules = None,
    decisions: Decisions = None,
) -> tuple[Diagnostic, ...]:
    """The draft checks over one article, or over every article of a path, in order of place.

    `against` are articles and paths that the draft is held against, for the checks that look
    at what others have: quotes, figures, denials. Findings that `decisions` answer are left out.
    Raises InputError where a path cannot be read, and where one id is given to two texts, and
    SettingsError for `decisions`.
    """
    from attrib.checking import check_corpus

    chosen = settings or Settings()
    rulebook = load_rules(rules, settings)
    corpus = _corpus_of([draft], chosen, rulebook)
    others = _corpus_of(against, chosen, rulebook).articles
    decided = load_decisions(decisions, settings)
    return check_corpus(corpus, rulebook, others, settings=chosen, decisions=decided).diagnostics


def verify(
    draft: Article | str | Path,
    against: Sequence[Article | str | Path],
    *,
    settings: Settings | None = None,
    rules: Rules = None,
) -> tuple[QuoteCheck, ...]:
    """The quotes of `draft`, each looked for in the texts of `against`, in order of place.

    Raises InputError where a path cannot be read.
    """
    from attrib.checking import verify_articles

    chosen = settings or Settings()
    rulebook = load_rules(rules, settings)
    return verify_articles(
        _corpus_of([draft], chosen, rulebook).articles,
        _corpus_of(against, chosen, rulebook).articles,
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


def _corpus_of(
    inputs: Sequence[Article | str | Path], settings: Settings, rulebook: Rulebook
) -> Corpus:
    """Articles and paths as one Corpus; raises InputError for a path that cannot be read."""
    given = [item for item in inputs if isinstance(item, Article)]
    paths = [str(item) for item in inputs if not isinstance(item, Article)]
    corpus = read_paths(paths, settings, rules=rulebook) if paths else Corpus(())
    for problem in corpus.problems:
        if problem.fatal:
            raise InputError(problem.message, path=problem.path)
    return Corpus(tuple(sorted([*given, *corpus.articles], key=lambda item: item.id)))
