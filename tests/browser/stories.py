"""The pages that are looked at: the invented mill, the examples, an attack, and real events."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from hostile import make_hostile
from mill import make_analysis

import attrib
from attrib.report import render
from attrib.settings import load_settings

ROOT = Path(__file__).parent.parent.parent
INVENTED = ("mill", "hostile", "examples")
# Of the events whose articles contradict one another, those with the least to read.
EVENTS = (
    "chicagos-apple-store-has-a-falling-ice-p-25",
    "tourist-boat-hits-bridge-in-germany-2",
    "berlin-sets-up-new-years-eve-safe-zone-f-21",
    "boko-haram-21-schoolgirls-freed-66",
    "harambe-67",
)
STORIES = (*INVENTED, *EVENTS)


@cache
def page_of(story: str) -> str:
    """The page of one of STORIES; skips the test where an event is not at hand."""
    if story == "mill":
        return render(make_analysis(), "html")
    if story == "hostile":
        return render(make_hostile(), "html")
    return render(_read(story), "html")


def _read(story: str) -> attrib.Analysis:
    if story == "examples":
        path = ROOT / "examples"
        return attrib.analyze(attrib.read(path, settings=load_settings(path)))
    folder = os.environ.get("ATTRIB_DATA")
    event = Path(folder or "", "events", "news_cluster", f"{story}.jsonl")
    if not folder or not event.is_file():
        pytest.skip("no data: ATTRIB_DATA names no folder with this event")
    return attrib.analyze(attrib.read(event))
