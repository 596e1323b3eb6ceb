"""Kinds "stitched-quote" and "heavy-brackets": quotes with much cut out of them, or put in.

An ellipsis says that words are left out, a bracket that the writer put some in. One of each does
no harm; several join up something that nobody said in one breath. Dots that mark a pause, verse
and the wording of laws are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.clauses import is_finite
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding
from attrib.check.options import read_options
from attrib.check.spoken import Spoken, find_spoken, words_outside
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_CUT = re.compile(r"\[\s?(?:…|\.(?:\s?\.){2,3})\s?\]|…\.?|\.(?:\s?\.){2,3}")
_BRACKET = re.compile(r"\[([^\[\]\n]{1,200})\]")
_STOP = re.compile(r"[.!?]['’”\"]?\s")
_NAME_BEFORE = re.compile(r"(?<![.!?]\s)\b[A-Z][\w.'’-]*\s$")
_NAME_AFTER = re.compile(r"\s[A-Z]\w")
_STOPS = (".", "!", "?")
_DOTS = 3
# How many words after a cut are searched for the verb of a clause.
_CLAUSE = 9
# How far around a cut its clauses are looked for, in characters.
_REACH = 400


@dataclass(frozen=True, slots=True)
class StitchedQuote:
    """Options of the kind.

    cuts      so many cuts in one quote are too many
    sentences 1: speaks of a single cut between two whole sentences too; 0: only within one
    clause    the fewest words of a clause that a single cut joins to another
    subjects  words that begin a clause, and
    pronouns  those that have a verb behind them at once
    fillers   words beside dots that mark a pause ("er")
    texts     words in the sentence for which cuts are usual ("statute", "poem")
    """

    cuts: int
    sentences: int
    clause: int
    subjects: tuple[str, ...]
    pronouns: tuple[str, ...]
    fillers: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeavyBrackets:
    """Options of the kind.

    brackets  so many insertions in one quote are too many
    share     so many percent of the quoted words in brackets are too many
    words     the fewest words of a quote that is judged by the share
    spared    what may stand in brackets ("sic", "laughs")
    """

    brackets: int
    share: int
    words: int
    spared: tuple[str, ...]


def find_stitched_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Quotes with several cuts, or with one that joins two clauses."""
    options = read_options(rule, StitchedQuote)
    for one in find_spoken(draft):
        cuts = [cut for cut in _find_cuts(draft, one) if not _is_pause(draft, one, cut, options)]
        if not cuts or _is_set_text(draft, one, options):
            continue
        if len(cuts) >= options.cuts:
            problem = f"{len(cuts)} cuts"
        elif any(_joins_clauses(draft, one, cut, options) for cut in cuts):
            problem = "a cut between two clauses"
        else:
            continue
        values = (("words", excerpt(draft.text, one.quote.inner)), ("problem", problem))
        yield Finding(one.quote.span, values=values)


