"""The nouns of attrib: frozen records that the stages hand to one another.

Every position is a `Span`: half-open, counted in Unicode code points, always in
`Article.text`. Sequences are tuples, so that a record can be shared and hashed.
Nothing here imports a stage; the stages meet only as these records.
"""

from __future__ import annotations

from attrib.records.analysis import (
    Analysis,
    Cluster,
    Contest,
    ContestKind,
    Event,
    Relation,
    Reversal,
    Side,
)
from attrib.records.attribution import (
    Attribution,
    ChainLink,
    Cue,
    Extraction,
    Mention,
    Modality,
    Resolution,
    ResolvedAttribution,
    Source,
    SourceClass,
    Stance,
    Tone,
    Voice,
)
from attrib.records.claim import Agreement, Claim, ClaimSource, Factor, Grade, Polarity, Strength
from attrib.records.finding import (
    Diagnostic,
    DifferenceKind,
    Field,
    Level,
    Place,
    QuoteCheck,
    QuoteVerdict,
    Severity,
    WordDifference,
)
from attrib.records.text import (
    Article,
    Corpus,
    Paragraph,
    ParagraphKind,
    Problem,
    Quote,
    RawMap,
    Segmentation,
    Sentence,
    Span,
)

__all__ = [
    "Agreement",
    "Analysis",
    "Article",
    "Attribution",
    "ChainLink",
    "Claim",
    "ClaimSource",
    "Cluster",
    "Contest",
    "ContestKind",
    "Corpus",
    "Cue",
    "Diagnostic",
    "DifferenceKind",
    "Event",
    "Extraction",
    "Factor",
    "Field",
    "Grade",
    "Level",
    "Mention",
    "Modality",
    "Paragraph",
    "ParagraphKind",
    "Place",
    "Polarity",
    "Problem",
    "Quote",
    "QuoteCheck",
    "QuoteVerdict",
    "RawMap",
    "Relation",
    "Resolution",
    "ResolvedAttribution",
    "Reversal",
    "Segmentation",
    "Sentence",
    "Severity",
    "Side",
    "Source",
    "SourceClass",
    "Span",
    "Stance",
    "Strength",
    "Tone",
    "Voice",
    "WordDifference",
]
