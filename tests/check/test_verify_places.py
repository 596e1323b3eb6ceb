"""Where a checked quote stands, what any text does to the search, and what always holds."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from verifying import RULES, Text, check_one, checks, read, somebody

from attrib.check.folding import fold_words
from attrib.check.material import lay_out_material
from attrib.check.verify import verify
from attrib.records import Article, Extraction, Paragraph, Quote, Resolution, Segmentation, Span

NOBODY = Resolution((), ())


def test_places_are_those_of_the_quotation_mark_and_of_the_passage() -> None:
    draft = "First line.\r\n\r\nShe said: “The pier is closed for good.”"
    (found,) = checks(draft, "One.\nTwo: “The pier is closed for good,” she said.")
    assert (found.path, found.line, found.column) == ("draft.txt", 3, 11)
    assert draft[found.span.start : found.span.end] == "“The pier is closed for good.”"
    assert found.found is not None
    assert (found.found.path, found.found.line, found.found.column) == ("source0.txt", 2, 7)
    assert found.found.message == "The pier is closed for good"


def test_checks_come_in_the_order_of_the_draft() -> None:
    draft = "“The pier is closed now,” and “the school is closed now,” and “the bay is wide.”"
    assert [one.words for one in checks(draft, "The school is closed now.")] == [
        "The pier is closed now,",
        "the school is closed now,",
        "the bay is wide.",
    ]


def test_several_drafts_are_checked_at_once() -> None:
    first, second = (read("“The pier is closed now.”", path) for path in ("b.txt", "a.txt"))
    source = read("The pier is closed now.", "source.txt")
    found = verify([first, second], [source], RULES)
    assert [(one.path, one.verdict) for one in found] == [("a.txt", "exact"), ("b.txt", "exact")]


def test_the_order_of_the_material_changes_nothing() -> None:
    draft = read("“The pier is closed to all of us.” “Nobody pays. The bay is wide.”", "draft.txt")
    sources = [
        read("The pier was closed to all of us. Nobody pays.", "1.txt"),
        read("The pier is closed to any of us.", "2.txt"),
        read("The bay is wide. The pier is closed to all.", "3.txt"),
    ]
    assert verify([draft], sources, RULES) == verify([draft], sources[::-1], RULES)


def test_words_that_the_format_marks_as_no_prose_are_no_material() -> None:
    text = "see (link to the old pier) now"
    link = Span(text.index("("), text.index(")"))
    extraction, resolution = read(text, "source.md")
    article = replace(extraction.article, furniture=(link,))
    marked = Extraction(replace(extraction.segmentation, article=article), ())
    assert lay_out_material(marked, None).words.folded == ("see", "now")
    draft = read("“link to the old pier” is what he said", "draft.txt")
    assert verify([draft], [(marked, resolution)], RULES)[0].verdict == "not-found"
    assert verify([draft], [(extraction, resolution)], RULES)[0].verdict == "exact"


@pytest.mark.parametrize(
    "text",
    [
        "“" + "no " * 30_000,
        "“" + "[" * 5_000 + "a b c" + "]" * 5_000 + "”",
        "“a b c" + "." * 20_000 + "d e f”",
        "“a b" + " " * 50_000 + "c d”",
        "“one two three " * 3_000,
        "“" + "word" * 20_000 + " two three”",
        "“a\ud800b c d e”",
        "“\u200b\u200b\u200b”",
    ],
    ids=["unclosed", "brackets", "dots", "spaces", "openings", "long word", "surrogate", "nothing"],
)
def test_odd_quotes_are_checked_like_any_other(text: str) -> None:
    for draft, source in ((text, "a b c d e no no no"), ("“a b c d e no no no”", text)):
        for found in checks(draft, source):
            assert 0 <= found.similarity <= 1


WORDS = "pier bay we will the of sell school 10 1,200 naïve it's U.S. 😀 Ærø co-op and - , . ! $5"
words = st.sampled_from(WORDS.split(" "))
spaces = st.sampled_from([" ", " ", " ", "\n", "  ", ""])
texts = st.lists(st.tuples(words, spaces), min_size=6, max_size=40).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


def quoting(text: str) -> tuple[Extraction, Resolution]:
    """A draft that is one quote: `text` up to a closing comma."""
    article = Article(id="draft", text=f"“{text},”", path="draft.txt")
    whole = Span(0, len(article.text))
    quote = Quote(whole, Span(1, len(article.text) - 1), 0)
    return Extraction(Segmentation(article, (Paragraph(whole, "prose"),), (), (quote,)), ()), NOBODY


@st.composite
def copied(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and three words or more of it."""
    text = draw(texts)
    found = fold_words(text)
    if len(found) < 3:
        return "the old pier", "the old pier"
    first = draw(st.integers(0, len(found) - 3))
    last = draw(st.integers(first + 2, len(found) - 1))
    end = found.ends[last]
    # The mark that ends the words in the text ends them in the quote as well.
    while text[end : end + 1] and text[end] in ".,!":
        end += 1
    part = text[found.starts[first] : end]
    # A minus without its number is no word.
    return (text, part) if len(fold_words(part)) >= 3 else ("the old pier", "the old pier")


