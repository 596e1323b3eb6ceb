"""The flow of a report: what is contested, and the draft checks, both from one reading.

article ─ segment ► extract ► resolve ► assess ► compare ► Analysis
                                          └────► check   ► Diagnostic
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from attrib.checking import check_read, plan_checks
from attrib.pipeline import DEFAULTS, Progress, Reading, analyze_reading, read_claims
from attrib.records import (
    SEVERITIES,
    Analysis,
    Article,
    Checked,
    CheckReason,
    Claim,
    Corpus,
    Decision,
    Problem,
    Resolution,
    ResolvedAttribution,
    Source,
)
from attrib.rulebook import Rulebook
from attrib.settings import Settings


def analyze_with_checks(
    articles: Sequence[Article],
    rulebook: Rulebook,
    *,
    problems: tuple[Problem, ...] = (),
    progress: Progress | None = None,
    settings: Settings = DEFAULTS,
    decisions: Sequence[Decision] = (),
) -> Analysis:
    """The whole flow over some articles, and the draft checks over what it read.

    Findings below the settings' `min_severity` are left out, as where `attrib check` prints them.
    Raises ModelError, and SettingsError for checks and profiles that do not exist.
    """
    reading = read_claims(articles, rulebook, progress, settings=settings, decisions=decisions)
    checked = check_reading(reading, rulebook, settings=settings, decisions=decisions)
    found = [
        diagnostic
        for diagnostic in checked.diagnostics
        if SEVERITIES.index(diagnostic.severity) <= SEVERITIES.index(settings.min_severity)
    ]
    analysis = analyze_reading(
        reading,
        rulebook,
        problems=problems,
        progress=progress,
        settings=settings,
        decisions=decisions,
    )
    codes = {diagnostic.code for diagnostic in found}
    return replace(
        analysis,
        diagnostics=tuple(found),
        checks=tuple(
            CheckReason(rule.id, rule.name, rule.why, rule.fix_hint)
            for rule in sorted(rulebook.checks, key=lambda rule: rule.id)
            if rule.id in codes
        ),
    )


def check_reading(
    reading: Reading,
    rulebook: Rulebook,
    *,
    settings: Settings = DEFAULTS,
    decisions: Sequence[Decision] = (),
) -> Checked:
    """The draft checks over each article that was read, by itself, in order of article and place.

    Each gets the settings' overrides for its path. A source is called what all articles
    together call it, but who speaks in others only is not known. Raises SettingsError.
    """
    corpus = Corpus(tuple(extraction.article for extraction in reading.extractions))
    parts = zip(
        plan_checks(corpus, rulebook, settings), reading.extractions, _part(reading), strict=True
    )
    each = [
        check_read(extraction, (), resolution, claims, job.rulebook, job.settings, decisions)
        for job, extraction, (resolution, claims) in parts
    ]
    return Checked(
        tuple(diagnostic for checked in each for diagnostic in checked.diagnostics),
        (),
        tuple(item for checked in each for item in checked.suppressed),
    )


def _part(reading: Reading) -> Iterator[tuple[Resolution, tuple[Claim, ...]]]:
    """What was resolved and claimed in each article, in order; so that checking many articles
    takes each no longer than checking one."""
    attributions: defaultdict[str, list[ResolvedAttribution]] = defaultdict(list)
    for attribution in reading.resolution.attributions:
        attributions[attribution.article].append(attribution)
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        claims[claim.article].append(claim)
    sources = {source.id: source for source in reading.resolution.sources}
    for extraction in reading.extractions:
        here = extraction.article.id
        resolved = tuple(attributions[here])
        yield Resolution(_involved(resolved, sources), resolved), tuple(claims[here])


def _involved(
    attributions: Iterable[ResolvedAttribution], sources: Mapping[str, Source]
) -> tuple[Source, ...]:
    """The sources of these attributions, with those they belong to and consist of, by id."""
    reached = {link.id for resolved in attributions for link in resolved.chain}
    reached |= {resolved.source_id for resolved in attributions if resolved.source_id is not None}
    left = sorted(reached & sources.keys())
    found: dict[str, Source] = {}
    while left:
        source = sources[left.pop()]
        if source.id in found:
            continue
        found[source.id] = source
        left += [key for key in (source.affiliation or "", *source.members) if key in sources]
    return tuple(found[key] for key in sorted(found))