def find_heavy_brackets(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Quotes with several insertions, or of which most words are inserted."""
    options = read_options(rule, HeavyBrackets)
    for one in find_spoken(draft):
        inner = one.quote.inner
        found = [
            match
            for match in _BRACKET.finditer(draft.text, inner.start, inner.end)
            if _is_insertion(draft, match, options) and not _is_name(draft, match)
        ]
        if not found:
            continue
        words = sum(token.is_word for token in tokenise(draft.text, inner.start, inner.end))
        inserted = sum(token.is_word for match in found for token in tokenise(match[1]))
        heavy = words >= options.words and inserted * 100 >= words * options.share
        if len(found) >= options.brackets or heavy:
            number = f"{len(found)} of its parts are" if len(found) > 1 else "most of it is"
            values = (("words", excerpt(draft.text, inner)), ("problem", number))
            yield Finding(one.quote.span, values=values)


def _find_cuts(draft: Draft, one: Spoken) -> list[Span]:
    """The ellipses with words of the quote on both sides."""
    inner = one.quote.inner
    found = [Span(*cut.span()) for cut in _CUT.finditer(draft.text, inner.start, inner.end)]
    text = draft.text
    return [
        cut
        for cut in found
        if any(char.isalnum() for char in text[max(inner.start, cut.start - 40) : cut.start])
        and any(char.isalnum() for char in text[cut.end : min(inner.end, cut.end + 40)])
    ]


def _around(draft: Draft, one: Spoken, cut: Span) -> tuple[list[Token], list[Token]]:
    """The words before the cut, from where their sentence begins, and those after it."""
    inner = one.quote.inner
    start = max(inner.start, cut.start - _REACH)
    # A full stop right before the cut ends the sentence that is asked for.
    for stop in _STOP.finditer(draft.text, start, max(cut.start - 2, start)):
        start = stop.end()
    end = min(inner.end, cut.end + _REACH)
    before = [token for token in tokenise(draft.text, start, cut.start) if token.is_word]
    after = [token for token in tokenise(draft.text, cut.end, end) if token.is_word]
    return before, after


def _first_clause(draft: Draft, after: list[Token]) -> Iterator[Token]:
    """The words after a cut up to the first mark."""
    end = after[0].start
    for token in after[:_CLAUSE]:
        if any(char in ",;:.!?…" for char in draft.text[end : token.start]):
            return
        yield token
        end = token.end


def _is_pause(draft: Draft, one: Spoken, cut: Span, options: StitchedQuote) -> bool:
    """Whether the dots mark that the speaker faltered: "I ... I do not know"."""
    before, after = _around(draft, one, cut)
    if not before or not after:
        return True
    if before[-1].lower == after[0].lower:
        return True
    if {before[-1].lower, after[0].lower} & set(options.fillers):
        return True
    # Dots that touch the words on both sides are the speaker's, as in a message; not between
    # two clauses.
    touching = not draft.text[cut.start - 1].isspace() and not draft.text[cut.end].isspace()
    if not touching or draft.text[cut.start] == "[":
        return False
    return not _are_clauses(draft, before, after, options)


def _is_set_text(draft: Draft, one: Spoken, options: StitchedQuote) -> bool:
    indexes = {one.first, one.last}
    outside = {token.lower for index in indexes for token in words_outside(draft, index)}
    return not outside.isdisjoint(options.texts) or "/" in one.quote.inner.of(draft.text)


def _joins_clauses(draft: Draft, one: Spoken, cut: Span, options: StitchedQuote) -> bool:
    before, after = _around(draft, one, cut)
    if not _are_clauses(draft, before, after, options):
        return False
    before_cut = draft.text[max(cut.start - 2, 0) : cut.start].strip()[-1:]
    # "It is clean. ... We": the full stop of a sentence and the three of the cut.
    ends = before_cut in _STOPS or (cut.of(draft.text).count(".") > _DOTS)
    return not (ends and after[0].is_capitalised and not options.sentences)


def _are_clauses(
    draft: Draft, before: list[Token], after: list[Token], options: StitchedQuote
) -> bool:
    """Whether a clause stands on either side, the second with a subject of its own."""
    if len(before) < options.clause or len(after) < options.clause:
        return False
    if not (after[0].is_capitalised or after[0].lower in options.subjects):
        return False
    finite = draft.rulebook.terms_of("finite-words")
    return all(
        words[0].lower.split("'")[0] in options.pronouns
        or any(
            is_finite(word.lower, finite) or word.lower in draft.vocabulary.forms for word in words
        )
        for words in (before, list(_first_clause(draft, after)))
    )


def _is_insertion(draft: Draft, match: re.Match[str], options: HeavyBrackets) -> bool:
    """Whether a bracket holds words of the writer's, not a changed letter, a note or a cut."""
    words = match[1]
    letters = [char for char in words if char.isalnum()]
    lower = words.lower().strip(" .!")
    # "[I]" is a word, and "[W]e" is none.
    around = draft.text[match.start() - 1] + draft.text[match.end() : match.end() + 1]
    whole = len(letters) > 1 or (words == "I" and not any(char.isalnum() for char in around))
    return whole and lower not in options.spared and not _CUT.search(words)


def _is_name(draft: Draft, match: re.Match[str]) -> bool:
    """Whether the bracket only makes a name whole: [Bob] Corker, Newt [Gingrich]."""
    if not all(word[0].isupper() for word in match[1].split()):
        return False
    before = _NAME_BEFORE.search(draft.text, max(match.start() - 30, 0), match.start())
    if before is not None and before[0].strip().lower() not in draft.vocabulary.function_words:
        return True
    return _NAME_AFTER.match(draft.text, match.end()) is not None
