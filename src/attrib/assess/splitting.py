"""Cutting content that says several things into one piece for each.

A piece is a sentence of a quote, or a finite clause joined to another on the same level. Lists
of nouns, relative clauses and subordinate clauses stay whole; where the words leave the level
open, nothing is cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from attrib.assess.scene import Scene, is_quoted, sentences_touched
from attrib.records import Span
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

# How many tokens the subject of a coordinated clause may take before its finite verb.
SUBJECT_REACH = 10
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "…", "...", "—", "–", "--", "("})


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Word lists that tell clauses: all lower-case."""

    coordinators: frozenset[str]
    openers: frozenset[str]
    subjects: frozenset[str]
    finite: frozenset[str]
    objective: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]


def load_clause_words(rulebook: Rulebook) -> ClauseWords:
    """The lists of rules/en/grammar that tell where a clause opens."""
    return ClauseWords(
        rulebook.terms_of("coordinators"),
        (rulebook.terms_of("subordinators") | rulebook.terms_of("relatives")) - {"that", "than"},
        rulebook.terms_of("assess-subjects"),
        rulebook.terms_of("assess-finite"),
        rulebook.terms_of("object-pronouns"),
        rulebook.terms_of("adverbs"),
        rulebook.terms_of("prepositions"),
    )


def split_content(
    scene: Scene, content: tuple[Span, ...], words: ClauseWords
) -> tuple[tuple[Span, ...], ...]:
    """The pieces of `content`, each one span or more; together they are `content`, no gaps."""
    found = {*_sentence_cuts(scene, content), *_clause_cuts(scene, content, words)}
    cuts = _between_words(scene.text, content, sorted(found))
    pieces: list[tuple[Span, ...]] = []
    piece: list[Span] = []
    for span in content:
        start = span.start
        for cut in cuts[bisect_left(cuts, span.start) : bisect_left(cuts, span.end)]:
            if cut > start:
                piece.append(Span(start, cut))
                start = cut
            if piece:
                pieces.append(tuple(piece))
                piece = []
        piece.append(Span(start, span.end))
    return (*pieces, tuple(piece))


def _between_words(text: str, content: tuple[Span, ...], cuts: list[int]) -> list[int]:
    """The cuts that leave a word on either side, so that no piece is a lone mark."""
    places = [
        place for span in content for place in range(span.start, span.end) if text[place].isalnum()
    ]
    kept: list[int] = []
    for cut in cuts:
        behind = bisect_left(places, cut)
        before = bisect_left(places, kept[-1]) if kept else 0
        if before < behind < len(places):
            kept.append(cut)
    return kept


def _sentence_cuts(scene: Scene, content: tuple[Span, ...]) -> list[int]:
    """Where the content goes on in another sentence."""
    cuts: list[int] = []
    last: int | None = None
    for span in content:
        touched = sentences_touched(scene, span)
        starts = [scene.segmentation.sentences[index].span.start for index in touched]
        cuts += [start for start in starts if span.start < start < span.end]
        if touched and last is not None and touched[0] > last:
            cuts.append(span.start)
        last = touched[-1] if touched else last
    return cuts


def _clause_cuts(scene: Scene, content: tuple[Span, ...], words: ClauseWords) -> list[int]:
    """Places of the connectives that open a coordinated finite clause."""
    sentences = sorted(_sentence_cuts(scene, content))
    quoted = is_quoted(scene, content)
    cuts: list[int] = []
    for tokens in _by_sentence(scene, content, sentences):
        clause = _Clause()
        for index, token in enumerate(tokens):
            if _is_joint(token, words) and _opens_clause(
                tokens, index, words, clause, quoted=quoted
            ):
                cuts.append(_with_opening_mark(scene.text, token.start))
                clause = _Clause()
            clause = clause.with_token(tokens, index, words)
    return cuts


def _with_opening_mark(text: str, place: int) -> int:
    """The place of the quotation mark that opens right before `place`, or `place` itself."""
    marked = place > 0 and text[place - 1] in "\"“‘'«„"
    return place - 1 if marked and (place == 1 or text[place - 2].isspace()) else place


