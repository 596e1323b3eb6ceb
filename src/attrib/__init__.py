"""attrib: who says so, how well is that shown, and does anyone say otherwise?"""

__version__ = "0.1.0"
