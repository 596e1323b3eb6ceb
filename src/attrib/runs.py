"""The checks over many drafts: those seen before are remembered, the others shared out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from attrib.cache import open_cache
from attrib.check.gathering import gather_checked
from attrib.ingest.patterns import read_overrides, settings_at
from attrib.modelfiles import open_model
from attrib.records import Article, Checked, Corpus, Decision
from attrib.rulebook import Rulebook, RuleFolders
from attrib.settings import Settings

if TYPE_CHECKING:
    from attrib.checking import Job, Others

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
    rules: RuleFolders,
    others: Sequence[Article] = (),
    *,
    settings: Settings,
    manner: Manner = Manner(),
    progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
) -> Checked:
    """As `attrib.checking.check_corpus`, with the same findings in the same order.

    Where all drafts are remembered, no rule is parsed and no check imported. Raises RuleError,
    and SettingsError for a check or profile that does not exist.
    """
    overrides = read_overrides(settings)
    cache = open_cache(manner.cache, rules.checksum, settings, others, decisions)
    keys = {
        article.id: cache.key(article, settings_at(article.path, settings, overrides))
        for article in (corpus if cache.folder else ())
    }
    known = {name: cache.read(key) for name, key in keys.items()}
    done = {name: checked for name, checked in known.items() if checked is not None}
    left = [article for article in corpus if article.id not in done]
    if left or not done:
        fresh = _check_anew(left, rules, others, settings, manner, progress, decisions)
        # What came from standard input is what somebody is just writing.
        kept = {article.id for article in left if article.path not in (None, "-")}
        cache.write({keys[name]: fresh[name] for name in fresh if name in keys and name in kept})
        done |= fresh
    return gather_checked(corpus, [done[article.id] for article in corpus])


def _check_anew(
    articles: Sequence[Article],
    rules: RuleFolders,
    others: Sequence[Article],
    settings: Settings,
    manner: Manner,
    progress: Progress | None,
    decisions: Sequence[Decision],
) -> dict[str, Checked]:
    """The findings of each article, by its id."""
    if 0 < len(articles) < 2 * _FEWEST_A_PROCESS:
        Thread(target=_open_ahead, args=(settings.threads,)).start()
    # Half of what a run takes is the importing of the checks.
    from attrib.checking import plan_checks

    jobs = plan_checks(articles, rules.load(), settings)
    found = _check_all(jobs, others, decisions, manner.processes, progress)
    return {job.article.id: checked for job, checked in zip(jobs, found, strict=True)}


def _open_ahead(threads: int) -> None:
    """Open the model while the main thread imports checks and parses rules."""
    with suppress(Exception):
        # Whoever asks for it afterwards is told what is wrong.
        open_model(threads)


def _check_all(
    jobs: Sequence[Job],
    others: Sequence[Article],
    decisions: Sequence[Decision],
    processes: int,
    progress: Progress | None,
) -> list[Checked]:
    from attrib.checking import Others, check_job

    workers = min(processes or os.cpu_count() or 1, len(jobs) // _FEWEST_A_PROCESS)
    found: list[Checked] = []
    if workers < 2:
        beside = Others(others)
        for job in jobs:
            found.append(check_job(job, beside, decisions))
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


_shared: list[tuple[tuple[Rulebook, ...], Others, tuple[Decision, ...]]] = []
"""What a process of the pool was given when it started."""


def _share(
    rulebooks: tuple[Rulebook, ...],
    others: tuple[Article, ...],
    decisions: tuple[Decision, ...],
) -> None:
    from attrib.checking import Others

    _shared[:] = [(rulebooks, Others(others), decisions)]


def _check_shared(task: tuple[Article, int, Settings]) -> Checked:
    from attrib.checking import Job, check_job

    article, number, settings = task
    rulebooks, others, decisions = _shared[0]
    return check_job(Job(article, rulebooks[number], settings), others, decisions)
