"""The flow of design.md as code: one function an arrow, each from records to records.

    article ─ segment ► extract ► resolve ► assess ► compare ► Analysis

What editors have decided (`decide`) is laid over the records between the stages.
The stages know nothing of one another; this module hands their records over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from types import MappingProxyType

from attrib.assess import Evidence, assess, corroborate
from attrib.decide import lay_decisions, list_decided, set_claims_aside, tie_speakers
from attrib.extract import extract, load_tagger
from attrib.ingest import one_an_id, tell_other_languages
from attrib.plain import read_plain, written
from attrib.records import (
    Analysis,
    Article,
    Claim,
    Decision,
    Extraction,
    Problem,
    Resolution,
)
from attrib.resolve import resolve
from attrib.respan import put_claims_back, put_segments_back
from attrib.rulebook import Rulebook
from attrib.segment import segment
from attrib.settings import Settings

Progress = Callable[[str, int, int], None]
"""Told of each step: what is being done, how many are done, of how many."""

DEFAULTS = Settings()

STREAM_WINDOW = 200
"""Articles that `analyze_stream` holds at once; an event is looked for within one window."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of some articles before they are compared: of their texts as they are read,
    without markup.

    `problems` names articles left out for an id that another has, and sentences that were too
    long to be read.
    """

    extractions: tuple[Extraction, ...]
    resolution: Resolution
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    evidence: Mapping[tuple[str, str], Evidence] = field(default_factory=dict)
    """What each grade rests on, by (article, claim id)."""
    notes: Mapping[Decision, str] = field(default_factory=dict)
    """Decisions on speakers that could not be followed, and why."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles as they are read."""
        return tuple(extraction.article for extraction in self.extractions)


def extract_article(
    article: Article, rulebook: Rulebook, settings: Settings = DEFAULTS
) -> Extraction:
    """Segment one article and extract from it: what depends on no other article.

    The tagger is loaded for the first article; raises ModelError if it cannot be.
    """
    load = partial(load_tagger, settings.threads)
    longest = settings.longest_sentence
    segmentation = segment(read_plain(article), rulebook)
    return extract(segmentation, rulebook, load, longest_sentence=longest)


def read_claims(
    articles: Sequence[Article],
    rulebook: Rulebook,
    progress: Progress | None = None,
    *,
    settings: Settings = DEFAULTS,
    decisions: Sequence[Decision] = (),
    extracted: Mapping[str, Extraction] = MappingProxyType({}),
) -> Reading:
    """Segment, extract, resolve and assess `articles`, in order of their ids, each id once.

    An article whose id is in `extracted` is not read again. Of `decisions` those on speakers are
    followed; what is decided to be no claim is still one.
    Raises ModelError if the tagger cannot be loaded.
    """
    single, doubled = one_an_id(articles)
    extractions = []
    for number, article in enumerate(single):
        if progress:
            progress("reading", number, len(single))
        known = extracted.get(article.id)
        extractions.append(known or extract_article(article, rulebook, settings))
    resolution = resolve(extractions, rulebook)
    assessment = assess(extractions, resolution, rulebook)
    tied = tie_speakers(resolution, assessment.claims, decisions)
    if tied.resolution is not resolution:
        # A decision knows claims, and those come of weighing: whoever speaks, they stay the same.
        assessment = assess(extractions, tied.resolution, rulebook)
    return Reading(
        tuple(extractions),
        tied.resolution,
        assessment.claims,
        tuple(sorted((*doubled, *_too_long(extractions, settings.longest_sentence)))),
        assessment.evidence,
        tied.notes,
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
    decisions: Sequence[Decision] = (),
) -> Analysis:
    """The whole flow over some articles, with what editors have decided on them.

    The encoder is loaded only when two claims can be compared; raises ModelError if a model
    cannot be loaded.
    """
    reading = read_claims(articles, rulebook, progress, settings=settings, decisions=decisions)
    return analyze_reading(
        reading,
        rulebook,
        problems=problems,
        progress=progress,
        settings=settings,
        decisions=decisions,
    )


def analyze_reading(
    reading: Reading,
    rulebook: Rulebook,
    *,
    problems: tuple[Problem, ...] = (),
    progress: Progress | None = None,
    settings: Settings = DEFAULTS,
    decisions: Sequence[Decision] = (),
) -> Analysis:
    """What is contested in what has been read: the second half of `analyze_articles`."""
    # The comparison brings in scikit-learn and torch, which no draft check should wait for.
    from attrib.compare import compare, lazy_embedder, lazy_reader

    if progress:
        progress("comparing", 0, len(reading.claims))
    claims, aside = set_claims_aside(reading.claims, decisions)
    ordered = reading.articles
    untold = tell_other_languages(ordered, problems)
    embed = lazy_embedder(settings.embedder, settings.threads)
    comparison = compare(
        ordered,
        claims,
        reading.resolution.sources,
        rulebook,
        embed,
        lazy_reader(settings.threads),
    )
    laid = lay_decisions(comparison.contests, claims, decisions)
    return Analysis(
        articles=tuple(map(written, ordered)),
        claims=put_claims_back(
            corroborate(claims, reading.evidence, comparison.agreements, rulebook), ordered
        ),
        sources=reading.resolution.sources,
        clusters=comparison.clusters,
        contests=laid.contests,
        reversals=comparison.reversals,
        problems=tuple(sorted({*problems, *reading.problems, *untold})),
        events=comparison.events,
        segmentations=tuple(
            put_segments_back(extraction.segmentation) for extraction in reading.extractions
        ),
        rules=rulebook.checksum,
        decided=list_decided(reading.claims, decisions, laid.decided, reading.notes),
        set_aside_claims=put_claims_back(aside, ordered),
        set_aside_contests=laid.set_aside,
    )


def analyze_stream_of(
    articles: Iterable[Article],
    rulebook: Rulebook,
    *,
    problems: tuple[Problem, ...] = (),
    settings: Settings = DEFAULTS,
    decisions: Sequence[Decision] = (),
) -> Iterator[Analysis]:
    """One Analysis an event, holding `STREAM_WINDOW` articles at a time.

    Articles of one event should stand near one another, as they do in an archive sorted by
    date; an event cut by the edge of a window comes out as two. The first has the `problems` of
    all of them; if there are no articles, one without any has. An article left out for an id
    that another of its window has is a problem of the event which that one belongs to.
    """
    from attrib.compare import find_events

    source, first = iter(articles), True
    while window := tuple(islice(source, STREAM_WINDOW)):
        by_id: defaultdict[str, list[Article]] = defaultdict(list)
        for article in window:
            by_id[article.id].append(article)
        single, _ = one_an_id(window)
        for event in find_events(single, rulebook):
            analysis = analyze_articles(
                [article for key in event.articles for article in by_id[key]],
                rulebook,
                problems=problems,
                settings=settings,
                decisions=decisions,
            )
            told = () if first else problems
            first = False
            yield replace(analysis, problems=tuple(sorted({*analysis.problems} - {*told})))
    if first and problems:
        yield analyze_articles(
            (), rulebook, problems=problems, settings=settings, decisions=decisions
        )
