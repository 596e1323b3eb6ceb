"""Kind "crowd": a claim laid to people whom nobody could find or count.

"Critics say", "regarded by many scholars as", "there are those who": looks at the words, so that
a crowd is seen in a tag, a passive and a participle alike. Silent where the crowd is narrowed or
counted ("doctors at Elm Road", "two of five economists"), and where one of it speaks by name in
the next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.check.crowd_shapes import Crowd, Shape, crowd_shapes, view_shapes
from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    attributions_near,
    in_headline,
    is_silent,
    sentence_at,
)
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import paraphrased_words
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

# How far before the crowd what narrows it may stand, in characters.
_BEFORE = 40
_MEMBER = frozenset({"NEX", "NPA", "NIN", "ORG"})
_NARROWER = re.compile(
    r"\s+(?:at|from|of|with|for|to|on|in)\s+(?:the\s+)?[A-Z]"
    r"|,?\s+(?:who|whose|including|such as|like)\b"
)
_NAME = re.compile(r"[A-Z][\w.’'-]+ [A-Z][\w’'-]+")
# "Ann Price, a biologist at Tarn University, counted 40": a case, though she says nothing.
_INTRODUCED = re.compile(r"(?:Dr\.?\s|Prof\.?\s)?[A-Z][\w.’'-]+ [A-Z][\w’'-]+, (?:an?|who|the)\b")
_LEAD_IN = re.compile(
    r"(?:^|[.!?,;:—–(-]\s*|\b(?:and|but|while|as|that|though|although|so|what|because|if|when|since|which)\s+)$",
    re.I,
)


def find_crowds(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first mention of each crowd, outside quotation marks."""
    options = read_options(rule, Crowd)
    seen: set[str] = set()
    told: set[int] = set()
    for span, here, key in sorted(_find_crowds(draft, options)):
        if key in seen or here in told:
            continue
        seen.add(key)
        told.add(here)
        if not _is_backed(draft, here, options.lead):
            yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _find_crowds(draft: Draft, options: Crowd) -> Iterator[tuple[Span, int, str]]:
    text = draft.text.lower()
    shapes = view_shapes(options, draft.rulebook)
    if any(noun in text for noun in options.nouns):
        shapes += crowd_shapes(options, draft.rulebook)
    for shape in shapes:
        yield from _find_shape(draft, shape)
    for span, here in paraphrased_words(draft, compile_phrases(options.phrases, draft.rulebook)):
        yield span, here, span.of(draft.text).lower()


def _find_shape(draft: Draft, shape: Shape) -> Iterator[tuple[Span, int, str]]:
    for match in shape.pattern.finditer(draft.text):
        span = Span(match.start() + len(match[0]) - len(match[0].lstrip(",”\"’' ")), match.end())
        here = sentence_at(draft, span.start)
        if here is None or is_silent(draft, span) or in_headline(draft, span.start):
            continue
        # "She opposes the bill. Some say": no shape runs on into the next sentence.
        if span.end > draft.segmentation.sentences[here].span.end:
            continue
        if not _is_narrowed(draft, match, here, fronted=shape.is_fronted):
            yield span, here, match["crowd"].lower()


def _is_narrowed(draft: Draft, match: re.Match[str], here: int, *, fronted: bool) -> bool:
    """Whether a word beside the crowd says which ones, or another source says that it says so."""
    text = draft.text
    after = text[match.end("crowd") : match.end("crowd") + _BEFORE]
    if _NARROWER.match(after):
        return True
    start = max(match.start() - _BEFORE, draft.segmentation.sentences[here].span.start)
    # "City critics", "the critics", "five experts": what stands before is no opening of a clause.
    if fronted and _LEAD_IN.search(text[start : match.start()]) is None:
        return True
    return any(
        found.attribution.cue is not None
        and found.attribution.source is not None
        and found.attribution.cue.span.end <= match.start()
        and any(part.overlaps(Span(*match.span())) for part in found.attribution.content)
        for found in attributions_near(draft, here, here)
    )


def _is_backed(draft: Draft, here: int, lead: int) -> bool:
    """Whether a named member speaks in the next sentence, or the one after in the paragraph."""
    sentences = draft.segmentation.sentences
    last = here + 1
    if last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[here].paragraph:
        last += 1
    if any(_is_member(found) for found in attributions_near(draft, here + 1, last)):
        return True
    if here + 1 < len(sentences) and _INTRODUCED.match(draft.text, sentences[here + 1].span.start):
        return True
    return here < draft.body_start + lead and any(
        _is_member(found) and found.chain[-1].source_class == "NEX"
        for found in attributions_near(draft, here + 1, len(sentences) - 1)
    )


def _is_member(found: ResolvedAttribution) -> bool:
    """Whether a person is introduced who may be one of the crowd: "Ida Moss, an economist"."""
    source = found.attribution.source
    if source is None or not found.chain or found.chain[-1].source_class not in _MEMBER:
        return False
    if found.chain[-1].source_class == "NEX" and _NAME.fullmatch(source.text):
        return True
    return "," in source.text and not source.text.lower().startswith(("the ", "its ", "their "))
