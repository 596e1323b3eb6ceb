"""The mill fire as somebody would write it who wants the report to act."""

from __future__ import annotations

from dataclasses import replace

from building import digest, make_article, make_claim, make_source, make_strength
from mill import make_analysis

from attrib.records import Analysis, Article, Contest, Problem, Side, Source

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}</style></title>"
TEXT = (
    f"{EVIL} said <b onload=alert(3)>the alarms worked</b>. "
    '<a href="javascript:alert(4)">Halden</a> said nothing.\x1b[31m\x00'
)


def make_hostile() -> Analysis:
    analysis = make_analysis()
    article = replace(
        make_article("evil", TEXT),
        id=digest("evil"),
        path=f"{EVIL}.txt",
        outlet=EVIL,
        title=EVIL,
        published=EVIL,
        url="javascript:alert(5)",
        language='en" onload="alert(6)',
    )
    source = replace(
        make_source(EVIL, "ORG", article),
        description=EVIL,
        role=EVIL,
        aliases=(EVIL,),
        reason=EVIL,
    )
    claim = replace(
        make_claim(
            article,
            TEXT[: TEXT.index(" <a href")],
            "<b onload=alert(3)>the alarms worked</b>",
            source=source,
            cue="said",
            strength=make_strength(50, "C", EVIL, EVIL),
        ),
        text=EVIL,
    )
    side = Side(EVIL, (claim.id,), (source.id,), (EVIL,), 1, EVIL)
    contest = Contest(digest("evil", "contest"), "k", "denial", EVIL, (side, side), 1.0, EVIL)
    return replace(
        analysis,
        articles=(*analysis.articles, article),
        claims=(*analysis.claims, claim),
        sources=(*analysis.sources, source),
        contests=(*analysis.contests, contest),
        problems=(Problem(EVIL, EVIL),),
        events=(replace(analysis.events[0], label=EVIL),),
    )


TURNED = "\u202eyadretsey\u2066 \u202bdetceted \u202d"
"""Overrides of direction, and none of them closed."""
HEBREW = "חדשות 12"


def make_turned() -> Analysis:
    """Names, headlines and words that would turn the order of what stands around them."""
    analysis = make_analysis()
    articles = tuple(
        replace(article, outlet=f"{HEBREW}{TURNED}", title=f"{TURNED}{HEBREW}")
        for article in analysis.articles
    )
    sources = tuple(
        replace(source, description=f"{HEBREW} 7", role=TURNED) for source in analysis.sources
    )
    contests = tuple(
        replace(contest, label=f"{HEBREW}{TURNED}", reason=f"{TURNED}{HEBREW}")
        for contest in analysis.contests
    )
    return replace(analysis, articles=articles, sources=sources, contests=contests)


def make_worded(text: str) -> Analysis:
    """The mill with one more article that says `text`, and a claim of all of it."""
    analysis = make_analysis()
    article: Article = make_article("worded", text)
    source: Source = make_source("worded", "ORG", article)
    claim = make_claim(article, text, strength=make_strength(50, "C", "made up"))
    claim = replace(claim, source=None, chain=(), voice="indirect", stance="asserts")
    return replace(
        analysis,
        articles=(*analysis.articles, article),
        claims=(*analysis.claims, claim),
        sources=(*analysis.sources, source),
    )
