"""Kind "missing-role": a named speaker of whom the draft never says who they are.

A description counts near the first mention and near the first words: before the name
("engineer Jane Roe", "the engineer, Jane Roe"), behind it (", who", ", 34", "of Leeds"), in the
sentence before or after ("She runs the dam."). A crowd near by ("Shoppers ...") is one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.check.descriptions import Descriptions, MissingRole
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_voiced
from attrib.check.named_views import find_named_views
from attrib.check.names import Named, first_speaking, is_person, title_words
from attrib.check.options import read_options
from attrib.records import ResolvedAttribution, Source, Span
from attrib.rulebook.entries import CheckRule

_IN_OUTLET = re.compile(r"\s*,?\s*(?:in|for|on|at)\s+(?:the\s+)?[A-Z]")


def find_missing_roles(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first words of each named person whom nothing near describes."""
    options = read_options(rule, MissingRole)
    descriptions = Descriptions(draft, options)
    told: set[str] = set()
    for resolved, mention in first_speaking(draft, frozenset(options.verbs)):
        cue = resolved.attribution.cue
        if is_voiced(draft, mention.span) or cue is None or cue.lemma == ":":
            continue
        # A headline in title case stands above what is told of the person, and "X telling
        # people off" below a picture.
        if cue.text.endswith("ing") or (
            cue.text[0].isupper() and cue.text.lower() != "according to"
        ):
            continue
        # "Jane Roe wrote in the Gazette" says where she comes from.
        if _IN_OUTLET.match(draft.text, cue.span.end) and cue.lemma.startswith("write"):
            continue
        for source in _persons(draft, resolved.source_id):
            # What "reports", without a known first name or a pronoun, may be a body.
            if cue.lemma in options.outlets and not descriptions.is_surely_person(source):
                continue
            span = _find_stranger(descriptions, source, resolved, options)
            if span is not None and source.name not in told:
                told.add(source.name)
                yield _tell(draft, span)
    yield from _find_in_views(draft, descriptions, told)


def _persons(draft: Draft, source_id: str | None) -> Iterator[Source]:
    """The person who speaks, or each of several who speak together, where a full name is known.

    A surname alone has been introduced, or is known without.
    """
    source = draft.sources.get(f"{source_id}")
    if source is not None:
        together = [draft.sources.get(member) for member in source.members] or [source]
        yield from (one for one in together if one and is_person(one) and " " in one.name)


def _find_stranger(
    descriptions: Descriptions,
    source: Source,
    resolved: ResolvedAttribution,
    options: MissingRole,
) -> Span | None:
    """The name of whom nothing near describes, where the person is named or speaks first."""
    named = descriptions.names.of(source)
    full = next((one for one in named if one.full), None)
    mention, content = resolved.attribution.source, resolved.attribution.content
    if full is None or mention is None or len(named) >= options.central:
        return None
    if descriptions.is_household(source.name):
        return None
    tokens = descriptions.names.tokens
    spoken = next((one for one in named if mention.span.overlaps(one.span(tokens))), full)
    if any(descriptions.describe(one, content) for one in {named[0], full, spoken}):
        return None
    return spoken.span(tokens)


def _find_in_views(draft: Draft, descriptions: Descriptions, told: set[str]) -> Iterator[Finding]:
    """Full names whose views are given with no verb of speech, each at most once."""
    tokens = descriptions.names.tokens
    others = title_words(draft.rulebook) | draft.rulebook.terms_of("quote-things")
    for first, last in find_named_views(draft, tokens):
        name = " ".join(token.text for token in tokens[first : last + 1])
        words = [token.lower.rstrip(".") for token in tokens[first : last + 1]]
        # "In President Moss's view" has the role, and "Mill Street" is no person.
        if first == last or name in told or not others.isdisjoint((words[0], words[-1])):
            continue
        if descriptions.is_household(name):
            continue
        told.add(name)
        earlier = any(
            token.text == tokens[last].text
            and descriptions.describe(Named(place, place, full=False), ())
            for place, token in enumerate(tokens[: first + 1])
        )
        named = Named(first, last, full=True)
        if not earlier and not descriptions.describe(named, ()):
            yield _tell(draft, named.span(tokens))


def _tell(draft: Draft, span: Span) -> Finding:
    return Finding(span, values=(("words", excerpt(draft.text, span)),))
