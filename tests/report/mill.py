"""A small analysis made by hand: a fire at a paper mill that nobody ever heard of.

It holds what a report must be able to show: a denial, figures that differ, a relay chain,
a claim inside a claim, a joint source, an unnamed one, a pronoun nobody can be tied to,
discontinuous quotes, an outlet's own voice, page furniture, and a file that was not read.
"""

from __future__ import annotations

from dataclasses import replace

from building import (
    digest,
    make_article,
    make_claim,
    make_segmentation,
    make_source,
    make_strength,
)

from attrib.records import (
    Analysis,
    Cluster,
    Contest,
    Event,
    Problem,
    Side,
)

COURIER = """Home | News | Sport

Fire at Orsa mill hurts 12

Twelve people were hurt when fire broke out at the Orsa paper mill, the brigade said.

Inspectors accuse Halden Paper, which runs the mill, of switching off its alarms. "The system \
was off," chief inspector Ida Mork said. "We have the logs."

Halden Paper denied that the alarms were off. The mill has burned three times since 2019.

Share this article"""

LAKE_POST = """Fifteen people were injured in the mill fire, Northern Wire reported, citing a \
hospital official.

Halden Paper and the mill workers' union said in a joint statement that the site would stay \
closed. He admitted that drills had been skipped. The brigade has not said how the fire began.

People close to the company said the sirens were silent. The blaze is the worst in the valley \
in a decade."""

WIRE = """A hospital official said 15 people had been hurt. The ministry said Halden Paper had \
told inspectors the alarms worked."""


