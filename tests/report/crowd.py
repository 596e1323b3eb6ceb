"""Stories of any size, by hand: articles, and claims that give one value each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from building import digest, make_article, make_claim, make_segmentation, make_source, make_strength

from attrib.records import (
    Analysis,
    Article,
    Claim,
    Cluster,
    Contest,
    ContestKind,
    Grade,
    Side,
    Source,
)

_GRADES: dict[str, Grade] = {"A": "A", "B": "B", "C": "C", "D": "D", "E": "E"}


def make_story(
    *given: tuple[str, str | None, str, str], kind: ContestKind = "figure", label: str = "How many?"
) -> Analysis:
    """One contested matter. Each of `given` is outlet, date, source and value, an article a tuple;
    an empty source is the outlet's own voice. "a|b" are two values in one article."""
    articles: list[Article] = []
    claims: list[tuple[str, Claim]] = []
    sources: dict[str, Source] = {}
    for place, (outlet, published, name, told) in enumerate(given):
        sentences = [
            f"{name or 'Nobody'} said in piece {place} that it was {value}."
            for value in told.split("|")
        ]
        article = replace(
            make_article(f"piece {place}", " ".join(sentences)),
            outlet=outlet,
            published=published,
        )
        articles.append(article)
        for value, sentence in zip(told.split("|"), sentences, strict=True):
            source = sources.setdefault(name, make_source(name, "ORG", article)) if name else None
            strength = make_strength(50, "C", "an organisation") if name else None
            claims.append((value, make_claim(article, sentence, source=source, strength=strength)))
    cluster = Cluster(digest("cluster", label), tuple(sorted(c.id for _, c in claims)), label)
    values = list(dict.fromkeys(value for value, _ in claims))
    sides = tuple(
        Side(value, tuple(claim.id for mine, claim in claims if mine == value), (), ())
        for value in values
    )
    contest = Contest(digest("contest", label), cluster.id, kind, label, sides, 0.9, "They differ.")
    return gather(articles, [claim for _, claim in claims], sources.values(), [cluster], [contest])


def make_matters(n_matters: int, n_sources: int, n_outlets: int = 2) -> Analysis:
    """Matters that nobody contests, each told by every source in every outlet."""
    articles: list[Article] = []
    sources = [make_source(f"Source {number:02}", "ORG") for number in range(n_sources)]
    claims: dict[int, list[Claim]] = {number: [] for number in range(n_matters)}
    for outlet in range(n_outlets):
        told = [
            (matter, source, f"{source.name} said that matter {matter:03} is so.")
            for matter in range(n_matters)
            for source in sources
        ]
        article = replace(
            make_article(f"paper {outlet}", " ".join(sentence for _, _, sentence in told)),
            outlet=f"Paper {outlet}",
            published=f"2031-05-{outlet % 28 + 1:02}",
        )
        articles.append(article)
        for matter, source, sentence in told:
            strength = make_strength(65, "B", "named")
            claims[matter].append(make_claim(article, sentence, source=source, strength=strength))
    clusters = [
        Cluster(digest("matter", str(matter)), tuple(sorted(claim.id for claim in mine)),
                f"Matter {matter:03}")
        for matter, mine in claims.items()
    ]  # fmt: skip
    return gather(
        articles, [claim for mine in claims.values() for claim in mine], sources, clusters
    )


def make_graded(*articles: tuple[str, str]) -> Analysis:
    """Articles by outlet, each with one claim for each letter; a dot is the outlet's own voice."""
    made: list[Article] = []
    claims: list[Claim] = []
    source = make_source("The board", "ORG")
    for place, (outlet, letters) in enumerate(articles):
        grades = [None if letter == "." else _GRADES[letter] for letter in letters]
        sentences = [f"The board said thing {number:04} of piece {place}." for number in
                     range(len(grades))]  # fmt: skip
        article = replace(
            make_article(f"graded {place}", " ".join(sentences) or "Nothing."),
            outlet=outlet,
            published=f"2031-05-{place % 28 + 1:02}",
        )
        made.append(article)
        claims += [
            make_claim(
                article,
                sentence,
                source=source if grade else None,
                strength=make_strength(50, grade, "an organisation") if grade else None,
            )
            for sentence, grade in zip(sentences, grades, strict=True)
        ]
    return gather(made, claims, [source], [])


def gather(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    sources: Iterable[Source],
    clusters: Iterable[Cluster],
    contests: Iterable[Contest] = (),
) -> Analysis:
    made = tuple(sorted(articles, key=lambda item: item.id))
    return Analysis(
        articles=made,
        claims=tuple(sorted(claims, key=lambda item: (item.article, item.start, item.id))),
        sources=tuple(sorted(sources, key=lambda item: item.id)),
        clusters=tuple(sorted(clusters, key=lambda item: item.id)),
        contests=tuple(contests),
        segmentations=tuple(make_segmentation(article) for article in made),
    )
