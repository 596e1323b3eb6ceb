"""Words of another script are told as such, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.report.languages import find_runs, find_tag


def marked(text: str) -> str:
    """Foreign runs in brackets, with their tag."""
    return "".join(f"[{run.lang} {run.text}]" if run.lang else run.text for run in find_runs(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # The stops between its words belong to a run, the marks around it do not.
        ("She said: «Нам нужна помощь, 3 дня.»", "She said: «[und-Cyrl Нам нужна помощь, 3 дня].»"),
        ("On the wall stood Ζωή και φως.", "On the wall stood [el Ζωή και φως]."),
        ("“لا تعليق”, he wrote", "“[und-Arab لا تعليق]”, he wrote"),
        ("שלום and привет", "[und-Hebr שלום] and [und-Cyrl привет]"),
        # Han characters alone may be Chinese or Japanese.
        ("the sign 危険", "the sign [und-Hani 危険]"),
        ("the sign 危険です!", "the sign [ja 危険です]!"),
        ("한국어 漢字", "[ko 한국어 漢字]"),
        ("한국 ひらがな", "[ko 한국] [ja ひらがな]"),
        # An accent of its own does not end a word, nor does it begin one.
        ("и\u0306 он", "[und-Cyrl и\u0306 он]"),
        ("\u0306 no", "\u0306 no"),
    ],
)
def test_words_of_another_script_have_its_tag(text: str, shown: str) -> None:
    assert marked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing foreign here, 12 %.",
        # Latin letters of other languages: no guess.
        "Él dijo: «¿qué?» – ça va, Łódź, Đặng, ı",
        # One letter is a sign: beta, micro, ohm, a Cyrillic look-alike.
        "β-carotene, 5 µm, 3 Ω, the letter Я",
        "😀 → ½ € ﬁ ①",
    ],
)
def test_nothing_else_has_one(text: str) -> None:
    assert marked(text) == text


def test_only_what_is_written_from_right_to_left_has_a_direction() -> None:
    assert [run.dir for run in find_runs("да да, שלום, مرحبا, ok")] == [
        None, None, "rtl", None, "rtl", None,
    ]  # fmt: skip


@given(st.text(alphabet="aя ש漢か한.\u0301\u202e1", max_size=30))
def test_runs_join_up_to_the_text(text: str) -> None:
    runs = find_runs(text)
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)
    assert all(run.text[0].isalpha() for run in runs if run.lang)


@pytest.mark.parametrize("language", ["en", "pt-BR", "und", "zh-Hant-TW", "es-419"])
def test_a_tag_that_html_can_hold_is_kept(language: str) -> None:
    assert find_tag(language) == language


@pytest.mark.parametrize("language", [None, "", "English", 'en" onload="x', "en_GB", "e", "en "])
def test_anything_else_is_no_tag(language: str | None) -> None:
    assert find_tag(language) is None
