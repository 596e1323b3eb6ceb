"""What is contested: claims on one matter, and the voices that cannot all be right."""

from attrib.compare.comparison import Comparison, compare
from attrib.compare.embedders import Embedder, lazy_embedder, load_embedder
from attrib.compare.events import find_events
from attrib.compare.pairs import lazy_reader
from attrib.compare.relations import relate

__all__ = [
    "Comparison",
    "Embedder",
    "compare",
    "find_events",
    "lazy_embedder",
    "lazy_reader",
    "load_embedder",
    "relate",
]
