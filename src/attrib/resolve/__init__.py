"""Who each source is: in one article, and across articles."""

from attrib.resolve.sources import resolve

__all__ = ["resolve"]
