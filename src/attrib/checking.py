"""The flow of the draft checks and of the check of quoted words, each article by itself.

article ─ segment ► extract ► resolve ► assess ► check  ► Diagnostic
                                   └───────────► verify ► QuoteCheck
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from attrib.check.gathering import gather_checked
from attrib.check.learned import FaultReader
from attrib.check.running import check
from attrib.check.selection import require_known
from attrib.decide import find_silenced
from attrib.errors import InputError
from attrib.ingest import say_clash
from attrib.ingest.patterns import read_overrides, settings_at
from attrib.pipeline import DEFAULTS, extract_article, read_claims
from attrib.records import (
    Article,
    Checked,
    Claim,
    Corpus,
    Decision,
    Extraction,
    QuoteCheck,
    Resolution,
    Suppressed,
)
from attrib.respan import put_claims_back
from attrib.rulebook import Rulebook
from attrib.rulebook.profiles import apply_levels
from attrib.settings import Settings

if TYPE_CHECKING:
    from attrib.check.fault_model import UnitReading


def check_article(
    article: Article,
    rulebook: Rulebook,
    others: Sequence[Article] = (),
    *,
    settings: Settings = DEFAULTS,
    decisions: Sequence[Decision] = (),
) -> Checked:
    """The draft checks over one article, held against `others`; no embeddings.

    The settings' profile and severities count, their overrides and decisions do not. Sources are
    resolved over all articles together. Raises InputError where one id is given to two texts.
    """
    rules = apply_levels(rulebook, settings.profile, settings.severity)
    return check_job(Job(article, rules, settings), Others(others), decisions)


def check_corpus(
    corpus: Corpus,
    rulebook: Rulebook,
    others: Sequence[Article] = (),
    *,
    settings: Settings = DEFAULTS,
    decisions: Sequence[Decision] = (),
) -> Checked:
    """The draft checks over each article by itself, or held against the same `others`.

    Each article gets the settings' overrides for its path. The problems are those of the
    corpus too.
    """
    jobs = plan_checks(corpus, rulebook, settings)
    beside = Others(others)
    return gather_checked(corpus, [check_job(job, beside, decisions) for job in jobs])


@dataclass(frozen=True, slots=True)
class Job:
    """One article to be checked, with the rules and settings that hold for it."""

    article: Article
    rulebook: Rulebook
    settings: Settings


def plan_checks(corpus: Iterable[Article], rulebook: Rulebook, settings: Settings) -> list[Job]:
    """A job for each article, in order; raises SettingsError."""
    require_known(settings, rulebook)
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


class Others:
    """The articles that the drafts of a run are held against, each extracted once in it.

    Who speaks in them and what they claim depends on the draft beside them, and is found anew.
    """

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self.articles = tuple(articles)
        self._extracted: dict[tuple[str, int], dict[str, Extraction]] = {}

    def extracted(self, rulebook: Rulebook, settings: Settings) -> Mapping[str, Extraction]:
        """What was extracted from each, by its id."""
        # Nothing else of the settings has a say in it, nor have the levels of the checks.
        basis = rulebook.checksum, settings.longest_sentence
        if basis not in self._extracted:
            self._extracted[basis] = {
                article.id: extract_article(article, rulebook, settings)
                for article in self.articles
            }
        return self._extracted[basis]


def check_job(job: Job, others: Others, decisions: Sequence[Decision] = ()) -> Checked:
    """What the checks find in the article of one job."""
    article, rulebook, settings = job.article, job.rulebook, job.settings
    known = _by_id([article, *others.articles])
    extracted = {
        key: found
        for key, found in others.extracted(rulebook, settings).items()
        # The draft may be among them, under another path.
        if found.article == known[key]
    }
    reading = read_claims(
        list(known.values()),
        rulebook,
        settings=settings,
        decisions=decisions,
        extracted=extracted,
    )
    own = next(item for item in reading.extractions if item.article.id == article.id)
    beside = tuple(item for item in reading.extractions if item is not own)
    checked = check_read(
        own, beside, reading.resolution, reading.claims, rulebook, settings, decisions
    )
    return replace(checked, problems=reading.problems)


def check_read(
    own: Extraction,
    beside: Sequence[Extraction],
    resolution: Resolution,
    claims: Sequence[Claim],
    rulebook: Rulebook,
    settings: Settings,
    decisions: Sequence[Decision] = (),
) -> Checked:
    """The draft checks over an article that has been read, held against those `beside` it.

    `resolution` and `claims` are of all of them; `rulebook` has the levels of `settings`.
    """
    outcome = check(
        own,
        resolution,
        claims,
        rulebook,
        select=settings.select,
        ignore=settings.ignore,
        others=beside,
        quotations=_verify_quotes(own, beside, resolution, rulebook),
        clash=_lazy_clash(rulebook),
        longest_sentence=settings.longest_sentence,
        faults=_lazy_faults(settings.threads),
        learned=settings.learned,
    )
    articles = [extraction.article for extraction in (own, *beside)]
    silenced = find_silenced(outcome.found, put_claims_back(claims, articles), decisions)
    return Checked(
        tuple(item for place, item in enumerate(outcome.found) if place not in silenced),
        (),
        (
            *outcome.suppressed,
            *(Suppressed(outcome.found[n], silenced[n], decided=True) for n in sorted(silenced)),
        ),
    )


def _lazy_clash(rulebook: Rulebook) -> Callable[[str, str], str | None]:
    """`clash_finder`, made when two claims are first held together: most drafts need it never."""
    made: list[Callable[[str, str], str | None]] = []

    def clash(one: str, other: str) -> str | None:
        if not made:
            from attrib.compare.clashes import clash_finder

            made.append(clash_finder(rulebook))
        return made[0](one, other)

    return clash


def _lazy_faults(threads: int) -> FaultReader:
    """The model that reads for faults, loaded when a check first asks for it."""

    def read(extraction: Extraction) -> tuple[UnitReading, ...]:
        from attrib.check.fault_model import load_fault_model

        return load_fault_model(threads).read(extraction)

    return read


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
            clash = say_clash(article.id, known.path)
            raise InputError(f"{clash}; give each article its own id", path=article.path)
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
