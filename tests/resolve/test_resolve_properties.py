"""Whatever the text: an answer for every attribution, ids that hold together, the same twice."""

from __future__ import annotations

import re
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from staging import RULEBOOK, staged

from attrib.records import Resolution
from attrib.resolve import resolve

WORDS = st.sampled_from(
    [
        "Bo Ashby", "Ida Moss", "Mr. Ashby", "Moss", "he", "She", "they", "it", "who", "I", "Peru",
        "Peru and Chile", "Peru and other states", "the ministry", "The Peruvian Works Ministry",
        "officials", "an unnamed pilot", "the pilot", "His lawyer", "the statement", "Reuters",
        "the agency", "a joint statement", "“", "”", "…", "the", "Lee Chan, a nurse,", "THE END",
        "issued a joint statement with", "of", "and", "'s", "(", ")", ",", "U.S.", "\u00a0", "é",
    ]
)  # fmt: skip
SENTENCES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
TEXTS = st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=5)
_ID = re.compile(r"[0-9a-f]{12}")


def _markup(parts: list[tuple[str, str]]) -> str:
    return "\n\n".join(
        f"[source{number} {source}] [cue{number} said] [content{number} {content}]."
        for number, (source, content) in enumerate(parts, start=1)
    )


def _check(resolution: Resolution, count: int) -> None:
    by_id = {source.id: source for source in resolution.sources}
    assert list(by_id) == sorted(by_id)
    assert len(by_id) == len(resolution.sources)
    assert len(resolution.attributions) == count
    for source in resolution.sources:
        assert _ID.fullmatch(source.id)
        assert source.name
        assert source.resolved or (source.source_class is None and source.reason)
        assert source.affiliation != source.id
        assert {source.affiliation, *source.members} - {None} <= set(by_id)
    for attribution in resolution.attributions:
        assert attribution.reason
        assert {hop.id for hop in attribution.chain} | {attribution.source_id} <= set(by_id) | {
            None
        }
        if attribution.source_id:
            assert attribution.source_id in {hop.id for hop in attribution.chain}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_attribution_gets_an_answer_that_holds_together(parts: list[tuple[str, str]]) -> None:
    extraction = staged(_markup(parts))
    resolution = resolve([extraction], RULEBOOK)
    _check(resolution, len(parts))
    assert resolve([extraction], RULEBOOK) == resolution


def test_no_articles_have_no_sources() -> None:
    assert resolve([], RULEBOOK) == Resolution((), ())


def test_time_grows_with_the_text_and_no_faster() -> None:
    unit = (
        "[source{0} Mayor Bo Ashby{1}] [cue{0} said] [content{0} the River Ministry of Norland{1} "
        "had left Port Kelbarat{1}]. "
    )

    def seconds(count: int) -> float:
        text = "".join(
            unit.format(number, chr(97 + number % 26) * (1 + number // 26))
            for number in range(1, count + 1)
        )
        extraction = staged(text)
        start = time.perf_counter()
        resolve([extraction], RULEBOOK)
        return time.perf_counter() - start

    seconds(20)
    small, large = seconds(100), seconds(800)
    assert large < 40 * small + 0.5
