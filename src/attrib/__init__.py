"""attrib: who says so, how well is that shown, and does anyone say otherwise?"""

from attrib.version import __version__

__all__ = ["__version__"]
