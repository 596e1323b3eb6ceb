"""The JSON that attrib prints: versioned shapes, and the one function that writes them down.

`attrib.analysis/1` and `attrib.diagnostics/1` are described field by field in
`docs/analysis.schema.json` and `docs/diagnostics.schema.json`. Offsets are code points,
half-open, in `articles[].text` (in the title where a diagnostic's `field` is "title").
Keys keep the order of the contract; fields added since stand at the end of their object.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias, TypeVar

from attrib.records import (
    Analysis,
    Article,
    ChainLink,
    CheckReason,
    Claim,
    ClaimSource,
    Cluster,
    Contest,
    Cue,
    Decided,
    Diagnostic,
    Event,
    Factor,
    Place,
    Problem,
    Segmentation,
    Side,
    Source,
    Span,
    Strength,
)
from attrib.version import __version__

__all__ = ["Json", "analysis_to_json", "claim_to_json", "diagnostics_to_json", "dumps"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

ANALYSIS_SCHEMA = "attrib.analysis/1"
DIAGNOSTICS_SCHEMA = "attrib.diagnostics/1"
_SURROGATE = re.compile("[\ud800-\udfff]")


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_HasId)


def dumps(value: Json, *, indent: int | None = 2) -> str:
    """`value` as JSON text: numbers to 3 places, nothing escaped needlessly, newline at end.

    With `indent=None` it stands on one line. Raises ValueError for NaN and infinities,
    which JSON does not have.
    """
    text = json.dumps(_round(value), ensure_ascii=False, indent=indent, allow_nan=False)
    # A lone surrogate (a broken pair in somebody's export) cannot be written as UTF-8;
    # inside a JSON string its escape says the same.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def analysis_to_json(analysis: Analysis) -> dict[str, Json]:
    """The whole analysis as `attrib.analysis/1`, in the order the contract gives."""
    articles = {article.id: article for article in analysis.articles}
    segmentations = {item.article.id: item for item in analysis.segmentations}
    claims = sorted(analysis.claims, key=lambda item: (item.article, item.start, item.end, item.id))
    return {
        "schema": ANALYSIS_SCHEMA,
        "version": __version__,
        "rules": analysis.rules,
        "articles": [
            _article(article, segmentations.get(article.id))
            for article in _by_id(analysis.articles)
        ],
        "sources": [_source(source) for source in _by_id(analysis.sources)],
        "claims": [claim_to_json(claim, articles[claim.article]) for claim in claims],
        "clusters": [_cluster(cluster) for cluster in _by_id(analysis.clusters)],
        "contests": [_contest(contest) for contest in _by_id(analysis.contests)],
        "problems": [_problem(problem) for problem in sorted(analysis.problems)],
        "events": [_event(event) for event in _by_id(analysis.events)],
        "reversals": [
            {"source": item.source, "claims": list(item.claims), "reason": item.reason}
            for item in sorted(analysis.reversals, key=lambda item: (item.source, item.claims))
        ],
        "diagnostics": [
            _diagnostic(item)
            for item in sorted(
                analysis.diagnostics,
                key=lambda item: (item.article, item.field != "title", item.span, item.code),
            )
        ],
        "checks": [_check(check) for check in sorted(analysis.checks, key=lambda item: item.code)],
        "decisions": [_decided(item) for item in analysis.decided],
        "set_aside": {
            "claims": [
                claim_to_json(claim, articles[claim.article]) for claim in analysis.set_aside_claims
            ],
            "contests": [_contest(contest) for contest in _by_id(analysis.set_aside_contests)],
        },
    }


def claim_to_json(claim: Claim, article: Article, *, with_path: bool = False) -> dict[str, Json]:
    """One claim of `article`; `with_path` adds `article_path`, as `extract` prints it."""
    text = article.text
    shape: dict[str, Json] = {
        "id": claim.id,
        "article": claim.article,
        "text": claim.text,
        "content": [_words(span, text) for span in claim.content],
        "sentence": _range(claim.sentence),
        "cue": _cue(claim.cue, text) if claim.cue else None,
        "source": _claim_source(claim.source, text) if claim.source else None,
        "chain": [_link(link) for link in claim.chain],
        "voice": claim.voice,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "tone": claim.tone,
        "strength": _strength(claim.strength) if claim.strength else None,
        "within": claim.within,
        "modality": claim.modality,
        "key": claim.key,
    }
    return {**shape, "article_path": article.path} if with_path else shape


def diagnostics_to_json(
    diagnostics: Sequence[Diagnostic], problems: Sequence[Problem] = ()
) -> dict[str, Json]:
    """Findings of the draft checks as `attrib.diagnostics/1`, by file and position.

    `offset` counts code points in the article's text (or title); `line` and `column` are
    1-based, in code points, in the raw file; ends are exclusive.
    """
    ordered = sorted(
        diagnostics,
        key=lambda item: (item.path, item.line, item.column, item.code, item.span, item.message),
    )
    return {
        "schema": DIAGNOSTICS_SCHEMA,
        "version": __version__,
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in ordered],
        "problems": [_problem(problem) for problem in sorted(problems)],
    }


def _article(article: Article, segmentation: Segmentation | None) -> dict[str, Json]:
    return {
        "id": article.id,
        "path": article.path,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "characters": len(article.text),
        "text": article.text,
        "furniture": [_range(span) for span in _furniture(article, segmentation)],
    }


def _furniture(article: Article, segmentation: Segmentation | None) -> list[Span]:
    found = set(article.furniture)
    if segmentation is not None:
        found.update(part.span for part in segmentation.paragraphs if part.kind == "furniture")
    return sorted(found)


def _source(source: Source) -> dict[str, Json]:
    return {
        "id": source.id,
        "name": source.name,
        "class": source.source_class,
        "resolved": source.resolved,
        "affiliation": source.affiliation,
        "role": source.role,
        "members": _strings(source.members),
        "aliases": _strings(source.aliases),
        "articles": _strings(source.articles),
        "reason": source.reason,
        "description": source.description,
    }


def _cue(cue: Cue, text: str) -> dict[str, Json]:
    return {**_words(cue.span, text), "lemma": cue.lemma}


def _claim_source(source: ClaimSource, text: str) -> dict[str, Json]:
    return {
        "id": source.id,
        "name": source.name,
        "class": source.source_class,
        **_words(source.span, text),
        "resolved": source.resolved,
        "reason": source.reason,
    }


def _link(link: ChainLink) -> dict[str, Json]:
    return {"id": link.id, "name": link.name, "class": link.source_class}


def _strength(strength: Strength) -> dict[str, Json]:
    return {
        "score": strength.score,
        "grade": strength.grade,
        "factors": [_factor(factor) for factor in strength.factors],
        "caps": _strings(strength.caps),
    }


def _factor(factor: Factor) -> dict[str, Json]:
    return {
        "name": factor.name,
        "points": factor.points,
        "of": factor.of,
        "reason": factor.reason,
        "span": _range(factor.span) if factor.span else None,
    }


def _cluster(cluster: Cluster) -> dict[str, Json]:
    return {"id": cluster.id, "claims": _strings(cluster.claims), "label": cluster.label}


def _contest(contest: Contest) -> dict[str, Json]:
    return {
        "id": contest.id,
        "cluster": contest.cluster,
        "kind": contest.kind,
        "label": contest.label,
        "sides": [_side(side) for side in contest.sides],
        "score": contest.score,
        "reason": contest.reason,
    }


def _side(side: Side) -> dict[str, Json]:
    return {
        "value": side.value,
        "claims": _strings(side.claims),
        "sources": _strings(side.sources),
        "outlets": _strings(side.outlets),
        "voices": side.voices,
        "note": side.note,
    }


def _decided(item: Decided) -> dict[str, Json]:
    decision = item.decision
    return {
        "kind": decision.kind,
        "by": decision.by,
        "reason": decision.reason,
        "about": decision.about,
        "claim": decision.claim,
        "sides": [_strings(side) for side in decision.sides],
        "speaker": decision.speaker,
        "matches": item.matches,
        "claims": _strings(item.claims),
        "contests": _strings(item.contests),
        "joined": _strings(item.joined),
        "note": item.note,
    }


def _problem(problem: Problem) -> dict[str, Json]:
    return {"path": problem.path, "message": problem.message, "fatal": problem.fatal}


def _event(event: Event) -> dict[str, Json]:
    return {"id": event.id, "articles": _strings(event.articles), "label": event.label}


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Json]:
    span = diagnostic.span
    return {
        "file": diagnostic.path,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "start": _position(span.start, diagnostic.line, diagnostic.column),
        "end": _position(span.end, diagnostic.end_line, diagnostic.end_column),
        "field": diagnostic.field,
        "article": diagnostic.article,
        "related": [_place(place) for place in diagnostic.related],
        "words": diagnostic.words,
        "fingerprint": diagnostic.fingerprint,
    }


def _check(check: CheckReason) -> dict[str, Json]:
    return {
        "code": check.code,
        "name": check.name,
        "why": check.why,
        "fix_hint": check.fix_hint,
    }


def _place(place: Place) -> dict[str, Json]:
    return {
        "file": place.path,
        "message": place.message,
        "start": _position(place.span.start, place.line, place.column),
        "end": {"offset": place.span.end},
    }


def _position(offset: int, line: int, column: int) -> dict[str, Json]:
    return {"offset": offset, "line": line, "column": column}


def _range(span: Span) -> dict[str, Json]:
    return {"start": span.start, "end": span.end}


def _words(span: Span, text: str) -> dict[str, Json]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _strings(values: Iterable[str]) -> list[Json]:
    return list(values)


def _by_id(items: Iterable[_Item]) -> list[_Item]:
    return sorted(items, key=lambda item: item.id)


def _round(value: Json) -> Json:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: _round(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_round(item) for item in value]
    return value
