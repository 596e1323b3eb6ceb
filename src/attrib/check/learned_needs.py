"""What a sentence must hold for the model that reads for faults to be believed.

A model can take any sentence for an unnamed source's; where nobody unnamed speaks, by what was
extracted, it is wrong, however sure it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrib.check.draft import Draft, attributions_near, sentence_at
from attrib.records import UNNAMED, ResolvedAttribution
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import LearnedNeed
from attrib.tokens import tokenise

if TYPE_CHECKING:
    from attrib.check.fault_windows import Unit


def meets(draft: Draft, unit: Unit, needs: Sequence[LearnedNeed]) -> bool:
    """Whether the sentence, or the headline, holds all that is needed.

    In a title that stands apart from the text only figures are looked for; nothing else is there.
    """
    if unit.field == "title" and any(need != "figure" for need in needs):
        return False
    return all(_NEEDS[need](draft, unit) for need in needs)


def _has_figure(draft: Draft, unit: Unit) -> bool:
    """Whether a number or a share stands in it; "one" is none, "a third" is."""
    whole = draft.text if unit.field == "text" else draft.article.title or ""
    words = _number_words(draft.rulebook)
    return any(
        any(map(str.isdigit, token.text)) or not words.isdisjoint(token.lower.split("-"))
        for token in tokenise(whole, unit.span.start, unit.span.end)
    )


def _number_words(rulebook: Rulebook) -> frozenset[str]:
    """Words that count more than one, or divide: "dozen", "thirds", "doubled", "hundreds"."""
    found: set[str] = set()
    for rule in rulebook.terms:
        if rule.list == "number-ordinals":
            # "The first" and "the second" count nothing; "a third" and "the tenth" may.
            found.update(form for term in rule.terms[2:] for form in (term, f"{term}s"))
        elif rule.list == "number-ones":
            found.update(rule.terms[2:])
        elif rule.list.startswith("number-") and rule.list != "number-none":
            words = {term.split()[0] for term in rule.terms}
            # Of "k" and "m" there are too many; in a figure they stand behind digits.
            found.update(word for word in words if len(word) > 1)
    return frozenset(found)


def _has_quote(draft: Draft, unit: Unit) -> bool:
    return any(quote.span.overlaps(unit.span) for quote in draft.segmentation.quotes)


def _has_running_quote(draft: Draft, unit: Unit) -> bool:
    """Whether a quotation goes on in it that began in a sentence before."""
    return any(
        quote.span.start < unit.span.start < quote.span.end for quote in draft.segmentation.quotes
    )


def _is_unspoken(draft: Draft, unit: Unit) -> bool:
    """Whether nobody who is named or told of in the paragraph is said to speak these words."""
    paragraph = draft.segmentation.paragraphs[unit.paragraph].span
    return not any(
        found.source is not None
        and paragraph.covers(found.source.span)
        and any(part.overlaps(unit.span) for part in found.content)
        for found in (resolved.attribution for resolved in draft.attributions)
    )


def _has_source(draft: Draft, unit: Unit) -> bool:
    return bool(_attributions(draft, unit))


def _has_unnamed_source(draft: Draft, unit: Unit) -> bool:
    """Whether somebody speaks whom readers could not find, alone or beside others."""
    return any(
        link.source_class in UNNAMED
        for resolved in _attributions(draft, unit)
        for link in resolved.chain
    )


def _attributions(draft: Draft, unit: Unit) -> Sequence[ResolvedAttribution]:
    """Those with a source that touch the sentence."""
    here = sentence_at(draft, unit.span.start)
    near = () if here is None else attributions_near(draft, here, here)
    return [item for item in near if item.attribution.source is not None]


_NEEDS: Mapping[LearnedNeed, Callable[[Draft, Unit], bool]] = {
    "figure": _has_figure,
    "quote": _has_quote,
    "running-quote": _has_running_quote,
    "unspoken": _is_unspoken,
    "source": _has_source,
    "unnamed-source": _has_unnamed_source,
}
