"""What the model that reads for faults finds, beside what a check's own rule does.

A list of words cannot tell all that an editor means by a judgement in our own voice; the model
has read some thousands of such sentences. It is less sure than a rule and cannot say why, so
that what it finds is worth a look and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding
from attrib.check.learned_needs import meets
from attrib.errors import RuleError
from attrib.records import Extraction, Span
from attrib.rulebook.entries import CheckRule, Learned

if TYPE_CHECKING:
    from attrib.check.fault_model import UnitReading

FaultReader = Callable[[Extraction], "tuple[UnitReading, ...]"]
"""An article to one reading of each of its sentences and of its title, in order."""


def find_learned(
    draft: Draft,
    rule: CheckRule,
    learned: Learned,
    readings: Sequence[UnitReading],
    known: Sequence[Finding],
) -> Iterator[Finding]:
    """One finding for a run of sentences of a paragraph that are likely at fault.

    None where the rule itself has found something in that paragraph, the headline counting as
    one: `known` are its findings. Raises RuleError for a check that the model did not learn.
    """
    head = learned.head or rule.id
    for reading in readings[:1]:
        if head not in reading.likely:
            heads = ", ".join(sorted(reading.likely))
            raise RuleError(f"check {rule.id}: the model did not learn '{head}'; one of {heads}")
    likely = [
        item.unit
        for item in readings
        if item.likely.get(head, 0.0) >= learned.at_least and meets(draft, item.unit, learned.needs)
    ]
    text = draft.text
    place = 0
    while place < len(likely):
        first = last = likely[place]
        place += 1
        while (
            place < len(likely)
            and likely[place].paragraph == first.paragraph
            and not text[last.span.end : likely[place].span.start].strip()
        ):
            last = likely[place]
            place += 1
        span = Span(first.span.start, last.span.end)
        around = _paragraph_of(draft, first.paragraph) if first.field == "text" else span
        if any(item.field == first.field and item.span.overlaps(around) for item in known):
            continue
        whole = text if first.field == "text" else draft.article.title or ""
        yield Finding(span, first.field, values=(("words", excerpt(whole, span)),), doubtful=True)


def _paragraph_of(draft: Draft, index: int) -> Span:
    return draft.segmentation.paragraphs[index].span
