"""The report for a terminal: what the page says, shorter, in plain lines."""

from __future__ import annotations

from collections.abc import Iterable

from attrib.report.articles import ArticleView, view_articles
from attrib.report.checks import say_finding, say_findings
from attrib.report.claims import Quotation, say_words
from attrib.report.columns import wrap
from attrib.report.contests import ContestView, SideView, view_contests
from attrib.report.decided import DecidedView, say_about, say_decided, view_decided
from attrib.report.index import Index
from attrib.report.phrasing import say_count, say_list, say_sentence, to_one_line
from attrib.report.sources import SourceView, view_sources
from attrib.report.summary import SingleSource, Summary, say_percent, summarise
from attrib.report.unnamed import UnnamedSource
from attrib.report.words import Words

_WIDTH = 88
_FEW = 5
"""Unnamed sources of a story, and matters of one source, that are told one by one."""


def render_text(index: Index, words: Words) -> str:
    """The whole report; nothing in it is obeyed by a terminal."""
    parts = (
        _summary(summarise(index, words), say_findings(index.analysis.diagnostics, words), words),
        _contests(view_contests(index, words), index, words),
        _articles(view_articles(index, words), words),
        _sources(view_sources(index, words)),
        _decisions(view_decided(index, words)),
    )
    return "\n".join(line for part in parts for line in part)


def render_contests_text(index: Index, words: Words) -> str:
    """The contested matters alone."""
    return "\n".join(_contests(view_contests(index, words), index, words))


def say_summary(summary: Summary) -> Iterable[str]:
    """The first screen in sentences, without contests and grades."""
    verb = "is" if summary.own == 1 else "are"
    yield (
        f"{summary.own} of {say_count(summary.sentences, 'sentence')} "
        f"({say_percent(summary.own, summary.sentences)} %) {verb} in the outlets' own voice."
    )
    if summary.unnamed:
        verb = "rests" if len(summary.unnamed) == 1 else "rest"
        claims = say_count(summary.attributed, "attributed claim")
        yield f"{len(summary.unnamed)} of {claims} {verb} on unnamed sources."
    for view in summary.stories:
        told = f"{view.story.heading}: " if len(summary.stories) > 1 else ""
        for item in view.single_source:
            yield told + say_single_source(item)
        for source in view.unnamed.single[:_FEW]:
            yield told + say_unnamed(source)
        if (more := len(view.unnamed.single) - _FEW) > 0:
            yield f"{told}{say_count(more, 'more unnamed source')}: the page lists them."
    if summary.furniture_lines:
        verb = "was" if summary.furniture_lines == 1 else "were"
        yield f"{say_count(summary.furniture_lines, 'line')} {verb} passed over as page furniture."
    for problem in summary.problems:
        yield f"Not read, or read in part: {problem.path}: {problem.message}"


def say_single_source(item: SingleSource) -> str:
    """ "Several outlets, 1 source: Ida Mork: The system was off (3 outlets: A, B and C)"."""
    matters = "; ".join(
        f"{matter.label} ({say_count(len(matter.outlets), 'outlet')}: {say_list(matter.outlets)})"
        for matter in item.matters[:_FEW]
    )
    more = len(item.matters) - _FEW
    rest = f"; {more} more: the page lists them" if more > 0 else ""
    return f"Several outlets, 1 source: {item.name}: {matters}{rest}"


def say_unnamed(source: UnnamedSource) -> str:
    """ "Rests on one unnamed source: an aide, in The Lake Post: The sirens were silent"."""
    contested = "contested; " if source.contested else ""
    said = "; ".join(f"[{item.grade or '–'}] {item.text}" for item in source.rests)
    return (
        f"Rests on one unnamed source: {source.name}, in {say_list(source.outlets)} "
        f"({contested}{source.kind}): {said}"
    )


def say_lead(view: ContestView) -> str:
    """ "Denial, in 2 of 3 outlets; one voice against one. The firm denies what inspectors say."""
    reason = say_sentence(say_sentence(view.contest.reason).removeprefix(f"{view.kind}: "))
    return " ".join(filter(None, (f"{view.why}.", view.event and f"{view.event}.", reason)))


def say_side(side: SideView) -> str:
    """ "affirmed: 2 voices, best B. 2 outlets, 1 source"."""
    best = f", best {side.best}" if side.best else ""
    note = f". {side.note}" if side.note else ""
    return f"{side.value}: {say_count(side.voices, 'voice')}{best}{note}"


