"""Who is named in what a source tells of a wrong, whatever words the wrong is told in.

"Helped herself through the old lady's bank card" is in no list of crimes. But where the draft
tells of police, suits or complaints, whoever is named by another as having done something, and
is neither heard nor a victim, may well be the one accused.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from attrib.check.draft import Draft, in_headline, sentence_at
from attrib.check.matching import Searcher
from attrib.check.naming import find_names
from attrib.check.persons import PersonWords
from attrib.records import ResolvedAttribution, Span
from attrib.tokens import tokenise

_BEFORE = 25
_AFTER = 50
_REACH = 80
# The verb right after a name, behind an apposition or a relative clause.
_VERB = re.compile(
    r"(?:,\s[^,.;]{1,60},|,)?\s+(?:who\s+(?:\w+\s+says\s+)?)?"
    r"((?:(?:had|has|have|been|once|then|also|repeatedly|\w+ly)\s+)*)([a-z][\w'’-]*)"
)
# A deed done by somebody, or under somebody, and who is told to be the one.
_DOER = re.compile(
    r"\b(?:by|under)\s+(?:[\w'’-]+,?\s+){0,6}$"
    r"|\b(?:it|seller|culprit|thief|ringleader|driver|attacker|leaker|buyer)\b[^.;]{0,20}"
    r"\s(?:was|is|had been)\s(?:[\w'’-]+,?\s+){0,6}$",
    re.IGNORECASE,
)


def find_suspected(
    draft: Draft,
    attributions: Iterator[ResolvedAttribution],
    *,
    troubles: Searcher,
    spared: Searcher,
    titles: Container[str],
    pasts: Container[str],
) -> Iterator[tuple[Span, str]]:
    """Names of persons in what others say, with the sentence, where the draft tells of trouble."""
    title = draft.article.title or ""
    if troubles.search(draft.text) is None and troubles.search(title) is None:
        return
    given = draft.rulebook.terms_of("given-names")
    persons = PersonWords(draft)
    for resolved in attributions:
        source = resolved.attribution.source
        for part in resolved.attribution.content:
            for span, name in find_names(draft.text, part, titles):
                here = sentence_at(draft, span.start)
                if here is None or in_headline(draft, span.start):
                    continue
                if source is not None and source.span.overlaps(span):
                    continue
                # "Ida Moss's team" is not she.
                if span.of(draft.text).endswith(("'s", "’s")):
                    continue
                if not _is_person(draft, span, name, given, persons, titles):
                    continue
                sentence = draft.segmentation.sentences[here].span
                end = sentence.end
                near = min(span.end + _AFTER, end)
                if spared.search(draft.text, max(span.start - _BEFORE, part.start), near):
                    continue
                if _acts(draft, span, sentence, pasts):
                    yield Span(span.start, end), name


def _acts(draft: Draft, name: Span, sentence: Span, pasts: Container[str]) -> bool:
    """Whether a verb of the past follows the name, or the deed is told to be its bearer's."""
    if _DOER.search(draft.text[max(name.start - _REACH, sentence.start) : name.start]):
        return True
    verb = _VERB.match(draft.text, name.end, sentence.end)
    if verb is None:
        return False
    if "had" in verb.group(1).split() or verb.group(2) == "had":
        return True
    return verb.group(2).endswith("ed") or verb.group(2) in pasts


def _is_person(
    draft: Draft,
    span: Span,
    name: str,
    given: Container[str],
    persons: PersonWords,
    titles: Container[str],
) -> bool:
    if name.split()[0].lower() in given:
        return True
    before = tokenise(draft.text, max(span.start - _BEFORE, 0), span.start)
    words = [token.lower.rstrip(".") for token in before if token.text[0].isalpha()]
    opening = span.of(draft.text).split()[0].lower().rstrip(".")
    if opening in persons or (opening in titles and opening not in draft.vocabulary.function_words):
        return True
    return any(
        word in persons or (word in titles and word not in draft.vocabulary.function_words)
        for word in words[-1:]
    )
