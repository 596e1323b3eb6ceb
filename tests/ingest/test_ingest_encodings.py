"""Encodings: UTF-8, byte order marks, and guesses that say so."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from desk import problem_in, put, read, read_one
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import InputError
from attrib.ingest.encodings import decode_bytes

WORDS = "“The café can’t pay £3,000 – it’s naïve,” Zoë Adams said."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_without_a_remark(tmp_path: Path, mark: bytes, encoding: str) -> None:
    assert read_one(tmp_path, "a.txt", mark + WORDS.encode(encoding)).text == WORDS


@pytest.mark.parametrize("n_times", [1, 2000])
def test_a_guessed_encoding_is_remarked_on(tmp_path: Path, n_times: int) -> None:
    text = "The mayor said that they had paid. " * n_times + WORDS
    path = put(tmp_path, "a.txt", text.encode("cp1252"))
    corpus = read(path)
    assert [article.text for article in corpus] == [text]
    assert problem_in(corpus).path == path.as_posix()
    assert problem_in(corpus).message == (
        "read as windows-1252, not UTF-8; positions are in the decoded text"
    )
    assert not problem_in(corpus).fatal


@pytest.mark.parametrize(
    ("encoding", "name", "text"),
    [
        ("cp1252", "windows-1252", "The mayor of Málaga paid £3,000."),
        ("latin-1", "windows-1252", "The CAFÉ and the Ängeln paid £3,000 ± £1."),
        ("mac_roman", "mac-roman", WORDS * 2),
        ("koi8_r", "koi8-r", "Мэр сказал, что мост закрыт. " * 8),
    ],
)
def test_other_encodings_are_guessed_and_named(
    tmp_path: Path, encoding: str, name: str, text: str
) -> None:
    corpus = read(put(tmp_path, "a.txt", text.encode(encoding)))
    assert [article.text for article in corpus] == [text]
    assert f"read as {name}, not UTF-8" in " ".join(p.message for p in corpus.problems)


@pytest.mark.parametrize("charset", ["windows-1251", "Shift_JIS", "iso-8859-1"])
def test_an_html_page_may_declare_its_encoding(tmp_path: Path, charset: str) -> None:
    words = {"windows-1251": "Мэр", "Shift_JIS": "市長", "iso-8859-1": "“Zoë”"}[charset]
    page = f"<html><head><meta charset={charset}></head><p>{words} said no.</p>"
    encoding = "cp1252" if charset == "iso-8859-1" else charset
    assert read_one(tmp_path, "a.html", page.encode(encoding)).text == f"{words} said no."


@pytest.mark.parametrize("charset", ["no-such-charset", "utf-8", "rot13", "base64"])
def test_a_wrong_declaration_is_no_error(tmp_path: Path, charset: str) -> None:
    page = f'<meta http-equiv=x content="text/html; charset={charset}"><p>{WORDS}</p>'
    corpus = read(put(tmp_path, "a.html", page.encode("cp1252")))
    assert [article.text for article in corpus] == [WORDS]
    assert problem_in(corpus).message.startswith("read as windows-1252")


def test_plain_text_declares_no_encoding(tmp_path: Path) -> None:
    text = f"<meta charset=windows-1251> {WORDS}"
    corpus = read(put(tmp_path, "a.txt", text.encode("cp1252")))
    assert [article.text for article in corpus] == [text]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"The ferry\0stopped.", "is a binary file"),
        ("The ferry".encode("utf-16-le"), "is a binary file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a binary file"),
        (codecs.BOM_UTF16_LE + b"a\0b", "begins as UTF-16 but is not valid UTF-16 at byte 2"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\0", "begins as UTF-16 but is not valid"),
        (codecs.BOM_UTF8 + b"ab\xff", "begins as UTF-8 but is not valid UTF-8 at byte 2"),
        (bytes(range(1, 256)) * 8, "is not text in any encoding"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_what_is_no_text_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    bad = put(tmp_path, name, data)
    good = put(tmp_path, "good.txt", "The ferry stopped.")
    corpus = read(bad, good)
    assert [article.path for article in corpus] == [good.as_posix()]
    assert problem_in(corpus).path == bad.as_posix()
    assert problem_in(corpus).message.startswith(words)
    assert problem_in(corpus).fatal


@given(st.binary(max_size=60), st.booleans())
def test_any_bytes_are_decoded_or_refused(data: bytes, markup: bool) -> None:
    try:
        text, _ = decode_bytes(data, "a.txt", markup=markup)
    except InputError:
        return
    assert text.encode().decode() == text
