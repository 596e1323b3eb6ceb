"""Outlets: which mention is one, and which is the article's own."""

from __future__ import annotations

import re

from attrib.resolve.lexicon import Lexicon, fold, phrase_key, words_of
from attrib.resolve.mentions import Parsed
from attrib.resolve.naming import Phrase

_DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w.-]+?)(?:\.(?:co|com|org|net|gov))?\.[a-z]{2,}/?$"
)


def is_outlet(phrase: Phrase) -> bool:
    """Whether a phrase names a news agency, a paper or a broadcaster."""
    return phrase.form == "name" and phrase.kind == "outlet"


def is_own_outlet(parsed: Parsed, own: str | None, lexicon: Lexicon) -> bool:
    """Whether a mention means the outlet that publishes the article: `own`, a name or domain.

    "The Post" is the paper's own name in the Ashby Post; "this newspaper" is always its own.
    """
    phrase = parsed.phrase
    if lexicon.has("own-staff", parsed.text.lower()):
        return True
    if own is None or phrase.form != "name":
        return False
    ours = _names_of(own, lexicon)
    theirs = _squeezed(phrase.name)
    return bool({theirs, _squeezed(phrase.text)} & ours) or any(
        len(theirs) > 3 and name.endswith(theirs) and phrase.opening == "definite" for name in ours
    )


def _names_of(own: str, lexicon: Lexicon) -> set[str]:
    """Every squeezed form of an outlet's name: its own, its domain's, its aliases."""
    match = _DOMAIN.match(own.strip().lower())
    plain = match.group(1) if match else own
    shown = lexicon.outlets.get(phrase_key(plain)) or lexicon.outlets.get(
        phrase_key(plain.removeprefix("The ").removeprefix("the "))
    )
    forms = {_squeezed(plain), _squeezed(plain).removeprefix("the")}
    for key, name in lexicon.outlets.items():
        if name == shown or _squeezed(key) in forms:
            forms |= {_squeezed(key), _squeezed(name)}
    return forms - {""}


def _squeezed(name: str) -> str:
    words = [fold(word.text) for word in words_of(name) if word.text[0].isalnum()]
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