def make_analysis() -> Analysis:
    courier = replace(
        make_article("courier", COURIER),
        outlet="Brenna Courier",
        published="2031-05-06",
        url="https://courier.example/mill-fire?a=1&b=2",
    )
    post = replace(
        make_article("lake-post", LAKE_POST),
        outlet="The Lake Post",
        published="2031-05-07T09:30:00Z",
        title="Mill blaze injures 15",
    )
    wire = replace(make_article("wire", WIRE), published="2031-05-06")

    brigade = make_source("fire brigade", "ORG", courier)
    halden = replace(
        make_source("Halden Paper", "ORG", courier, post, wire),
        description="Halden Paper, which runs the mill",
        aliases=("the company",),
    )
    inspectors = make_source("inspectors", "UOR", courier, reason="no name is given")
    mork = replace(
        make_source("Ida Mork", "NOF", courier),
        role="chief inspector",
        affiliation=inspectors.id,
        description="chief inspector Ida Mork",
    )
    agency = make_source("Northern Wire", "MED", post)
    official = make_source("hospital official", "UOR", post, wire, reason="no name is given")
    union = make_source("mill workers' union", "ORG", post)
    joint = replace(
        make_source("Halden Paper and the mill workers' union", "ORG", post),
        members=tuple(sorted((halden.id, union.id))),
    )
    he = replace(
        make_source("He", None, post, reason="two people in the text could be meant"),
        resolved=False,
    )
    insiders = make_source("people close to the company", "URL", post, reason="no name is given")
    ministry = make_source("ministry", "ORG", wire)

    hurt_12 = make_claim(
        courier,
        "Twelve people were hurt when fire broke out at the Orsa paper mill, the brigade said.",
        "Twelve people were hurt when fire broke out at the Orsa paper mill,",
        source=brigade,
        mention="the brigade",
        cue="said",
        strength=make_strength(55, "C", "an organisation, no person named"),
    )
    accused = replace(
        make_claim(
            courier,
            "Inspectors accuse Halden Paper, which runs the mill, of switching off its alarms.",
            "of switching off its alarms",
            source=inspectors,
            mention="Inspectors",
            cue="accuse",
            strength=make_strength(30, "D", "an institution, nobody named", "one unnamed source"),
        ),
        text="Halden Paper switched off the mill's alarms.",
        stance="accuses",
        tone=-1,
    )
    system_off = replace(
        make_claim(
            courier,
            '"The system was off," chief inspector Ida Mork said. "We have the logs."',
            '"The system was off,"',
            '"We have the logs."',
            source=mork,
            mention="chief inspector Ida Mork",
            cue="said",
            strength=make_strength(74, "B", "named, with her office"),
        ),
        voice="direct",
    )
    denied = replace(
        make_claim(
            courier,
            "Halden Paper denied that the alarms were off.",
            "that the alarms were off",
            source=halden,
            cue="denied",
            strength=make_strength(52, "C", "an organisation, no person named"),
        ),
        text="The alarms were off.",
        stance="denies",
        polarity="deny",
    )
    burned = make_claim(courier, "The mill has burned three times since 2019.")
    hurt_15 = make_claim(
        post,
        "Fifteen people were injured in the mill fire, Northern Wire reported, citing a hospital "
        "official.",
        "Fifteen people were injured in the mill fire,",
        source=agency,
        cue="reported",
        chain=(agency, official),
        strength=make_strength(22, "E", "relayed from an unnamed official", "one relay hop"),
    )
    closed = make_claim(
        post,
        "Halden Paper and the mill workers' union said in a joint statement that the site would "
        "stay closed.",
        "that the site would stay closed",
        source=joint,
        cue="said in a joint statement",
        strength=make_strength(61, "B", "two organisations"),
    )
    skipped = replace(
        make_claim(
            post,
            "He admitted that drills had been skipped.",
            "that drills had been skipped",
            source=he,
            cue="admitted",
            strength=make_strength(18, "E", "nobody the reader could find"),
        ),
        text="Drills had been skipped.",
        stance="concedes",
        tone=1,
    )
    unsaid = replace(
        make_claim(
            post,
            "The brigade has not said how the fire began.",
            "how the fire began",
            source=brigade,
            mention="The brigade",
            cue="has not said",
        ),
        polarity="none",
        modality="negated",
    )
    silent = make_claim(
        post,
        "People close to the company said the sirens were silent.",
        "the sirens were silent",
        source=insiders,
        mention="People close to the company",
        cue="said",
        strength=make_strength(28, "D", "closeness claimed, nothing else", "one unnamed source"),
    )
    worst = make_claim(post, "The blaze is the worst in the valley in a decade.")
    hurt_15_wire = make_claim(
        wire,
        "A hospital official said 15 people had been hurt.",
        "15 people had been hurt",
        source=official,
        mention="A hospital official",
        cue="said",
        strength=make_strength(30, "D", "an institution, nobody named", "one unnamed source"),
    )
    told = make_claim(
        wire,
        "The ministry said Halden Paper had told inspectors the alarms worked.",
        "Halden Paper had told inspectors the alarms worked",
        source=ministry,
        mention="The ministry",
        cue="said",
        strength=make_strength(50, "C", "an organisation, no person named"),
    )
    worked = replace(
        make_claim(
            wire,
            "The ministry said Halden Paper had told inspectors the alarms worked.",
            "the alarms worked",
            source=halden,
            cue="had told",
            chain=(ministry, halden),
            strength=make_strength(40, "D", "an organisation, no person named", "one relay hop"),
        ),
        within=told.id,
    )

    alarms = Cluster(
        digest("cluster", "alarms"),
        tuple(sorted(claim.id for claim in (accused, system_off, denied, worked))),
        "Were the mill's alarms switched off?",
    )
    injured = Cluster(
        digest("cluster", "injured"),
        tuple(sorted(claim.id for claim in (hurt_12, hurt_15, hurt_15_wire))),
        "How many people were hurt?",
    )
    denial = Contest(
        digest("contest", "alarms"),
        alarms.id,
        "denial",
        alarms.label,
        (
            Side(
                "affirmed",
                tuple(sorted((accused.id, system_off.id))),
                tuple(sorted((inspectors.id, mork.id))),
                (),
                1,
                "2 sources, 1 voice: Ida Mork belongs to the inspectors",
            ),
            Side("denied", tuple(sorted((denied.id, worked.id))), (halden.id,), (), 1),
        ),
        0.91,
        "Halden Paper denies what inspectors accuse it of.",
    )
    figure = Contest(
        digest("contest", "injured"),
        injured.id,
        "figure",
        injured.label,
        (
            Side("12 people", (hurt_12.id,), (brigade.id,), ()),
            Side(
                "15 people",
                tuple(sorted((hurt_15.id, hurt_15_wire.id))),
                (official.id,),
                (),
                1,
                "2 outlets, 1 source: hospital official",
            ),
        ),
        0.8,
        "12 and 15 cannot both be the number of people hurt.",
    )
    claims = (
        hurt_12, accused, system_off, denied, burned, hurt_15, closed, skipped, unsaid, silent,
        worst, hurt_15_wire, told, worked,
    )  # fmt: skip
    sources = (
        brigade, halden, inspectors, mork, agency, official, union, joint, he, insiders, ministry,
    )  # fmt: skip
    articles = tuple(sorted((courier, post, wire), key=lambda item: item.id))
    return Analysis(
        articles=articles,
        claims=tuple(
            sorted(claims, key=lambda item: (item.article, item.start, item.end, item.id))
        ),
        sources=tuple(sorted(sources, key=lambda item: item.id)),
        clusters=tuple(sorted((alarms, injured), key=lambda item: item.id)),
        contests=tuple(sorted((denial, figure), key=lambda item: item.id)),
        problems=(Problem("mill/notes.docx", "is no text attrib can read; save it as .txt"),),
        events=(
            Event(
                digest("event", "mill"),
                tuple(article.id for article in articles),
                "Mill blaze injures 15",
            ),
        ),
        segmentations=(
            make_segmentation(
                courier,
                "Home | News | Sport",
                "Share this article",
                headline="Fire at Orsa mill hurts 12",
            ),
            make_segmentation(post),
            make_segmentation(wire),
        ),
        rules="sha256:" + "0" * 64,
    )
