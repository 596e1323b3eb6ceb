"""From bytes to text: UTF-8 first, then what a byte order mark says, then a guess that says so."""

from __future__ import annotations

import codecs
import re

from attrib.errors import InputError

# The mark of UTF-32 (little endian) begins with that of UTF-16, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.I)
_SAMPLE = 50_000
"""Bytes on either side of the first that is not UTF-8 which the guess looks at."""
_ODD_CAPITAL = re.compile(r"[a-z.,!?][À-ÖØ-Þ]")
"""What the quotation marks of Mac Roman come out as in windows-1252: "canÕt", "stay,Ó"."""
_FEW_SIGNS = 0.2
"""Share of bytes beyond ASCII up to which a text may well be English."""


def decode_bytes(data: bytes, path: str, *, markup: bool = False) -> tuple[str, str | None]:
    """The text of `data` without its byte order mark, and a remark if its encoding was guessed.

    With `markup`, the charset that an HTML file declares is tried before guessing. Raises
    InputError for binary data and for text in no encoding that fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, path), None
    if b"\0" in data:
        raise InputError("is a binary file, not text; save it as UTF-8 text", path=path)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as problem:
        first_bad = problem.start
    declared = _declared_encoding(data) if markup else None
    if declared is not None:
        try:
            return data.decode(declared), None
        except (UnicodeDecodeError, LookupError):
            pass
    return _decode_guessed(data, first_bad, path)


def _decode_marked(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise InputError(
            f"begins as {name} but is not valid {name} at byte {problem.start}; save it as UTF-8",
            path=path,
        ) from problem


def _declared_encoding(data: bytes) -> str | None:
    declared = _DECLARED.search(data[:2048])
    if declared is None:
        return None
    name = declared.group(1).decode("ascii").lower()
    # Browsers read both as windows-1252, and so are they meant in practice.
    return "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name


def _decode_guessed(data: bytes, first_bad: int, path: str) -> tuple[str, str]:
    encoding = _guess_encoding(data[max(first_bad - _SAMPLE, 0) : first_bad + _SAMPLE])
    if encoding is not None:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            pass
        else:
            name = _public_name(encoding)
            return text, f"read as {name}, not UTF-8; positions are in the decoded text"
    raise InputError("is not text in any encoding attrib knows; save it as UTF-8", path=path)


def _guess_encoding(sample: bytes) -> str | None:
    # With only a few signs among English words the statistics of a guess are no help (they take
    # "M\xe1laga" for Mac or Polish text), and nearly all such files are windows-1252.
    if sum(byte > 127 for byte in sample) <= len(sample) * _FEW_SIGNS:
        try:
            if not _ODD_CAPITAL.search(sample.decode("cp1252")):
                return "cp1252"
        except UnicodeDecodeError:
            pass
    # Imported here, because nearly every file is UTF-8 and a draft check should start fast.
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return None
    return "mac_roman" if "mac_roman" in best.could_be_from_charset else best.encoding


def _public_name(encoding: str) -> str:
    if re.fullmatch(r"cp125\d", encoding):
        return "windows-" + encoding[2:]
    return encoding.replace("_", "-")
