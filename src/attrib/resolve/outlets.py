"""Outlets: which mention is one, and which is the article's own."""

from __future__ import annotations

import re

from attrib.resolve.lexicon import Lexicon, squeeze
from attrib.resolve.naming import Phrase
from attrib.resolve.parsed import Parsed

_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?([\w.-]+?)(?:\.(?:co|com|org|net|gov))?\.[a-z]{2,}/?"
)


def is_outlet(phrase: Phrase) -> bool:
    """Whether a phrase names a news agency, a paper or a broadcaster."""
    return phrase.form == "name" and phrase.kind == "outlet"


def own_names(outlet: str | None, lexicon: Lexicon) -> frozenset[str]:
    """Every squeezed form of the name of an article's outlet, which may be given as a domain."""
    if not outlet:
        return frozenset()
    match = _DOMAIN.fullmatch(outlet.strip().lower())
    plain = squeeze(match.group(1) if match else outlet)
    # A domain runs the article into the name: theguardian.
    mine = {plain, plain.removeprefix("the")} - {""}
    aliases = [forms for forms in lexicon.outlet_forms.values() if forms & mine]
    return frozenset(mine.union(*aliases))


def is_own_outlet(parsed: Parsed, own: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a mention means the outlet that publishes the article, given its `own_names`.

    "The Post" is the paper's own name in the Ashby Post; "this newspaper" is always its own.
    """
    phrase = parsed.phrase
    if lexicon.has("own-staff", parsed.text.lower()):
        return True
    if not own or phrase.form != "name" or phrase.kind not in ("outlet", "body", ""):
        return False
    name = squeeze(phrase.name)
    if {name, squeeze(phrase.text)} & own:
        return True
    # "the Times" in the Ashby Times; longer than three letters, or "the Sun" is in "thesun".
    short = phrase.kind == "outlet" and phrase.opening == "definite" and len(name) > 3
    return short and any(form.endswith(name) for form in own)
