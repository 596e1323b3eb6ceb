"""The checks over many drafts: those seen before are remembered, the others shared out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from attrib.cache import Cache, open_cache
from attrib.checking import Checked, Job, check_job, gather_checked, plan_checks
from attrib.records import Article, Corpus, Decision
from attrib.rulebook import Rulebook
from attrib.settings import Settings

_FEWEST_A_PROCESS = 8
"""Drafts that are worth starting a process for."""
_CHUNK = 4
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is done; it changes no finding.

    `cache` is the folder of remembered findings, None for none. `processes` is how many drafts
    are read at once, 0 for one a core.
    """

    cache: Path | None = None
    processes: int = 1


def check_drafts(
    corpus: Corpus,
    rulebook: Rulebook,
    others: Sequence[Article] = (),
    *,
    settings: Settings,
    manner: Manner = Manner(),
    progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
) -> Checked:
    """As `attrib.pipeline.check_corpus`, with the same findings in the same order."""
    jobs = plan_checks(corpus, rulebook, settings)
    done: dict[str, Checked] = {}
    cache = open_cache(manner.cache, rulebook.checksum, others, decisions) if manner.cache else None
    keys = {job.article.id: _key(cache, job) for job in jobs} if cache else {}
    for job in jobs if cache else ():
        known = cache.read(keys[job.article.id]) if cache else None
        if known is not None:
            done[job.article.id] = known
    left = [job for job in jobs if job.article.id not in done]
    found = _check_all(left, others, decisions, manner.processes, progress)
    fresh = {job.article.id: checked for job, checked in zip(left, found, strict=True)}
    if cache and fresh:
        # What came from standard input is what somebody is just writing.
        kept = {job.article.id for job in left if job.article.path not in (None, "-")}
        cache.write({keys[name]: checked for name, checked in fresh.items() if name in kept})
    return gather_checked(corpus, [(done | fresh)[job.article.id] for job in jobs])


def _key(cache: Cache, job: Job) -> str:
    return cache.key(job.article, job.settings)


def _check_all(
    jobs: Sequence[Job],
    others: Sequence[Article],
    decisions: Sequence[Decision],
    processes: int,
    progress: Progress | None,
) -> list[Checked]:
    workers = min(processes or os.cpu_count() or 1, len(jobs) // _FEWEST_A_PROCESS)
    found: list[Checked] = []
    if workers < 2:
        for job in jobs:
            found.append(check_job(job, others, decisions))
            if progress:
                progress("checking", len(found) - 1, len(jobs))
        return found
    # Rules are large, and the same for nearly all: each process gets them once.
    rulebooks = list({id(job.rulebook): job.rulebook for job in jobs}.values())
    numbers = {id(rulebook): number for number, rulebook in enumerate(rulebooks)}
    # One thread each: the processes share the cores already.
    tasks = [
        (job.article, numbers[id(job.rulebook)], replace(job.settings, threads=1)) for job in jobs
    ]
    with ProcessPoolExecutor(
        workers, initializer=_share, initargs=(tuple(rulebooks), tuple(others), tuple(decisions))
    ) as pool:
        for checked in pool.map(_check_shared, tasks, chunksize=_CHUNK):
            found.append(checked)
            if progress:
                progress("checking", len(found) - 1, len(jobs))
    return found


_shared: list[tuple[tuple[Rulebook, ...], tuple[Article, ...], tuple[Decision, ...]]] = []
"""What a process of the pool was given when it started."""


def _share(
    rulebooks: tuple[Rulebook, ...],
    others: tuple[Article, ...],
    decisions: tuple[Decision, ...],
) -> None:
    _shared[:] = [(rulebooks, others, decisions)]


def _check_shared(task: tuple[Article, int, Settings]) -> Checked:
    article, number, settings = task
    rulebooks, others, decisions = _shared[0]
    return check_job(Job(article, rulebooks[number], settings), others, decisions)
