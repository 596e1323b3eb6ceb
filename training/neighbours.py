"""Claims of one article, or of articles on one event, that stand near each other in meaning.

Hardly any two of them clash (readers found about 1 in 12 even among those that an earlier model
called a contradiction), so all are taken as apart. No set made for training holds such pairs,
and all that attrib asks its model about are such pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrib
from attrib.compare.candidates import find_neighbours
from attrib.compare.embedders import load_embedder
from attrib.compare.scene import is_comparable
from attrib.compare.statements import state
from attrib.compare.word_lists import read_lexicon
from attrib.pipeline import read_claims
from attrib.rulebook import load_rulebook
from minimal_pairs import APART, Pair

EVENTS = (
    "apple-removed-telegram-57",
    "berlin-sets-up-new-years-eve-safe-zone-f-21",
    "boko-haram-21-schoolgirls-freed-66",
    "croydon-tram-trash-74",
    "elon-musk-reveals-red-tesla-roadster-bou-18",
    "erie-smashes-snowfall-record-with-flakes-6",
    "intel-smart-glass-60",
    "north-korea-hokkaido-missile-70",
    "nyc-subway-work-trains-collide-in-tunnel-4",
)
"""Event files that are trained on; the others are kept for tuning and measuring."""
_LEAST_COSINE = 0.3
_LEAST_WORDS = 3


def read_neighbours(data: Path, *, every: int = 1) -> tuple[Pair, ...]:
    """Pairs of neighbouring claims of PolNeAR's training articles, every so manyth, and EVENTS."""
    paths = sorted((data / "polnear" / "train" / "text").glob("*.txt"))[::every]
    paths += [data / "events" / "news_cluster" / f"{event}.jsonl" for event in EVENTS]
    return tuple(pair for path in paths for pair in _near(path))


def _near(path: Path) -> Iterator[Pair]:
    rulebook = load_rulebook()
    lexicon = read_lexicon(rulebook)
    articles = tuple(attrib.read([path]))
    texts = {article.id: article.text for article in articles}
    claims = [
        claim
        for claim in sorted(read_claims(articles, rulebook).claims, key=lambda claim: claim.id)
        if is_comparable(claim, lexicon) and len(claim.text.split()) >= _LEAST_WORDS
    ]
    if len(claims) < 2:
        return
    stems = [state(claim.text, lexicon).stems for claim in claims]
    vectors = load_embedder()([claim.text for claim in claims])
    for (one, other), cosine in sorted(find_neighbours(vectors, stems).items()):
        left, right = claims[one], claims[other]
        if left.article == right.article and _share(left.sentence, right.sentence):
            continue
        if cosine >= _LEAST_COSINE:
            yield (
                _show(left, texts[left.article]),
                _show(right, texts[right.article]),
                APART,
            )


def _show(claim: attrib.Claim, text: str) -> str:
    """The claim; of a denial, whose content is what is denied, the whole sentence."""
    if claim.polarity != "deny":
        return claim.text
    return " ".join(text[claim.sentence.start : claim.sentence.end].split())


def _share(one: attrib.Span, other: attrib.Span) -> bool:
    return one.start < other.end and other.start < one.end
