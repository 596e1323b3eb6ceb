"""The mill fire as somebody would write it who wants the report to act."""

from __future__ import annotations

from dataclasses import replace

from building import digest, make_article, make_claim, make_source, make_strength
from mill import make_analysis

from attrib.records import Analysis, Contest, Problem, Side

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
