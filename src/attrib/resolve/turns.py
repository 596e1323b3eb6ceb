"""Turns of a transcript: "MOSS: It was late." stands without quotation marks."""

from __future__ import annotations

from attrib.records import Attribution


def is_turn(attribution: Attribution, text: str) -> bool:
    """Whether an attribution is a label with a colon and the labelled one's words, unmarked."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or cue.text != ":" or attribution.voice != "direct":
        return False
    return source.span.end <= cue.span.start and text[attribution.content[0].start].isalnum()
