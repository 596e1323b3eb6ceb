"""The flow of design.md as code: one function an arrow, each from records to records.

    article ─ segment ► extract ► resolve ► assess ► compare ► Analysis
                                              └────► check   ► Diagnostic

The stages know nothing of one another; this module hands their records over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from attrib.assess import Evidence, assess, corroborate
from attrib.check import Suppressed, check
from attrib.errors import InputError
from attrib.extract import extract, load_tagger
from attrib.ingest.patterns import read_overrides, settings_at
from attrib.records import (
    Analysis,
    Article,
    Claim,
    Corpus,
    Diagnostic,
    Extraction,
    Problem,
    QuoteCheck,
    Resolution,
)
from attrib.resolve import resolve
from attrib.rulebook import Rulebook
from attrib.rulebook.profiles import apply_levels
from attrib.segment import segment
from attrib.settings import Settings

Progress = Callable[[str, int, int], None]
"""Told of each step: what is being done, how many are done, of how many."""

DEFAULTS = Settings()

STREAM_WINDOW = 200
"""Articles that `analyze_stream` holds at once; an event is looked for within one window."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of some articles before they are compared.

    `problems` names sentences that were too long to be read; none of them is fatal.
    """

    extractions: tuple[Extraction, ...]
    resolution: Resolution
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    evidence: Mapping[tuple[str, str], Evidence] = field(default_factory=dict)
    """What each grade rests on, by (article, claim id)."""


def read_claims(
    articles: Sequence[Article],
    rulebook: Rulebook,
    progress: Progress | None = None,
    *,
    settings: Settings = DEFAULTS,
) -> Reading:
    """Segment, extract, resolve and assess `articles`, in order of their ids.

    The tagger is loaded for the first article; raises ModelError if it cannot be.
    """
    extractions = []
    longest, load = settings.longest_sentence, partial(load_tagger, settings.threads)
    for number, article in enumerate(sorted(articles, key=lambda article: article.id)):
        if progress:
            progress("reading", number, len(articles))
        segmentation = segment(article, rulebook)
        extractions.append(extract(segmentation, rulebook, load, longest_sentence=longest))
    resolution = resolve(extractions, rulebook)
    assessment = assess(extractions, resolution, rulebook)
    return Reading(
        tuple(extractions),
        resolution,
        assessment.claims,
        tuple(sorted(_too_long(extractions, longest))),
        assessment.evidence,
    )


def _too_long(extractions: Sequence[Extraction], longest: int) -> Iterator[Problem]:
    for extraction in extractions:
        article = extraction.article
        for sentence in extraction.segmentation.sentences:
            if len(sentence.span) > longest:
                yield Problem(
                    article.path or article.id,
                    f"a sentence of {len(sentence.span):,} characters at character "
                    f"{sentence.span.start:,} was passed over; longest_sentence is {longest:,}",
                    fatal=False,
                )


def analyze_articles(
    articles: Sequence[Article],
    rulebook: Rulebook,
    *,
    problems: tuple[Problem, ...] = (),
    progress: Progress | None = None,
    settings: Settings = DEFAULTS,
) -> Analysis:
    """The whole flow over some articles.

    The encoder is loaded only when two claims can be compared; raises ModelError if a model
    cannot be loaded.
    """
    # The comparison brings in scikit-learn and torch, which no draft check should wait for.
    from attrib.compare import compare, lazy_embedder, lazy_reader

    reading = read_claims(articles, rulebook, progress, settings=settings)
    if progress:
        progress("comparing", 0, len(reading.claims))
    ordered = tuple(extraction.article for extraction in reading.extractions)
    embed = lazy_embedder(settings.embedder)
    comparison = compare(
        ordered,
        reading.claims,
        reading.resolution.sources,
        rulebook,
        embed,
        lazy_reader(settings.threads),
    )
    return Analysis(
        articles=ordered,
        claims=corroborate(reading.claims, reading.evidence, comparison.agreements, rulebook),
        sources=reading.resolution.sources,
        clusters=comparison.clusters,
        contests=comparison.contests,
        reversals=comparison.reversals,
        problems=tuple(sorted({*problems, *reading.problems})),
        events=comparison.events,
        segmentations=tuple(extraction.segmentation for extraction in reading.extractions),
        rules=rulebook.checksum,
    )


def analyze_stream_of(
    articles: Iterable[Article],
    rulebook: Rulebook,
    *,
    settings: Settings = DEFAULTS,
) -> Iterator[Analysis]:
    """One Analysis an event, holding `STREAM_WINDOW` articles at a time.

    Articles of one event should stand near one another, as they do in an archive sorted by
    date; an event cut by the edge of a window comes out as two.
    """
    from attrib.compare import find_events

    source = iter(articles)
    while window := tuple(islice(source, STREAM_WINDOW)):
        by_id = {article.id: article for article in window}
        for event in find_events(tuple(by_id[key] for key in sorted(by_id)), rulebook):
            yield analyze_articles(
                [by_id[key] for key in event.articles],
                rulebook,
                settings=settings,
            )


@dataclass(frozen=True, slots=True)
class Checked:
    """What the draft checks found, in order of path and place, and what was not read.

    `suppressed` are the findings that comments in the drafts silence.
    """

    diagnostics: tuple[Diagnostic, ...]
    problems: tuple[Problem, ...]
    suppressed: tuple[Suppressed, ...] = ()


def check_article(
    article: Article,
    rulebook: Rulebook,
    others: Sequence[Article] = (),
    *,
    settings: Settings = DEFAULTS,
) -> Checked:
    """The draft checks over one article, held against `others`; no embeddings.

    The settings' profile and severities count, their overrides do not. Sources are resolved
    over all articles together. Raises InputError where one id is given to two texts.
    """
    return _check(
        article, apply_levels(rulebook, settings.profile, settings.severity), others, settings
    )


def check_corpus(
    corpus: Corpus,
    rulebook: Rulebook,
    others: Sequence[Article] = (),
    *,
    settings: Settings = DEFAULTS,
) -> Checked:
    """The draft checks over each article by itself, or held against the same `others`.

    Each article gets the settings' overrides for its path. The problems are those of the
    corpus too.
    """
    jobs = plan_checks(corpus, rulebook, settings)
    return gather_checked(corpus, [check_job(job, others) for job in jobs])


@dataclass(frozen=True, slots=True)
class Job:
    """One article to be checked, with the rules and settings that hold for it."""

    article: Article
    rulebook: Rulebook
    settings: Settings


def plan_checks(corpus: Corpus, rulebook: Rulebook, settings: Settings) -> list[Job]:
    """A job for each article, in order; raises SettingsError."""
    overrides = read_overrides(settings)
    levelled: dict[str, Rulebook] = {}
    jobs = []
    for article in corpus:
        here = settings_at(article.path, settings, overrides)
        key = repr((here.profile, here.severity))
        if key not in levelled:
            levelled[key] = apply_levels(rulebook, here.profile, here.severity)
        jobs.append(Job(article, levelled[key], here))
    return jobs


def check_job(job: Job, others: Sequence[Article]) -> Checked:
    """What the checks find in the article of one job."""
    return _check(job.article, job.rulebook, others, job.settings)


def gather_checked(corpus: Corpus, each: Sequence[Checked]) -> Checked:
    """What was found in each article of `corpus`, as one, in order of path and place."""
    found = (diagnostic for checked in each for diagnostic in checked.diagnostics)
    problems = {problem for checked in each for problem in checked.problems}
    return Checked(
        tuple(sorted(found, key=lambda d: (d.path, d.line, d.column, d.code, d.span))),
        tuple(sorted(problems.union(corpus.problems))),
        tuple(item for checked in each for item in checked.suppressed),
    )


def _check(
    article: Article, rulebook: Rulebook, others: Sequence[Article], settings: Settings
) -> Checked:
    known = _by_id([article, *others])
    reading = read_claims(list(known.values()), rulebook, settings=settings)
    own = next(item for item in reading.extractions if item.article.id == article.id)
    beside = tuple(item for item in reading.extractions if item is not own)
    outcome = check(
        own,
        reading.resolution,
        reading.claims,
        rulebook,
        select=settings.select,
        ignore=settings.ignore,
        others=beside,
        quotations=_verify_quotes(own, beside, reading.resolution, rulebook),
        clash=_lazy_clash(rulebook),
        longest_sentence=settings.longest_sentence,
    )
    return Checked(outcome.found, reading.problems, outcome.suppressed)


def _lazy_clash(rulebook: Rulebook) -> Callable[[str, str], str | None]:
    """`clash_finder`, made when two claims are first held together: most drafts need it never."""
    made: list[Callable[[str, str], str | None]] = []

    def clash(one: str, other: str) -> str | None:
        if not made:
            from attrib.compare.clashes import clash_finder

            made.append(clash_finder(rulebook))
        return made[0](one, other)

    return clash


def _verify_quotes(
    own: Extraction, beside: Sequence[Extraction], resolution: Resolution, rulebook: Rulebook
) -> tuple[QuoteCheck, ...]:
    if not beside:
        return ()
    from attrib.check.verify import verify

    return verify([(own, resolution)], [(item, resolution) for item in beside], rulebook)


def _by_id(articles: Sequence[Article]) -> dict[str, Article]:
    """The articles, each once; raises InputError where one id is given to two texts."""
    by_id: dict[str, Article] = {}
    for article in articles:
        known = by_id.setdefault(article.id, article)
        if known.text != article.text:
            message = f"the id '{article.id}' stands also at {known.path}, for another text"
            raise InputError(message, path=article.path)
    return by_id


def verify_articles(
    drafts: Sequence[Article],
    against: Sequence[Article],
    rulebook: Rulebook,
    *,
    settings: Settings = DEFAULTS,
) -> tuple[QuoteCheck, ...]:
    """The quotes of `drafts`, each looked for in `against`, in order of path and place.

    Sources are resolved over all of them together. Raises InputError where one id is given to
    two texts.
    """
    # Aligning words brings in a library that no draft check should wait for.
    from attrib.check.verify import verify

    by_id = _by_id([*drafts, *against])
    reading = read_claims(list(by_id.values()), rulebook, settings=settings)
    readings = {item.article.id: (item, reading.resolution) for item in reading.extractions}
    return verify(
        [readings[draft.id] for draft in drafts],
        [readings[article.id] for article in against],
        rulebook,
    )
