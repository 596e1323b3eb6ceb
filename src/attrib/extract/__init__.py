"""Find who is said to have said what: one article's attributions, by rules."""

from attrib.extract.attributions import extract

__all__ = ["extract"]
