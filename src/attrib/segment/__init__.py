"""Articles cut into paragraphs, sentences and quotes."""

from __future__ import annotations

from attrib.records import Article, Segmentation
from attrib.rulebook import Rulebook
from attrib.segment.furniture import tag_paragraphs
from attrib.segment.paragraphs import find_blocks
from attrib.segment.quotes import find_quotes
from attrib.segment.sentences import find_sentences

__all__ = ["segment"]


def segment(article: Article, rulebook: Rulebook) -> Segmentation:
    """Paragraphs, sentences and outer quotes of `article`, in reading order; never raises.

    Every character but space lies in exactly one paragraph, and in a prose or headline
    paragraph in exactly one sentence. Time grows with the length of the text alone.
    """
    paragraphs = tag_paragraphs(article, find_blocks(article), rulebook)
    quotes = find_quotes(article.text, paragraphs, rulebook, article.block_quotes)
    sentences = find_sentences(article.text, paragraphs, quotes, rulebook)
    return Segmentation(article, paragraphs, sentences, quotes)
