"""What identifies a source: the same key for every spelling of one name."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from attrib.resolve.lexicon import LONGEST, Lexicon, fold, phrase_key, words_of
from attrib.resolve.naming import Phrase


@lru_cache(maxsize=1 << 14)
def person_key(name: str) -> str:
    """First and last word of a full name, folded; initials and suffixes do not count."""
    words = [fold(word.text) for word in words_of(name) if word.is_word]
    full = [word for word in words if len(word) > 1] or words
    return f"{full[0]} {full[-1]}" if len(full) > 1 else "".join(full)


_SAME_SOUND = (
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"[iy]+(?= |$)"), "y"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"([aou])e"), r"\1"),
    (re.compile(r"ph"), "f"),
)
"""What spellings of one name differ in: doubled letters, -y and -iy, kh, umlauts, ph."""


@lru_cache(maxsize=1 << 14)
def sound_key(key: str) -> str:
    """A person's key without what transliterations and house styles differ in.

    "Volodymyr Zelenskiy" and "Volodymyr Zelensky" give one, "Jon" and "John" two.
    """
    for pattern, kept in _SAME_SOUND:
        key = pattern.sub(kept, key)
    return key


def body_words(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a body's name in one spelling, without small words, countries by name.

    "Russia's Ministry of Defence" and "Russian Defense Ministry" give the same words, in
    another order; sort them where the order tells nothing.
    """
    words = [part for word in words_of(name) for part in fold(word.text).split("-") if part]
    countries, rest, place = [], [], 0
    while place < len(words):
        for size in (3, 2, 1):
            phrase = " ".join(words[place : place + size])
            country = lexicon.adjectives.get(phrase) or lexicon.countries.get(phrase)
            if country and len(words[place : place + size]) == size:
                countries.append(phrase_key(country))
                place += size
                break
        else:
            rest.append(words[place])
            place += 1
    # What is left of 's once folded.
    small = lexicon.terms("body-links") | {"s", "", "’", "'"}
    while rest and rest[-1] in small:
        rest.pop()
    while rest and rest[0] in small:
        rest.pop(0)
    worded = _reworded(rest, lexicon)
    plain = [lexicon.wording(word) for word in worded if word not in small]
    return (*countries, *plain)


def _reworded(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words with every phrase of two or more that has another wording put into that."""
    for size in range(min(len(words), LONGEST), 1, -1):
        for place in range(len(words) - size + 1):
            phrase = " ".join(words[place : place + size])
            wording = lexicon.wording(phrase)
            if wording != phrase:
                return [*words[:place], *wording.split(), *words[place + size :]]
    return words


def body_key(name: str, head: str, lexicon: Lexicon) -> str:
    """The key of a body: its words in any order where a head noun holds them together."""
    known = lexicon.bodies.get(phrase_key(name)) or lexicon.outlets.get(phrase_key(name))
    words = body_words(known or name, lexicon)
    return " ".join(sorted(words) if head or known else words)


def country_of(name: str, lexicon: Lexicon) -> str:
    """The country that a body's name begins or ends with, as it is shown; "" for none."""
    seat = lexicon.seats.get(phrase_key(name))
    if seat:
        return seat
    words = [fold(word.text) for word in words_of(name)]
    for place in range(len(words)):
        for size in (3, 2, 1):
            phrase = " ".join(words[place : place + size])
            country = lexicon.adjectives.get(phrase) or lexicon.countries.get(phrase)
            if country:
                return country
    return ""


def form_of(phrase: Phrase, lexicon: Lexicon) -> str:
    """The folded form of a name as one mention writes it; titles that tell sex are kept."""
    if phrase.form != "name":
        return ""
    if phrase.kind == "country":
        return "body:" + phrase_key(phrase.name)
    if phrase.kind in ("body", "outlet"):
        return "body:" + body_key(phrase.name, phrase.head, lexicon)
    words = person_key(phrase.name)
    if " " in words:
        return "name:" + words
    marked = phrase.gender if phrase.title else ""
    return f"name:{words}:{marked}" if marked else "name:" + words


def source_id(key: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of a key."""
    return hashlib.sha256(key.encode()).hexdigest()[:12]
