"""Checked quotes as text for people and as JSON for machines (`attrib.quotes/1`).

    draft.md:12:8: altered (similarity 0.97)
      We will [-gladly-] close the school{+, and+} sell the land
      found at release.txt:3:14, given to Hanne Vik
      "gladly" is added. Left out without an ellipsis: "and".

[-...-] is only in the draft, {+...+} only in the material.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Literal, get_args

from attrib.records import Place, Problem, QuoteCheck, QuoteVerdict, Span, WordDifference
from attrib.version import __version__
from attrib.wire import Json, dumps

QUOTES_SCHEMA = "attrib.quotes/1"
_LONGEST_LEFT_OUT = 12
"""Words; of what stands at an ellipsis no more is shown."""


def render_quotes(
    checks: Sequence[QuoteCheck],
    problems: Sequence[Problem] = (),
    format: Literal["text", "json"] = "text",
) -> str:
    """The checks as `attrib verify` prints them."""
    if format == "json":
        return dumps(quotes_to_json(checks, problems, __version__))
    return render_quote_checks(checks)


def render_quote_checks(checks: Sequence[QuoteCheck]) -> str:
    """One block a quote, and a last line that counts the verdicts."""
    if not checks:
        return "No quotes to look for.\n"
    counts = Counter(check.verdict for check in checks)
    parts = [f"{counts[name]} {name}" for name in get_args(QuoteVerdict) if counts[name]]
    total = "1 quote" if len(checks) == 1 else f"{len(checks)} quotes"
    return "".join(f"{_render(check)}\n" for check in checks) + f"{total}: {', '.join(parts)}.\n"


def quotes_to_json(
    checks: Sequence[QuoteCheck], problems: Sequence[Problem], version: str
) -> dict[str, Json]:
    """The checks as `attrib.quotes/1`, by file and place; see docs/quotes.schema.json."""
    ordered = sorted(checks, key=lambda check: (check.path, check.article, check.span))
    return {
        "schema": QUOTES_SCHEMA,
        "version": version,
        "quotes": [_quote(check) for check in ordered],
        "problems": [
            {"path": problem.path, "message": problem.message, "fatal": problem.fatal}
            for problem in sorted(problems)
        ],
    }


def _render(check: QuoteCheck) -> str:
    similarity = f" (similarity {check.similarity:.2f})" if check.verdict == "altered" else ""
    lines = [f"{check.path}:{check.line}:{check.column}: {check.verdict}{similarity}"]
    if any(item.kind != "same" for item in check.differences):
        lines.append(f"  {_mark(check.differences)}")
    else:
        lines.append(f'  "{check.words}"')
    if check.found:
        speaker = f", given to {check.found_speaker}" if check.found_speaker else ""
        lines.append(f"  found at {_address(check.found)}{speaker}")
    lines += [f"  and at {_address(place)}" for place in check.also]
    lines.append(f"  {check.reason}")
    return "".join(f"{_clean(line)}\n" for line in lines)


def _mark(differences: Sequence[WordDifference]) -> str:
    return " ".join(_mark_one(item) for item in differences)


def _mark_one(item: WordDifference) -> str:
    if item.kind == "same":
        return item.ours
    theirs = f"{{+{_shorten(item.theirs)}+}}" if item.theirs else ""
    ours = item.ours
    if ours and item.kind in ("added", "replaced"):
        ours = f"[-{ours}-]"
    return f"{ours} {theirs}".strip()


def _shorten(words: str) -> str:
    listed = words.split()
    if len(listed) <= _LONGEST_LEFT_OUT:
        return words
    half = _LONGEST_LEFT_OUT // 2
    return " ".join([*listed[:half], "...", *listed[-half:]])


def _address(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def _clean(text: str) -> str:
    """Without characters that would move the cursor of a terminal."""
    return "".join(
        char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
    )


def _quote(check: QuoteCheck) -> dict[str, Json]:
    return {
        "file": check.path,
        "article": check.article,
        "start": {"offset": check.span.start, "line": check.line, "column": check.column},
        "end": {"offset": check.span.end},
        "text": check.words,
        "speaker": check.speaker,
        "verdict": check.verdict,
        "similarity": check.similarity,
        "reason": check.reason,
        "found": _place(check.found) if check.found else None,
        "found_speaker": check.found_speaker,
        "differences": [
            {"kind": item.kind, "ours": item.ours, "theirs": item.theirs}
            for item in check.differences
        ],
        "also": [_place(place) for place in check.also],
    }


def _place(place: Place) -> dict[str, Json]:
    span: Span = place.span
    return {
        "file": place.path,
        "article": place.article,
        "start": {"offset": span.start, "line": place.line, "column": place.column},
        "end": {"offset": span.end},
        "text": place.message,
    }
