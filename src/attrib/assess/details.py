"""The details of a claim that a reader could check: when, where, how many, who."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.assess.wording import find_term, outside
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook import Rulebook
from attrib.rulebook.strength import Detail
from attrib.tokens import Token

_STARTERS = frozenset({".", "!", "?", "…", "...", '"', "“", "‘", "'", "«", "„", ":", "—", "–"})


def find_details(
    item: ResolvedAttribution,
    frame: Sequence[Token],
    content: Sequence[Token],
    rulebook: Rulebook,
) -> tuple[tuple[Detail, Span], ...]:
    """Each kind of detail once, with the first words that give it.

    `frame` are the words around cue and source, `content` those of the claim.
    """
    attribution = item.attribution
    mentions = [mention for mention in (attribution.source, *attribution.origins) if mention]
    # "The mayor of Kemp said" tells who speaks, not where.
    around = outside(frame, [mention.span for mention in mentions])
    channel = attribution.medium or attribution.addressee
    found: list[tuple[Detail, Span | None]] = [
        ("when-said", _time(around, rulebook)),
        ("where", channel.span if channel else _channel_or_place(around, rulebook)),
        ("number", _number(content, rulebook)),
        ("entity", _name(content, rulebook)),
        ("when", _time(content, rulebook)),
    ]
    return tuple((kind, span) for kind, span in found if span is not None)


def _time(tokens: Sequence[Token], rulebook: Rulebook) -> Span | None:
    days = rulebook.terms_of("months") | rulebook.terms_of("weekdays")
    for token in tokens:
        if token.lower in days and token.is_capitalised:
            return token.span
        if _is_year(token):
            return token.span
    return find_term(tokens, rulebook.terms_of("assess-times"))


def _is_year(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) == 4 and "1500" <= token.text <= "2199"


def _channel_or_place(tokens: Sequence[Token], rulebook: Rulebook) -> Span | None:
    channel = find_term(tokens, rulebook.terms_of("assess-channels"))
    if channel:
        return channel
    days = rulebook.terms_of("months") | rulebook.terms_of("weekdays")
    for place, token in enumerate(tokens[:-1]):
        following = tokens[place + 1]
        if (
            token.lower in rulebook.terms_of("assess-beside-place")
            and following.is_capitalised
            and following.lower not in days
        ):
            return following.span
    return None


def _number(tokens: Sequence[Token], rulebook: Rulebook) -> Span | None:
    """The first amount; days of the month and years are none."""
    months = rulebook.terms_of("months")
    words = (
        rulebook.terms_of("number-ones")
        | rulebook.terms_of("number-tens")
        | rulebook.terms_of("number-scale")
    ) - {"one", "zero", "m", "k", "mn", "mln", "bn", "tn"}
    for place, token in enumerate(tokens):
        if token.lower in words:
            return token.span
        around = [*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2]]
        if (
            any(char.isdigit() for char in token.text)
            and not _is_year(token)
            and not any(near.lower in months and near.is_capitalised for near in around)
        ):
            return token.span
    return None


def _name(tokens: Sequence[Token], rulebook: Rulebook) -> Span | None:
    """The first capitalised word that does not owe it to its place or to the calendar."""
    plain = (
        rulebook.terms_of("months")
        | rulebook.terms_of("weekdays")
        | rulebook.terms_of("auxiliaries")
        | {"i"}
    )
    # A capital that only opens a sentence or a quote names nobody.
    for place, token in enumerate(tokens):
        starts = place == 0 or tokens[place - 1].text in _STARTERS
        if token.is_word and token.is_capitalised and not starts and token.lower not in plain:
            return token.span
    return None
