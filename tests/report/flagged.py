"""The mill fire with findings of the draft checks in it: made by hand, like all of it."""

from __future__ import annotations

from dataclasses import replace

from building import digest, part
from mill import make_analysis

from attrib.records import Analysis, Article, CheckReason, Diagnostic, Place, Severity, Span

REASONS = (
    CheckReason("AT101", "faceless-source", "A reader must know who speaks.", "Say who it is."),
    CheckReason("AT601", "no-accuser", "An accusation is somebody's.", "Name the accuser."),
    CheckReason("AT701", "sure-headline", "Many read the headline alone.", "Say whose words."),
)


def make_finding(
    article: Article, code: str, severity: Severity, words: str, field: str = "text"
) -> Diagnostic:
    text = article.text if field == "text" else article.title or ""
    span = part(text, words) if words else Span(0, 0)
    line = text.count("\n", 0, span.start) + 1
    column = span.start - (text.rfind("\n", 0, span.start) + 1) + 1
    return Diagnostic(
        article.path or "-",
        code,
        next(reason.name for reason in REASONS if reason.code == code),
        severity,
        f'"{words}" wants a look',
        span,
        line,
        column,
        line,
        column + len(span),
        "title" if field == "title" else "text",
        article.id,
        (),
        words,
        digest(code, words)[:8] * 2,
    )


def make_flagged() -> Analysis:
    """Findings on a title, on the same words, over the edge of a claim, and in two paragraphs."""
    analysis = make_analysis()
    articles = {article.path: article for article in analysis.articles}
    courier, post = articles["mill/courier.txt"], articles["mill/lake-post.txt"]
    evidence = part(post.text, "citing a hospital official")
    titled = replace(
        make_finding(post, "AT701", "error", "blaze injures 15", "title"),
        related=(Place("mill/lake-post.txt", evidence, 1, 68, "attributed here"),),
    )
    found = (
        make_finding(courier, "AT101", "warning", "Inspectors accuse Halden Paper"),
        make_finding(courier, "AT601", "info", "Inspectors accuse Halden Paper"),
        make_finding(courier, "AT601", "info", "paper mill, the brigade"),
        make_finding(courier, "AT101", "info", '"We have the logs."\n\nHalden Paper denied'),
        titled,
    )
    return replace(analysis, diagnostics=found, checks=REASONS)
