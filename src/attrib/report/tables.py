"""The claims for machines: a table for spreadsheets, lines of JSON, one JSON document."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from attrib.records import Claim
from attrib.report.index import Index
from attrib.report.phrasing import name_article, to_printable
from attrib.report.words import Words
from attrib.wire import analysis_to_json, claim_to_json, dumps

_COLUMNS = (
    "id", "article", "outlet", "published", "title", "path", "start", "end",
    "source", "source_class", "source_kind", "resolved", "chain", "voice", "stance", "polarity",
    "modality", "tone", "cue", "grade", "score", "text", "words", "sentence", "within", "contests",
)  # fmt: skip
_FORMULA_SIGNS = frozenset("=+-@")
# What may stand in front of a sign that a spreadsheet acts on. Excel where the comma is the decimal
# mark cuts at semicolons, and then no longer minds our quotation marks: so a cell may begin
# behind a semicolon, a tab or a line feed as well.
_BEFORE_SIGN = re.compile(r"^[\s;\u200b-\u200f\u2060\ufeff\"']*|[\s;\u200b-\u200f\u2060\ufeff\"']+")
_CELL_ENDS = frozenset(";\t\n")
_LONGEST_CELL = 32_000
"""Characters: a spreadsheet cuts what is longer than 32,767, or runs over into other cells."""
_TONES = {-1: "distances", 0: "neutral", 1: "endorses"}


def render_csv(index: Index, words: Words) -> str:
    """One row a claim, own voice included; a cell a spreadsheet would run begins with '."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_COLUMNS)
    for claim in index.claims.values():
        table.writerow([_neutralise(cell) for cell in _row(claim, index, words)])
    return out.getvalue()


def render_jsonl(index: Index) -> str:
    """One claim a line, as `attrib extract` prints them."""
    return "".join(
        dumps(claim_to_json(claim, index.articles[claim.article], with_path=True), indent=None)
        for claim in index.claims.values()
    )


def render_json(index: Index) -> str:
    """The whole analysis as `attrib.analysis/1`."""
    return dumps(analysis_to_json(index.analysis))


def _row(claim: Claim, index: Index, words: Words) -> tuple[str | int | None, ...]:
    article = index.articles[claim.article]
    source, strength = claim.source, claim.strength
    return (
        claim.id,
        claim.article,
        name_article(article),
        article.published,
        article.title,
        article.path,
        claim.start,
        claim.end,
        source.name if source else None,
        source.source_class if source else None,
        words.of_class(source.source_class).name if source else None,
        ("yes" if source.resolved else "no") if source else None,
        " > ".join(link.name for link in claim.chain),
        claim.voice,
        claim.stance,
        claim.polarity,
        claim.modality,
        _TONES[claim.tone],
        claim.cue.text if claim.cue else None,
        strength.grade if strength else None,
        strength.score if strength else None,
        claim.text,
        " […] ".join(span.of(article.text) for span in claim.content),
        claim.sentence.of(article.text),
        claim.within,
        " ".join(contest.id for contest in index.contests.get(claim.id, ())),
    )


def _neutralise(cell: str | int | None) -> str | int | None:
    """Text a spreadsheet would take for a formula, made plain text; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    text = to_printable(cell.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > _LONGEST_CELL:
        text = f"{text[:_LONGEST_CELL]} […]"
    return _BEFORE_SIGN.sub(_make_plain, text)


def _make_plain(found: re.Match[str]) -> str:
    before = found[0]
    sign = found.string[found.end() : found.end() + 1]
    # Full-width signs and their like count as the plain ones they stand for.
    acts = unicodedata.normalize("NFKC", sign)[:1] in _FORMULA_SIGNS
    if found.start() == 0:
        return f"'{before}" if acts or before[:1] in ("\t", "\n") else before
    return f"{before}'" if acts and not _CELL_ENDS.isdisjoint(before) else before
