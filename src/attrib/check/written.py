"""What shows that quoted words were written, without any word that says so.

A firm, a ministry or a family has no one voice: what it "said" in whole sentences, somebody
drafted. "The Board" with a capital is seen, not heard. And "the letter ends ...", where no letter
was told of before, tells of the quotes above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrib.check.draft import Draft, attributions_near, is_silent
from attrib.check.heads import head_end
from attrib.check.matching import Searcher
from attrib.check.scanning import first_of
from attrib.records import Quote, Span

_WORDS = re.compile(r"[^\W_]+")
_LONG = 7
"""So many words are a sentence that somebody drafted, not an exclamation passed on."""


def is_by_body(draft: Draft, here: int, quote: Quote, bodies: Searcher | None) -> bool:
    """Whether whoever is said to say the whole quote is a firm, an office or a family."""
    if bodies is None or len(_WORDS.findall(quote.inner.of(draft.text))) < _LONG:
        return False
    for resolved in attributions_near(draft, here, here):
        source, cue = resolved.attribution.source, resolved.attribution.cue
        if source is None or cue is None or resolved.attribution.medium is not None:
            continue
        # Within the quote somebody else may speak: "The Company rejects any suggestion ...".
        if is_silent(draft, first_of(source.span)):
            continue
        if not any(part.overlaps(quote.inner) for part in resolved.attribution.content):
            continue
        end = head_end(draft.text, source.span)
        if any(match.end() == end for match in bodies.finditer(draft.text, source.span.start, end)):
            return True
    return False


def find_named_after(
    draft: Draft,
    quoted: Mapping[int, Sequence[Quote]],
    media: Searcher | None,
    pointing: Searcher | None,
    heard: Searcher | None,
) -> Iterator[tuple[int, Span]]:
    """The last quote above a letter that nobody told of before, and the words for the letter."""
    for match in pointing.finditer(draft.text) if pointing else ():
        span = Span(*match.span())
        if is_silent(draft, span):
            continue
        if media is not None and media.search(draft.text, 0, span.start) is not None:
            return
        sentences = draft.segmentation.sentences
        for here in sorted(quoted, reverse=True):
            if sentences[here].span.end > span.start:
                continue
            # Where somebody speaks to a crowd is often told in the sentence before.
            start, end = sentences[max(here - 1, 0)].span.start, sentences[here].span.end
            if heard is None or heard.search(draft.text, start, end) is None:
                yield here, span
                return
        return
