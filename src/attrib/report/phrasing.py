"""Small wordings that every report format shares: counts, dates, names, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from attrib.records import Article, Claim

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SPACE = re.compile(r"\s+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ACCENT = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# No writing puts more than a handful on one letter; a heap would cover the lines around it.
_HEAP = re.compile(f"({_ACCENT}{{8}})({_ACCENT}+)")


def say_count(number: int, noun: str, plural: str = "") -> str:
    """ "1 article", "3 articles", "1,200 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def say_list(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def in_quotes(words: str) -> str:
    """ "“the car”"; a whole quote comes with its marks, and the words within one without."""
    return f"“{words.strip('“”')}”"


def say_sentence(words: str) -> str:
    """`words` as a sentence: a capital, and a full stop where they, or a quote, end without one."""
    stop = "" if not words or words.rstrip('”"').endswith((".", "!", "?", "…")) else "."
    return f"{words[:1].upper()}{words[1:]}{stop}"


def say_date(published: str | None) -> str:
    """An ISO date in words; anything else as it stands; "" for none."""
    parts = _date(published)
    if parts is None:
        return published or ""
    return f"{parts[2]} {_MONTHS[parts[1] - 1]} {parts[0]}"


def say_dates(published: Iterable[str | None]) -> str:
    """From the first to the last ISO date; "" where there is none."""
    dates = sorted(parts for parts in map(_date, published) if parts is not None)
    if not dates:
        return ""
    first, last = dates[0], dates[-1]
    end = f"{last[2]} {_MONTHS[last[1] - 1]} {last[0]}"
    if first == last:
        return end
    if first[:2] == last[:2]:
        return f"{first[2]} to {end}"
    if first[0] == last[0]:
        return f"{first[2]} {_MONTHS[first[1] - 1]} to {end}"
    return f"{first[2]} {_MONTHS[first[1] - 1]} {first[0]} to {end}"


def _date(published: str | None) -> tuple[int, int, int] | None:
    found = _ISO_DATE.match(published or "")
    if not found or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[3]) <= 31:
        return None
    return int(found[1]), int(found[2]), int(found[3])


def name_article(article: Article) -> str:
    """The outlet; where it is not known, the file's name."""
    if article.outlet:
        return article.outlet
    return PurePath(article.path).name if article.path else f"article {article.id}"


def say_speaker(claim: Claim, article: Article) -> str:
    """Who says it, with the relay: "OUTLET via X", "X, as reported by OUTLET"."""
    if claim.voice == "own":
        return f"{name_article(article)}, in its own voice"
    names = [link.name for link in claim.chain]
    if claim.source is None:
        return " via ".join(names) or "no source named"
    if len(names) < 2:
        return claim.source.name
    if claim.source.id == claim.chain[-1].id:
        return f"{names[-1]}, as reported by {say_list(names[:-1])}"
    return " via ".join(names)


def find_link(url: str | None) -> str | None:
    """`url` where it is a plain web address that can be linked; else None."""
    if not url or any(found.search(url) for found in (_SPACE, _UNPRINTABLE, _DIRECTION)):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def to_one_line(text: str) -> str:
    """`text` with every run of white space made one space, and nothing a terminal obeys."""
    return to_neutral(_SPACE.sub(" ", text).strip())


def to_neutral(text: str) -> str:
    """`text` as `to_printable` gives it, and what would turn the order of words shown as well."""
    return _DIRECTION.sub("\ufffd", to_printable(text))


def to_printable(text: str) -> str:
    """`text` with control characters, broken surrogates and the ninth and further accents of a
    heap on one letter shown as \N{REPLACEMENT CHARACTER}.

    One character for one, so that offsets hold; tab and line feed stay.
    """
    shown = _UNPRINTABLE.sub("\ufffd", text)
    return _HEAP.sub(lambda heap: heap[1] + "\ufffd" * len(heap[2]), shown)


def cut(text: str, most: int) -> str:
    """`text` in at most `most` characters, with "…" where it went on."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
