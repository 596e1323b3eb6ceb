"""The report as Markdown, for a ticket or a chat: what the page says, shorter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrib.report.articles import ArticleView, view_articles
from attrib.report.checks import say_finding, say_findings
from attrib.report.claims import Quotation, say_words
from attrib.report.contests import ContestView, view_contests
from attrib.report.decided import DecidedView, say_decided, view_decided
from attrib.report.index import Index
from attrib.report.phrasing import say_count, to_one_line
from attrib.report.sources import SourceView, view_sources
from attrib.report.summary import Summary, say_percent, summarise
from attrib.report.text import say_claims, say_lead, say_on, say_row, say_side, say_summary
from attrib.report.words import Words

_ACTIVE = re.compile(r"([\\`*_\[\]<|~$]|&(?=#?\w+;))")
# What chats and trackers act on though it is no Markdown: addresses, mentions, numbers of
# tickets, names of emoji. No escape stops them all; a joiner that nobody sees does.
_JOINER = "\u2060"
_LIVE = re.compile(
    r"(?<=:)(?=//)|(?<=@)(?=\w)|(?<=\bwww)(?=\.)|(?<=#)(?=\w)|(?<=:)(?=[a-z]\w*:)", re.I
)
_BLOCK_START = re.compile(r"^(?:([#>+=-])|(\d+)([.)]))")


def render_markdown(index: Index, words: Words) -> str:
    """The whole report; nothing in the articles can act as markup or as a link."""
    parts = (
        _summary(summarise(index, words), say_findings(index.analysis.diagnostics, words), words),
        _contests(view_contests(index, words), index, words),
        _articles(view_articles(index, words)),
        _checks(view_articles(index, words), words),
        _sources(view_sources(index, words)),
        _decisions(view_decided(index, words)),
    )
    return "\n".join(line for part in parts for line in part)


def _summary(summary: Summary, findings: str, words: Words) -> Iterable[str]:
    yield f"# {_escape(summary.heading)}"
    yield ""
    yield _escape(summary.scope)
    yield ""
    yield f"*{_escape(words.statement)}*"
    yield ""
    grades = ", ".join(f"{letter} {number}" for letter, number in summary.grades)
    ungraded = f", not graded {summary.ungraded}" if summary.ungraded else ""
    yield f"- {say_count(summary.attributed, 'attributed claim')}: {grades}{ungraded}"
    for line in say_summary(summary):
        yield f"- {_escape(line)}"
    if findings:
        yield f"- {_escape(findings)}."
    yield ""


def _contests(views: tuple[ContestView, ...], index: Index, words: Words) -> Iterable[str]:
    if not views:
        yield f"No contested claims in {say_count(len(index.articles), 'article')}."
        yield ""
        return
    yield f"## Contested ({len(views)})"
    yield ""
    for number, view in enumerate(views, 1):
        yield f"### {number}. {_escape(view.question)}"
        yield ""
        yield _escape(say_lead(view))
        yield ""
        for item in view.decided:
            yield _escape(say_decided(item))
            yield ""
        for side in view.sides:
            yield f"**{_escape(say_side(side))}**"
            yield ""
            for row in side.rows:
                yield from _row(row, words)
            yield ""
        for later in view.later:
            yield f"*Later:* {_escape(later.said)}"
            yield ""


def _row(row: Quotation, words: Words) -> Iterable[str]:
    yield f"- {_escape(say_row(row, words))}"
    yield f"  > {_escape(say_words(row))}"


def _articles(views: tuple[ArticleView, ...]) -> Iterable[str]:
    if not views:
        return
    yield f"## Articles ({len(views)})"
    yield ""
    yield "| Article | Published | Claims | Own voice | Cited |"
    yield "| --- | --- | ---: | ---: | --- |"
    for view in views:
        name = ": ".join(filter(None, (view.name, view.headline)))
        cited = ", ".join(f"{item.name} {item.claims}" for item in view.quoted)
        share = f"{say_percent(view.own, view.sentences)} %"
        cells = (name, view.date, str(view.attributed), share, cited or "no attributed claims")
        yield f"| {' | '.join(map(_escape, cells))} |"
    yield ""


def _checks(views: tuple[ArticleView, ...], words: Words) -> Iterable[str]:
    if not any(view.findings for view in views):
        return
    yield "## Findings of the draft checks"
    yield ""
    for view in views:
        if view.findings:
            name = ": ".join(filter(None, (view.name, view.headline)))
            yield f"- **{_escape(name)}**"
            for finding in view.findings:
                yield f"  - {_escape(say_finding(finding, words))}"
    yield ""


def _sources(views: tuple[SourceView, ...]) -> Iterable[str]:
    if not views:
        return
    yield f"## Sources ({len(views)})"
    yield ""
    for view in views:
        reason = "" if view.source.resolved else f": {view.source.reason}"
        about = f"{view.kind}{reason}; {say_claims(view)}"
        yield f"- **{_escape(view.source.name)}**, {_escape(about)}"
    yield ""


def _decisions(views: tuple[DecidedView, ...]) -> Iterable[str]:
    if not views:
        return
    yield f"## Decisions ({len(views)})"
    yield ""
    for view in views:
        on = say_on(view)
        yield f"- {_escape(say_decided(view))}{' ' + _escape(on) if on else ''}"
    yield ""


def _escape(text: str) -> str:
    """`text` on one line, with everything escaped that Markdown would act on, and set apart what
    a chat or tracker would; rendered, the same words."""
    inert = _LIVE.sub(_JOINER, to_one_line(text))
    return _BLOCK_START.sub(_escape_start, _ACTIVE.sub(r"\\\1", inert))


def _escape_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