@given(copied())
def test_words_copied_from_the_material_are_always_exact(case: tuple[str, str]) -> None:
    text, part = case
    (found,) = verify([quoting(part)], [read(text, "source.txt")], RULES)
    assert found.verdict == "exact"
    assert found.found is not None
    assert found.found.span.of(text) in part


@given(copied(), st.data(), st.sampled_from(["not", "never", "Not", "hardly", "cannot"]))
def test_a_negation_put_in_is_never_let_pass(
    case: tuple[str, str], data: st.DataObject, negation: str
) -> None:
    text, part = case
    edges = [0, *fold_words(part).ends]
    edge = data.draw(st.sampled_from(edges))
    (found,) = verify(
        [quoting(f"{part[:edge]} {negation} {part[edge:]}")], [read(text, "source.txt")], RULES
    )
    assert found.verdict in ("altered", "not-found")


SENTENCE = "the town will sell its old pier and keep a boat for all who want"
distinct = st.lists(st.sampled_from(SENTENCE.split(" ")), min_size=6, unique=True)


@given(distinct, st.data(), st.sampled_from([" ", " ... ", " […] ", " [soon] ", ", "]))
def test_a_negation_lost_is_altered_whatever_stands_there(
    said: list[str], data: st.DataObject, between: str
) -> None:
    place = data.draw(st.integers(1, len(said) - 1))
    before, after = " ".join(said[:place]), " ".join(said[place:])
    material = read(f"So: “{before} not {after}”, she said.", "source.txt")
    (found,) = verify([quoting(f"{before}{between}{after}")], [material], RULES)
    assert found.verdict == "altered"
    assert '"not" is left out' in found.reason


MARKS = "“”\"'‘’«»[]().,…?!-–\n\t 0é😀\u200b\u0301"
marks = st.sampled_from([*MARKS, "...", " not ", "a b c"])
anything = st.lists(st.one_of(marks, words, st.text(max_size=5)), max_size=40).map(" ".join)


@settings(max_examples=150)
@given(anything, anything)
def test_any_text_is_checked_and_points_into_the_texts(draft: str, source: str) -> None:
    for found in checks(draft, source):
        assert 0 <= found.similarity <= 1
        assert 0 <= found.span.start < found.span.end <= len(draft)
        assert (found.found is None) == (found.verdict == "not-found")
        if found.found:
            assert found.found.span.of(source).strip()
        assert found.reason


@given(anything)
def test_folded_words_stand_in_order_where_they_say(text: str) -> None:
    found = fold_words(text)
    edges = [edge for pair in zip(found.starts, found.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(found.folded)
    assert isinstance(found.starts, array)


def test_an_article_given_twice_counts_once() -> None:
    vik = somebody("Hanne Vik")
    source = Text("“The pier is closed,” Vik said.", (("The pier is closed", vik),))
    found = check_one("The pier is closed", source)
    draft = read("“The pier is closed” was what we heard.", "draft.txt")
    twice = [read(source, "source0.txt"), read(source, "source0.txt")]
    assert verify([draft], twice, RULES) == (found,)
