"""From files to articles: one immutable text each, and the way back to the raw file."""

from attrib.ingest.articles import make_article
from attrib.ingest.reading import read_paths

__all__ = ["make_article", "read_paths"]