def _by_sentence(scene: Scene, content: tuple[Span, ...], cuts: list[int]) -> list[list[Token]]:
    """The words and stops of the content, without quotation marks, one list a sentence."""
    lists: list[list[Token]] = [[] for _ in range(len(cuts) + 1)]
    for span in content:
        for token in tokenise(scene.text, span.start, span.end):
            if token.text[0].isalnum() or token.text in _STOPS:
                lists[bisect_right(cuts, token.start)].append(token)
    return lists


@dataclass(frozen=True, slots=True)
class _Clause:
    """What was read since the last cut: finite verbs, openers, and an opener still in force."""

    n_finite: int = 0
    n_openers: int = 0
    in_opened: bool = False
    inner_that: bool = False

    @property
    def has_main_verb(self) -> bool:
        # Every opener takes the finite verb that follows it.
        return self.n_finite > self.n_openers

    def with_token(self, tokens: list[Token], index: int, words: ClauseWords) -> _Clause:
        token = tokens[index]
        # The first "that" and the one of "and that" only introduce what is said.
        inner = token.lower == "that" and index > 0 and not _is_joint(tokens[index - 1], words)
        opener = inner or token.lower in words.openers
        return _Clause(
            self.n_finite + _is_finite(tokens, index, words),
            self.n_openers + opener,
            opener or (self.in_opened and token.text not in _STOPS),
            self.inner_that or inner,
        )


def _is_joint(token: Token, words: ClauseWords) -> bool:
    return token.lower in words.coordinators or token.text == ";"


def _opens_clause(
    tokens: list[Token], index: int, words: ClauseWords, left: _Clause, *, quoted: bool
) -> bool:
    """Whether the connective at `index` joins a whole clause to what was read before it."""
    if not left.n_finite:
        return False
    joint, rest = tokens[index], tokens[index + 1 : index + 2 + SUBJECT_REACH]
    if rest and rest[0].lower == "that":
        # "it knew that P and that Q": the second belongs to the first inside the content.
        return tokens[0].lower == "that" or not (quoted or left.inner_that)
    if not left.has_main_verb or (left.in_opened and joint.text != ";"):
        return False
    if rest and joint.text == ";" and rest[0].lower in words.coordinators:
        rest = rest[1:]
    return _begins_clause(rest, words)


def _begins_clause(tokens: list[Token], words: ClauseWords) -> bool:
    """Whether a subject and its finite verb stand at the front of `tokens`."""
    while tokens and (tokens[0].lower in words.adverbs or tokens[0].lower.endswith("ly")):
        tokens = tokens[1:]
    if not tokens:
        return False
    if tokens[0].lower in words.subjects - words.objective:
        # "for he and she and me" is a list.
        return len(tokens) > 1 and not _is_joint(tokens[1], words) and tokens[1].is_word
    # A verb with no noun phrase in front of it shares the subject before.
    if tokens[0].lower in words.finite or tokens[0].lower in ("to", "not"):
        return False
    for index, token in enumerate(tokens):
        if index and _is_finite(tokens, index, words):
            return True
        if token.text in _STOPS or token.lower == "that" or _is_joint(token, words):
            return False
        if token.lower in words.openers:
            return False
    return False


def _is_finite(tokens: list[Token], index: int, words: ClauseWords) -> bool:
    """Whether a token is a finite verb: by its form, or by standing behind a pronoun."""
    token = tokens[index]
    if token.lower in words.finite:
        # The month, not the modal.
        return token.lower != "may" or token.text == "may"
    if index == 0 or tokens[index - 1].lower not in words.subjects or not token.is_word:
        return False
    if tokens[index - 1].lower in words.objective:
        return token.lower.endswith(("ed", "s")) and token.lower not in words.prepositions
    closed = words.openers | words.coordinators | words.prepositions | words.subjects
    return token.lower not in closed and not token.lower.endswith(("ly", "ing"))
