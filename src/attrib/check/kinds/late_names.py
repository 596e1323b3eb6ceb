"""Kind "late-identification": a speaker known by surname or pronoun before the full name stands.

"Patel said ... Priya Patel, the chief executive, added": the reader meets a stranger first.
Whom every reader knows, and whom the headline names in full, is no stranger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    in_headline,
    is_silent,
    is_voiced,
    sentence_at,
)
from attrib.check.names import Names, first_names, first_speaking, is_person, title_words
from attrib.check.options import read_options
from attrib.records import ResolvedAttribution, Source, Span
from attrib.rulebook.entries import CheckRule


@dataclass(frozen=True, slots=True)
class LateIdentification:
    """Options of the kind.

    pronouns  words for one person ("he")
    persons   words before such a pronoun for somebody it may stand for, besides the roles
    within    only a pronoun in so many first sentences of the body is looked at
    """

    pronouns: tuple[str, ...]
    persons: tuple[str, ...]
    within: int


def find_late_names(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first words of each person whose full name comes only later in the body."""
    options = read_options(rule, LateIdentification)
    names = Names(draft)
    full = _find_full_names(draft, names)
    yield from _find_pronoun(draft, names, options, full)
    household = draft.rulebook.terms_of("household-names")
    titles = title_words(draft.rulebook)
    for resolved, mention in first_speaking(draft, draft.rulebook.terms_of("speaking-verbs")):
        later = full.get(f"{resolved.source_id}")
        if later is None or mention.span.end > later.start or is_voiced(draft, mention.span):
            continue
        source = draft.sources[f"{resolved.source_id}"]
        if _is_known(source, names, household) or _is_standfirst(draft, resolved, mention.span):
            continue
        if mention.text.split()[-1] in source.name.split() and not names.others_called(
            source, titles
        ):
            yield _tell(draft, mention.span, later)


def _find_full_names(draft: Draft, names: Names) -> dict[str, Span]:
    """Where the body first gives the full name of each person, by id of source."""
    found: dict[str, Span] = {}
    for source in draft.sources.values():
        if is_person(source) and " " in source.name:
            full = next((one for one in names.of(source) if one.full), None)
            if full is not None:
                found[source.id] = full.span(names.tokens)
    return found


def _is_known(source: Source, names: Names, household: frozenset[str]) -> bool:
    """Whether every reader knows the person, or the headline gives the full name."""
    words = source.name.lower().split()
    if source.name.lower() in household or words[-1] in household:
        return True
    return {words[0], words[-1]} <= names.in_headline


def _is_standfirst(draft: Draft, resolved: ResolvedAttribution, span: Span) -> bool:
    """Whether it is a second line of the headline: "Patel asks for a new inquiry."."""
    here, cue = sentence_at(draft, span.start), resolved.attribution.cue
    if here is None or here > draft.body_start + 1 or cue is None:
        return False
    sentences = draft.segmentation.sentences
    alone = [one.paragraph for one in sentences[max(here - 1, 0) : here + 2]].count(
        sentences[here].paragraph
    )
    return cue.text.split()[0].endswith(("s", ":")) and alone == 1


def _find_pronoun(
    draft: Draft, names: Names, options: LateIdentification, full: dict[str, Span]
) -> Iterator[Finding]:
    """A "she" who speaks before anybody stands in the text, and whose name follows."""
    for resolved in draft.attributions:
        mention = resolved.attribution.source
        if mention is None or is_silent(draft, mention.span):
            continue
        if in_headline(draft, mention.span.start):
            continue
        here = sentence_at(draft, mention.span.start)
        if mention.text.lower() not in options.pronouns or here is None:
            return
        if here >= draft.body_start + options.within or names.in_headline:
            return
        later = _find_next_name(draft, names, full, mention.span.end)
        cue = resolved.attribution.cue
        if cue is None or cue.lemma.lower() not in draft.rulebook.terms_of("speaking-verbs"):
            return
        if later is not None and not _has_person(draft, names, options, mention.span.start):
            yield _tell(draft, mention.span, later)
        return


def _find_next_name(draft: Draft, names: Names, full: dict[str, Span], offset: int) -> Span | None:
    """The first full name after the offset, of a source or with a known first name."""
    given = first_names(draft.rulebook)
    spans = [span for span in full.values() if span.start > offset]
    for token, follower in zip(names.tokens, names.tokens[1:], strict=False):
        both = token.is_capitalised and follower.is_capitalised
        if token.start > offset and both and token.lower in given:
            spans.append(Span(token.start, follower.end))
            break
    return min(spans, default=None)


def _has_person(draft: Draft, names: Names, options: LateIdentification, end: int) -> bool:
    """Whether anybody stands before `end` for whom a pronoun may stand."""
    lists = {rule.list for rule in draft.rulebook.terms if rule.list.startswith("roles-")}
    terms = [draft.rulebook.terms_of(name) for name in lists]
    for place, token in enumerate(names.tokens):
        if token.start >= end:
            return False
        named = place > 0 and token.is_capitalised and names.tokens[place - 1].is_word
        role = token.lower in options.persons or any(token.lower in words for words in terms)
        if named or role:
            return True
    return False


def _tell(draft: Draft, span: Span, later: Span) -> Finding:
    values = (("words", excerpt(draft.text, span)), ("name", excerpt(draft.text, later)))
    return Finding(span, values=values, related=(Passage(later, "named in full here"),))
