"""What `attrib explain` prints: why a check exists, with examples, and the strength scale."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping

from attrib.rulebook.entries import CheckRule, Learned, LearnedNeed, Origin
from attrib.rulebook.strength import FactorName, StrengthScale

_COLUMNS = 88
_PLACE = re.compile(r"\{(\w+)\}")


def render_explanation(rule: CheckRule) -> str:
    """One check for a reader: what it says and why, its origin, examples, what to do."""
    places = {"text": "the body", "title": "the headline"}
    scope = " and ".join(places[place] for place in rule.scope)
    level = rule.severity if rule.enabled else f"off by default, {rule.severity}"
    lines = [
        f"{rule.id} {rule.name} ({level}, precision {rule.precision}, reads {scope})",
        "",
        *_paragraph(rule.why),
        "",
        "Says:   " + _PLACE.sub(r"<\1>", rule.message),
        f"Origin: {render_origin(rule.origin)}",
        f"Since:  {rule.since}",
        *([f"Silent in: {', '.join(rule.silent_in)}"] if rule.silent_in else []),
        *(_paragraph(say_learned(rule.learned)) if rule.learned else []),
        "",
        *_paragraph(f"What to do: {rule.fix_hint}"),
        "",
        "It speaks here:",
        *_examples(rule.examples.bad),
        "",
        "It stays silent here:",
        *_examples(rule.examples.good),
    ]
    return "\n".join(lines) + "\n"


_NEEDED: Mapping[LearnedNeed, str] = {
    "figure": "only of a sentence with a figure",
    "quote": "only of a sentence with quoted words",
    "running-quote": "only of a sentence in which a quote goes on",
    "unspoken": "only of words that nobody in their paragraph is said to speak",
    "source": "only of a sentence in which somebody speaks",
    "unnamed-source": "only of a sentence in which somebody unnamed speaks",
}


def say_learned(learned: Learned) -> str:
    """What readers of a check are told of the model that speaks beside its rule."""
    said = _PLACE.sub(r"<\1>", learned.message)
    only = " and ".join(_NEEDED[need] for need in learned.needs)
    return (
        "Where the check is asked for by its code or name, or runs with --learned, a model reads "
        "each sentence with what stands around it, beside the rule, and says, as an info, where "
        f"it finds a fault at least {round(100 * learned.at_least)} % likely"
        f"{f' ({only})' if only else ''}: {said}"
    )


def render_origin(origin: Origin) -> str:
    """The code of practice or paper, as one line."""
    code = "attrib's own list" if origin.code == "attrib" else origin.code
    return ", ".join(part for part in (code, origin.edition, origin.section, origin.url) if part)


def render_strength(scale: StrengthScale) -> str:
    """The scale of attribution strength: grades, the points of each factor, and the caps."""
    lines = ["Attribution strength, 0 to 100", "", *_paragraph(scale.why), "", "Grades"]
    lines += [f"  {step.grade}  {step.at_least:>3} and up  {step.words}" for step in scale.grades]
    tables: tuple[tuple[FactorName, list[tuple[int, str]]], ...] = (
        ("identification", [(row.points, row.words) for row in scale.identification.values()]),
        ("proximity", [(row.points, row.words) for row in scale.proximity.values()]),
        (
            "sources",
            [
                (row.points, row.words)
                for row in (
                    scale.sources.three,
                    scale.sources.two,
                    scale.sources.supported,
                    scale.sources.one,
                    scale.sources.none,
                )
            ],
        ),
        ("documents", [(row.points, row.words) for row in scale.documents.values()]),
        ("directness", [(row.points, row.words) for row in scale.directness.values()]),
        ("commitment", [(row.points, row.words) for row in scale.commitment.levels]),
        ("record", [(row.points, row.words) for row in scale.record.values()]),
        ("specificity", [(row.points, row.words) for row in scale.specificity.values()]),
    )
    for name, rows in tables:
        lines += ["", f"{name.capitalize()} (at most {scale.of[name]})"]
        ordered = sorted(rows, key=lambda row: -row[0])
        lines += [line for points, words in ordered for line in _row(points, words)]
    lines += ["", "Caps, applied after the sum"]
    lines += [line for cap in scale.caps for line in _item(cap.words)]
    lines += ["", *_paragraph("The score says how well a text shows where a claim comes from. "
                              "It says nothing about truth, and an outlet may know more than "
                              "its text shows."), "",
              f"Origin: {render_origin(scale.origin)}"]  # fmt: skip
    return "\n".join(lines) + "\n"


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), _COLUMNS)


def _row(points: int, words: str) -> list[str]:
    return textwrap.wrap(
        words, _COLUMNS, initial_indent=f"  {points:>2}  ", subsequent_indent="      "
    )


def _item(words: str) -> list[str]:
    return textwrap.wrap(words, _COLUMNS, initial_indent="  - ", subsequent_indent="    ")


def _examples(drafts: Iterable[str]) -> list[str]:
    lines: list[str] = []
    for draft in drafts:
        first, *rest = [line for line in draft.strip().splitlines() if line.strip()]
        lines += textwrap.wrap(first, _COLUMNS, initial_indent="  - ", subsequent_indent="    ")
        for line in rest:
            lines += textwrap.wrap(line, _COLUMNS, initial_indent="    ", subsequent_indent="    ")
    return lines
