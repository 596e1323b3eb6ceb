"""Kind "manner-verb": a smile, a laugh or a rage that is made to speak a quote.

'"It floats," she smiled': nobody smiles words. Speaks only where the verb stands as the tag of
words in quotation marks, or before what it introduces with a colon, a comma or "that".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, Finding, is_silent, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases, verb_pattern
from attrib.records import Quote, Span
from attrib.rulebook.entries import CheckRule

# "Bo Ashby, the captain of the ferry, smiled": the most a subject takes, in characters.
_SUBJECT = 70
_LAST_WORD = re.compile(r"([\w-]+)[^\w.!?;:]*$")
_PERSON_BEFORE = re.compile(r"[\w’']+, (?:he|she|they|(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w.’'-]+) $")
_PERSON_AFTER = re.compile(r" (?:the \w+(?: \w+)?|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*)[,.]")
_LEAD_IN = re.compile(r"[^.!?;\"“”]{0,40}[:,]\s*$")


@dataclass(frozen=True, slots=True)
class MannerVerb:
    """Options of the kind.

    verbs    verbs of face, sound and mood, by their base
    clauses  those of them that may also take a clause ("thundered that")
    saying   words between the verb and the quote that do the saying ("smiled and said")
    """

    verbs: tuple[str, ...]
    clauses: tuple[str, ...]
    saying: tuple[str, ...]


def find_manner_verbs(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each such verb that a quote hangs on, outside quotation marks."""
    options = read_options(rule, MannerVerb)
    verbs = verb_pattern(options.verbs, draft.rulebook)
    clauses = compile_phrases((f"{verb}+ that" for verb in options.clauses), draft.rulebook)
    saying = compile_phrases(options.saying, draft.rulebook)
    quotes = draft.segmentation.quotes
    starts = [quote.span.start for quote in quotes]
    for match in verbs.finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is None or is_silent(draft, span) or not _is_verb(draft.text, span, options):
            continue
        place = bisect_left(starts, span.start)
        before = quotes[place - 1] if place else None
        after = quotes[place] if place < len(quotes) else None
        if (
            (before is not None and _is_tag(draft, before, span, saying))
            or (after is not None and _is_lead_in(draft, span, after, saying))
            or clauses.match(draft.text, span.start) is not None
            or _is_aside(draft.text, span)
        ):
            yield Finding(span, values=(("words", match[0]),))


def _is_verb(text: str, span: Span, options: MannerVerb) -> bool:
    """Whether the form is one that "a smile", "loud jeers" and "to laugh" do not have."""
    form = span.of(text).lower()
    if form.endswith("ing") or form in options.verbs:
        return False
    before = _LAST_WORD.search(text, max(span.start - _SUBJECT, 0), span.start)
    if not form.endswith("s") or before is None:
        return before is None or before[1].lower() not in ("a", "an", "the", "was", "were", "is")
    return before[1][0].isupper() or before[1].lower() in ("he", "she", "who", "it")


def _is_aside(text: str, verb: Span) -> bool:
    """Whether it tags words out of quotation marks: 'The boats, she smiled, were all sold.'"""
    before = text[max(verb.start - _SUBJECT, 0) : verb.start]
    after = text[verb.end : verb.end + _SUBJECT]
    if _PERSON_BEFORE.search(before) is not None:
        return after[:1] in (",", ".")
    return before.endswith(", ") and _PERSON_AFTER.match(after) is not None


def _is_tag(draft: Draft, quote: Quote, verb: Span, saying: Searcher) -> bool:
    """Whether the verb stands right after a quote that goes on into it: '"...," smiled Moss'."""
    if not 0 <= verb.start - quote.span.end <= _SUBJECT:
        return False
    between = draft.text[quote.span.end : verb.start]
    # British style puts the comma outside the marks.
    joined = quote.inner.of(draft.text).rstrip()[-1:] in tuple(",?!—-–") or between[:1] == ","
    if not joined or re.search(r"[.!?;:\n]|^,?\s*(?:and|but)\b", between) or saying.search(between):
        return False
    rest = draft.text[verb.end : verb.end + _SUBJECT]
    return re.match(r"\s+(?:and|as|while)\s+(?:said|added|told)", rest) is None


def _is_lead_in(draft: Draft, verb: Span, quote: Quote, saying: Searcher) -> bool:
    """Whether the verb leads into a quote: 'Moss laughed: "..."'."""
    between = draft.text[verb.end : quote.span.start]
    if len(between) > 2 * _SUBJECT or "\n" in between or saying.search(between):
        return False
    # One word in quotation marks is named, not spoken: 'smiled, "happy" at last'.
    return _LEAD_IN.match(between) is not None and " " in quote.inner.of(draft.text).strip()
