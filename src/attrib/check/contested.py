"""What speaks against a claim, found without embeddings: a denial of it, or another figure.

Words decide which claims are on one matter; two that share few words are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from attrib.check.words import Vocabulary, share, span_stems
from attrib.records import Article, Claim

Clash = Callable[[str, str], str | None]
"""Two texts on one matter -> the figures that cannot both hold, in words, or None."""

# Denials and figures held against the other claims: bounds the work on a text of nothing else.
_MOST = 40
# Fewer words than this are shared by any two sentences on one matter, names above all.
_FEWEST_SHARED = 3
_ANSWERED = 0.6
"""Share of a denial's content words that the claim it answers must hold."""
_ON_ONE_MATTER = 0.5
"""The same of the claim with fewer words, for two that give figures."""


@dataclass(frozen=True, slots=True)
class Contested:
    """The claim that speaks against another, where it stands, and how, in words."""

    by: Claim
    article: Article
    reason: str


Placed = tuple[Claim, Article]
_Worded = tuple[Claim, Article, frozenset[str]]


def find_contested(
    claims: Sequence[Placed], vocabulary: Vocabulary, clash: Clash | None = None
) -> Mapping[str, Contested]:
    """What speaks against each claim, by its id; the first in the order of `claims`.

    A denial contests what it denies, and whoever says that contests the denial. Without
    `clash` figures are not compared.
    """
    denials = [item for item in claims if item[0].polarity == "deny"][:_MOST]
    figures = [item for item in claims if clash is not None and _has_figure(*item)][:_MOST]
    if not denials and len(figures) < 2:
        return {}
    contested: dict[str, Contested] = {}
    for denial, claim in _find_denied(list(_word(denials, vocabulary)), claims, vocabulary):
        contested.setdefault(claim[0].id, Contested(*denial[:2], "another source denies it"))
        contested.setdefault(denial[0].id, Contested(*claim[:2], "another source says so"))
    for one, other in combinations(_word(figures, vocabulary), 2):
        reason = _find_clash(one, other, clash) if clash is not None else None
        if reason is not None:
            contested.setdefault(one[0].id, Contested(*other[:2], reason))
            contested.setdefault(other[0].id, Contested(*one[:2], reason))
    return contested


def _find_denied(
    denials: Sequence[_Worded], claims: Iterable[Placed], vocabulary: Vocabulary
) -> Iterator[tuple[_Worded, _Worded]]:
    for claim in _word(claims, vocabulary) if denials else ():
        if claim[0].polarity == "deny":
            continue
        for denial in denials:
            shared = denial[2] & claim[2]
            if _has_one_voice(denial[0], claim[0]) or len(shared) < _FEWEST_SHARED:
                continue
            if share(denial[2], claim[2]) >= _ANSWERED:
                yield denial, claim
                break


def _find_clash(one: _Worded, other: _Worded, clash: Clash) -> str | None:
    shared = one[2] & other[2]
    if _has_one_voice(one[0], other[0]) or len(shared) < _FEWEST_SHARED:
        return None
    if len(shared) < _ON_ONE_MATTER * min(len(one[2]), len(other[2])):
        return None
    return clash(one[0].text, other[0].text)


def _word(claims: Iterable[Placed], vocabulary: Vocabulary) -> Iterator[_Worded]:
    for claim, article in claims:
        yield claim, article, span_stems(article.text, claim.content, vocabulary)


def _has_one_voice(one: Claim, other: Claim) -> bool:
    if one.source is None or other.source is None:
        return one.source is None and other.source is None and one.article == other.article
    return one.source.id == other.source.id


def _has_figure(claim: Claim, article: Article) -> bool:
    # Numbers in words are left to the comparison of whole articles.
    text = "".join(islice((c for span in claim.content for c in span.of(article.text)), 2000))
    return claim.modality == "actual" and any(char.isdigit() for char in text)
