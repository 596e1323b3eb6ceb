"""Find who is said to have said what: one article's attributions, by the tagger and by rules."""

from attrib.extract.attributions import extract
from attrib.extract.tagger import Tagger, load_tagger

__all__ = ["Tagger", "extract", "load_tagger"]