def say_row(row: Quotation, words: Words) -> str:
    """ "[B] Ida Mork: statement, “said”, in Brenna Courier, 6 May 2031"."""
    view, claim = row.view, row.view.claim
    if claim.voice == "own":
        parts = [view.speaker, view.date]
    else:
        cue = f"“{claim.cue.text}”" if claim.cue else ""
        stance = words.stances[claim.stance].name
        parts = [f"{view.speaker}: {stance}", cue, f"in {view.outlet}", view.date]
    return f"[{view.grade or '–'}] {', '.join(filter(None, parts))}"


def say_claims(view: SourceView) -> str:
    """ "3 claims"; a member of a joint source, or a spokesman's office, may have none."""
    return say_count(len(view.says), "claim") if view.says else "nothing in its own name"


def _summary(summary: Summary, findings: str, words: Words) -> Iterable[str]:
    yield from _wrap(summary.heading)
    yield from _wrap(summary.scope)
    yield from _wrap(words.statement)
    yield ""
    grades = ", ".join(f"{letter} {number}" for letter, number in summary.grades)
    ungraded = f", not graded {summary.ungraded}" if summary.ungraded else ""
    yield from _wrap(f"{say_count(summary.attributed, 'attributed claim')}: {grades}{ungraded}.")
    for line in say_summary(summary):
        yield from _wrap(line)
    yield from _wrap(findings and f"{findings}.")
    yield ""


def _contests(views: tuple[ContestView, ...], index: Index, words: Words) -> Iterable[str]:
    if not views:
        yield f"No contested claims in {say_count(len(index.articles), 'article')}."
        yield ""
        return
    yield f"CONTESTED ({len(views)})"
    yield ""
    for number, view in enumerate(views, 1):
        yield from _wrap(f"{number}. {view.question}", "", "   ")
        yield from _wrap(say_lead(view), "   ")
        for item in view.decided:
            yield from _wrap(say_decided(item), "   ")
        for side in view.sides:
            yield from _wrap(say_side(side), "   ")
            for row in side.rows:
                yield from _wrap(say_row(row, words), "     ", "        ")
                yield from _wrap(say_words(row), "        ")
        for later in view.later:
            yield from _wrap(f"Later: {later.said}", "   ")
        yield ""


def _articles(views: tuple[ArticleView, ...], words: Words) -> Iterable[str]:
    if not views:
        return
    yield f"ARTICLES ({len(views)})"
    yield ""
    for view in views:
        yield from _wrap(", ".join(filter(None, (view.name, view.date, view.headline))))
        if not view.attributed:
            yield "   No attributed claims were found."
        else:
            share = f"{say_percent(view.own, view.sentences)} % own voice"
            yield f"   {say_count(view.attributed, 'attributed claim')}, {share}"
            cited = ", ".join(f"{item.name} {item.claims}" for item in view.quoted)
            yield from _wrap(f"Cited: {cited or 'nobody by name'}", "   ")
        for finding in view.findings:
            yield from _wrap(say_finding(finding, words), "   ", "      ")
    yield ""


def _sources(views: tuple[SourceView, ...]) -> Iterable[str]:
    if not views:
        return
    yield f"SOURCES ({len(views)})"
    yield ""
    for view in views:
        reason = "" if view.source.resolved else f": {view.source.reason}"
        grades = "".join(sorted(item.grade for item in view.says if item.grade))
        says = say_claims(view) + (f", grades {grades}" if grades else "")
        yield from _wrap(f"{view.source.name}: {view.kind}{reason}; {says}", "", "   ")
    yield ""


def say_on(view: DecidedView) -> str:
    """What a decision is about, and what to mind: "Number of people injured. 1 claim has ..."."""
    about = say_about(view)
    return " ".join((*([say_sentence(about)] if about else []), *view.remarks))


def _decisions(views: tuple[DecidedView, ...]) -> Iterable[str]:
    if not views:
        return
    yield f"DECISIONS ({len(views)})"
    yield ""
    for view in views:
        yield from _wrap(say_decided(view), "", "   ")
        yield from _wrap(say_on(view), "   ")
    yield ""


def _wrap(text: str, first: str = "", rest: str | None = None) -> list[str]:
    return wrap(to_one_line(text), _WIDTH, first, first if rest is None else rest)
