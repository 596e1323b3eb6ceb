"""What holds for any text: spans in bounds and not empty, nesting without cycles, no error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.extract import extract
from attrib.records import Article, Extraction
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULEBOOK = load_rulebook()
WORDS = st.sampled_from(
    [
        "The",
        "ministry",
        "said",
        "that",
        ",",
        ".",
        "”",
        "“",
        '"',
        "'",
        ":",
        "he",
        "accused",
        "Rao",
        "of",
        "according",
        "to",
        "reportedly",
        "who",
        "and",
        "was",
        "not",
        "told",
        "reporters",
        "quoting",
        "an",
        "official",
        "\n\n",
        "claims",
        "denied",
        "—",
        "calling",
        "on",
        "it",
    ]
)


def extraction(text: str) -> Extraction:
    return extract(segment(Article(id="a", text=text), RULEBOOK), RULEBOOK)


def assert_sound(text: str) -> None:
    found = extraction(text).attributions
    for index, attribution in enumerate(found):
        assert attribution.content
        mentions = (
            attribution.source,
            attribution.addressee,
            attribution.medium,
            *attribution.origins,
        )
        for mention in mentions:
            assert mention is None or mention.span.of(text) == mention.text != ""
        if attribution.cue is not None:
            assert attribution.cue.span.of(text) == attribution.cue.text != ""
        starts = [span.start for span in attribution.content]
        assert starts == sorted(starts)
        for span in attribution.content:
            assert span.end <= len(text)
            assert span.of(text).strip()
        for before, after in zip(attribution.content, attribution.content[1:], strict=False):
            assert before.end <= after.start
        seen, outer = {index}, attribution.within
        while outer is not None:
            assert outer not in seen
            seen.add(outer)
            outer = found[outer].within


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_news_words_in_any_order_give_sound_spans(text: str) -> None:
    assert_sound(text)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_sound_spans(text: str) -> None:
    assert_sound(text)
