"""Every source as it is shown: what kind, how described, why unresolved, what it says where."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attrib.records import Claim, Grade, Source
from attrib.report.articles import sort_articles
from attrib.report.claims import ClaimView, view_claim
from attrib.report.index import Index
from attrib.report.phrasing import name_article
from attrib.report.words import Words


@dataclass(frozen=True, slots=True)
class Related:
    """Another source, by id and name: an affiliation, a member, a joint statement."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ReversalView:
    """Two claims of one source that cannot both hold."""

    one: ClaimView
    other: ClaimView
    reason: str


@dataclass(frozen=True, slots=True)
class Described:
    """How articles introduce a source: the words, and each outlet with a claim that has them."""

    words: str
    places: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """Whose words a source passes on, or who passes on its own, in how many claims."""

    other: Related
    claims: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in words. `says` has its claims in order of article and place.

    `denies` are those of `says` that it rejects, `holds` the others by article, in reading order.
    `called` are the names it goes by besides its own. `grades` are the best and
    the worst of them, one where they are the same, none where nothing is graded.
    """

    source: Source
    kind: str
    affiliation: Related | None
    members: tuple[Related, ...]
    statements: tuple[Related, ...]
    affiliates: tuple[Related, ...]
    says: tuple[ClaimView, ...]
    outlets: tuple[str, ...]
    articles: tuple[Related, ...]
    """The articles it is quoted in, by id and the outlet's name."""
    reversals: tuple[ReversalView, ...]
    denies: tuple[ClaimView, ...]
    holds: tuple[tuple[ClaimView, ...], ...]
    called: tuple[str, ...]
    grades: tuple[Grade, ...]
    described: tuple[Described, ...]
    relays: tuple[Hop, ...]
    relayed_by: tuple[Hop, ...]


def view_sources(index: Index, words: Words) -> tuple[SourceView, ...]:
    """All sources: the most cited first, those nobody could identify last."""
    views = (_view_source(source, index, words) for source in index.sources.values())
    return tuple(
        sorted(
            views,
            key=lambda view: (
                not view.source.resolved,
                -len(view.says),
                view.source.name.casefold(),
                view.source.id,
            ),
        )
    )


def _view_source(source: Source, index: Index, words: Words) -> SourceView:
    claims = index.by_source.get(source.id, ())
    says = [view_claim(claim, index, words) for claim in claims]
    grades = sorted(view.grade for view in says if view.grade)
    return SourceView(
        source,
        words.of_class(source.source_class).name,
        _related(index.sources.get(source.affiliation or "")),
        tuple(filter(None, (_related(index.sources.get(item)) for item in source.members))),
        tuple(filter(None, map(_related, index.statements.get(source.id, ())))),
        tuple(filter(None, map(_related, index.affiliates.get(source.id, ())))),
        tuple(says),
        tuple(sorted({view.outlet for view in says})),
        tuple(
            Related(article.id, name_article(article))
            for article in sort_articles(
                index.articles[key] for key in {view.claim.article for view in says}
            )
        ),
        tuple(
            ReversalView(
                view_claim(index.claims[item.claims[0]], index, words),
                view_claim(index.claims[item.claims[1]], index, words),
                item.reason,
            )
            for item in index.analysis.reversals
            if item.source == source.id and all(claim in index.claims for claim in item.claims)
        ),
        tuple(view for view in says if is_denial(view.claim)),
        _by_article((view for view in says if not is_denial(view.claim)), index),
        _find_names(source),
        tuple(dict.fromkeys((*grades[:1], *grades[-1:]))),
        tuple(_find_descriptions(source, says)),
        _find_hops(source, index, 1),
        _find_hops(source, index, -1),
    )


def is_denial(claim: Claim) -> bool:
    """Whether its source rejects what the claim states."""
    return claim.stance == "denies" or claim.polarity == "deny"


def _by_article(says: Iterable[ClaimView], index: Index) -> tuple[tuple[ClaimView, ...], ...]:
    groups: defaultdict[str, list[ClaimView]] = defaultdict(list)
    for view in says:
        groups[view.claim.article].append(view)
    order = sort_articles(index.articles[key] for key in groups)
    return tuple(tuple(groups[article.id]) for article in order)


def _find_descriptions(source: Source, says: Sequence[ClaimView]) -> Iterable[Described]:
    """Each wording that says more than the name, with the articles that have it; first the one
    that most outlets have.

    Sources that nobody could identify are called by their wording already.
    """
    if not source.resolved:
        return
    found: dict[str, dict[str, ClaimView]] = {}
    shown: dict[str, str] = {}
    for view in says:
        mention = view.claim.source
        if mention is None or mention.id != source.id:
            continue
        told = " ".join(mention.text.split()).rstrip(",;:")
        key = _fold(told)
        if _says_more(key, source):
            shown.setdefault(key, told)
            found.setdefault(key, {}).setdefault(view.claim.article, view)
    fullest = " ".join(source.description.split())
    if _says_more(_fold(fullest), source) and _fold(fullest) not in found:
        yield Described(fullest, ())
    for key in sorted(found, key=lambda key: (-len(found[key]), key)):
        yield Described(shown[key], tuple(found[key].values()))


def _says_more(key: str, source: Source) -> bool:
    known = set(_fold(source.name).split())
    more = [word for word in key.split() if word not in known]
    # "Mr Moss" introduces nobody.
    return len(key.split()) > 1 and any(len(word) > _SHORT for word in more)


def _find_names(source: Source) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for alias in source.aliases:
        if _is_name(alias, source):
            names.setdefault(_fold(alias), alias)
    return tuple(names.values())


def _is_name(alias: str, source: Source) -> bool:
    """Whether an alias is another name; most are the words of one mention or another."""
    key = _fold(alias)
    is_pronoun = key in _PRONOUNS and not (alias.isupper() and len(alias) > 1)
    return (
        bool(key) and not is_pronoun and key != _fold(source.name) and not _says_more(key, source)
    )


_SHORT = 3
"""Letters of a title that says nothing of a person: "Mr", "Mrs", "Sir"."""
_PRONOUNS = frozenset((
    "he", "she", "it", "they", "who", "whom", "which", "that", "we", "i", "you", "him", "her",
    "his", "them", "us", "me", "its", "their", "our", "my", "this", "these", "those", "both", "one",
))  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|an?) ")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_ACCENT = re.compile("[\u0300-\u036f]")


def _fold(words: str) -> str:
    """What two wordings that are one share: no case, accent, mark, possessive, leading article."""
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", words.casefold()))
    bare = re.sub(r"[^\w\s-]", " ", _POSSESSIVE.sub("", plain))
    return _ARTICLE.sub("", " ".join(bare.split()))


def _find_hops(source: Source, index: Index, step: int) -> tuple[Hop, ...]:
    """Those who stand behind (1) or before (-1) a source in chains, most claims first.

    Whoever could not be identified is left out: "he" passes nothing on.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for claim in index.by_source.get(source.id, ()):
        names = {link.id: link.name for link in claim.chain}
        ids = list(names)
        place = ids.index(source.id) + step if source.id in names else -1
        other = index.sources.get(ids[place]) if 0 <= place < len(ids) else None
        if other is not None and other.resolved:
            counts[other.id, names[other.id]] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    return tuple(Hop(Related(other, name), number) for (other, name), number in ranked)


def _related(source: Source | None) -> Related | None:
    return Related(source.id, source.name) if source else None
