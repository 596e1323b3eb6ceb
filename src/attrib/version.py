"""The version of attrib, in one place."""

__version__ = "0.1.0"
