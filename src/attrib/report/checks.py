"""What the draft checks found, as the reports show it: in its article, and counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from attrib.records import SEVERITIES, Article, CheckReason, Diagnostic, Severity
from attrib.report.index import Index
from attrib.report.phrasing import name_article, say_count, say_list
from attrib.report.segments import Mark
from attrib.report.words import Words


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Another passage of the same article that shows it: its note, its words, its place."""

    note: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with the reason for its check. `id` is one word, and its own in the report."""

    diagnostic: Diagnostic
    id: str
    place: str
    """ "path:line:column" in the raw file."""
    why: str
    fix_hint: str
    related: tuple[RelatedView, ...]

    @property
    def severity(self) -> Severity:
        return self.diagnostic.severity

    @property
    def severity_rank(self) -> int:
        """0 for the gravest."""
        return SEVERITIES.index(self.diagnostic.severity)


def view_findings(index: Index) -> Mapping[str, tuple[FindingView, ...]]:
    """The findings in each article, by its id: those on its title first, then by place."""
    reasons = {check.code: check for check in index.analysis.checks}
    by_article: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in index.analysis.diagnostics:
        if diagnostic.article in index.articles:
            by_article[diagnostic.article].append(diagnostic)
    return {
        key: tuple(_view_article(found, index.articles[key], reasons))
        for key, found in by_article.items()
    }


def mark_findings(findings: Iterable[FindingView]) -> tuple[Mark, ...]:
    """The marks of findings in one text, in order of (start, end), of two alike the graver first;
    a place without words has none."""
    placed = [finding for finding in findings if len(finding.diagnostic.span)]
    placed.sort(key=lambda finding: (finding.diagnostic.span, finding.severity_rank))
    return tuple(
        Mark(finding.diagnostic.span, "finding", finding.id, opens=True, closes=True)
        for finding in placed
    )


def say_severities(diagnostics: Iterable[Diagnostic], words: Words) -> str:
    """ "1 error, 2 warnings and 4 notes", the gravest first; "" for nothing."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return say_list(
        [
            say_count(counts[severity], words.severities[severity].name)
            for severity in SEVERITIES
            if counts[severity]
        ]
    )


def say_findings(diagnostics: Iterable[Diagnostic], words: Words) -> str:
    """ "7 findings of the draft checks: 1 error, 2 warnings and 4 notes"; "" for nothing."""
    listed = list(diagnostics)
    if not listed:
        return ""
    counted = say_count(len(listed), "finding")
    return f"{counted} of the draft checks: {say_severities(listed, words)}"


def say_finding(finding: FindingView, words: Words) -> str:
    """ "error AT101, 12:3: "a source" tells nothing", for a list under its article's name."""
    found = finding.diagnostic
    where = "headline" if found.field == "title" else f"{found.line}:{found.column}"
    return f"{words.severities[found.severity].name} {found.code}, {where}: {found.message}"


def _view_article(
    found: Iterable[Diagnostic], article: Article, reasons: Mapping[str, CheckReason]
) -> Iterable[FindingView]:
    seen: Counter[str] = Counter()
    path = article.path or name_article(article)
    for item in sorted(found, key=lambda item: (item.field != "title", item.span, item.code)):
        seen[item.fingerprint] += 1
        # Findings alike in code, words and speaker have one fingerprint; they are told apart by
        # their order.
        again = f"-{seen[item.fingerprint]}" if seen[item.fingerprint] > 1 else ""
        reason = reasons.get(item.code)
        yield FindingView(
            item,
            f"{article.id}-{item.fingerprint}{again}",
            f"{path}:{item.line}:{item.column}",
            reason.why if reason else "",
            reason.fix_hint if reason else "",
            tuple(
                RelatedView(
                    place.message,
                    " ".join(place.span.of(article.text).split()),
                    f"{place.path}:{place.line}:{place.column}",
                )
                for place in item.related
                if place.article in ("", article.id)
            ),
        )
