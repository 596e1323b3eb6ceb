"""From files to articles: one immutable text each, and the way back to the raw file."""

from attrib.ingest.articles import NOT_ENGLISH, make_article, mend_surrogates, tell_other_languages
from attrib.ingest.doubles import one_an_id, say_clash
from attrib.ingest.reading import FUNCTION_WORDS, read_paths

__all__ = [
    "FUNCTION_WORDS",
    "NOT_ENGLISH",
    "make_article",
    "mend_surrogates",
    "one_an_id",
    "read_paths",
    "say_clash",
    "tell_other_languages",
]
