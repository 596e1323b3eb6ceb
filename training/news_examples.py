"""The pairs from which the pair model learns news: what is written for it, and what it knows.

(text, text, label) as elsewhere; of a pair labelled KEPT only what the network said before
training counts, so that nothing of the general sets is unlearned.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from matters import of_matters
from minimal_pairs import APART, CLASH, CONTRADICTION, Pair
from pair_examples import Material, from_headlines, from_sentences
from written import FIRST_KIND, read_disputes, read_figures

KEPT = -1
TIMES = 2
"""How often each written pair comes in an epoch."""
_KEPT = {"general": 6000, "headlines": 1500, "documents": 600, "sentences": 1000}
_CLASHES = {"matters": 3500, "headlines": 3000, "documents": 1200, "general": 3000}
_LABELLED, _NEIGHBOURS = 1800, 2500


def make_news_epoch(material: Material, random: Random) -> list[Pair]:
    """One epoch's pairs, shuffled, half of those with a label the other way round."""

    def some(pairs: Iterable[Pair], most: int) -> list[Pair]:
        listed = list(pairs)
        return random.sample(listed, min(most, len(listed)))

    def headlines() -> list[Pair]:
        return list(from_headlines(material.headlines, random))

    kept = some(material.general, _KEPT["general"])
    kept += some(headlines(), _KEPT["headlines"])
    kept += some(material.documents, _KEPT["documents"])
    kept += some(from_sentences(material.sentences, random), _KEPT["sentences"])
    clashes = some(of_matters(material.matters, random), _CLASHES["matters"])
    clashes += as_clashes(some(headlines(), _CLASHES["headlines"]))
    clashes += as_clashes(some(material.documents * 2, _CLASHES["documents"]))
    clashes += as_clashes(some(material.general, _CLASHES["general"]))
    clashes += some(material.labelled, _LABELLED) + some(material.neighbours, _NEIGHBOURS)
    written = [*read_disputes(), *read_figures()] * TIMES
    pairs = [(one, other, KEPT) for one, other, _ in kept]
    pairs += [
        (other, one, label) if random.random() < 0.5 else (one, other, label)
        for one, other, label in clashes + written
    ]
    random.shuffle(pairs)
    return pairs


def as_clashes(pairs: Iterable[Pair]) -> list[Pair]:
    """The same pairs, a contradiction as a clash."""
    return [(one, two, CLASH if label == CONTRADICTION else APART) for one, two, label in pairs]


def is_clash(label: int) -> bool:
    """Whether a pair clashes by its label: a dispute, or figures that differ."""
    return label in (CLASH, FIRST_KIND)
