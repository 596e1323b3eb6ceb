"""Kind "headline-quote": words in the headline's quotation marks that nobody says in the body.

Marks, case and inflection do not count, words may be cut off at either end, and an ellipsis
or a bracket may stand for words left out. Names of works, nicknames and coined words also stand
in marks in a headline: they are known by standing in the body without marks, as a name or in the
writer's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Headline, in_headline, is_voiced, sentence_at
from attrib.check.options import read_options
from attrib.check.words import Vocabulary, has_content, stem
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_QUOTED = re.compile(
    r"""["“”](?P<double>[^"“”]+)["“”]
    |«(?P<angle>[^«»]+)»
    |(?<!\w)[‘'](?P<single>(?:[^‘'’]|(?<=\w)['’](?=\w))+)['’](?!\w)""",
    re.VERBOSE,
)
_PARTS = re.compile(r"['’-]+")
# Quotes of one headline that are looked up in the body: bounds the work on hostile input.
_MOST_QUOTES = 20
_CUT = re.compile(r"\.{3}|…|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class HeadlineQuote:
    """Options of the kind.

    words   the fewest words of a quote that is looked at
    quotes  the fewest quotes the body must have: a body with none may be a mere notice,
            unless the headline has a word of `told`
    told    verbs by which the headline says that somebody said the words
    verbatim  a piece of so many words may stand in the body without marks
    label   in a headline in title case, up to so many words may be a label or a name
    """

    words: int
    quotes: int
    told: tuple[str, ...]
    verbatim: int
    label: int


def find_absent_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each quote of the headline whose words stand in no quote of the body."""
    options = read_options(rule, HeadlineQuote)
    headline = draft.headline
    if headline is None:
        return
    quotes = [
        quote.inner
        for quote in draft.segmentation.quotes
        if draft.segmentation.paragraphs[quote.paragraph].kind != "headline"
    ]
    outside = tokenise(_QUOTED.sub(" ", headline.span.of(headline.text)))
    if len(quotes) < options.quotes and not any(token.lower in options.told for token in outside):
        return
    spoken = _spell((tokenise(draft.text, q.start, q.end) for q in quotes), draft.vocabulary)
    # The first word has a capital in any headline.
    cased = _is_cased(draft, outside[1:])
    for inner in find_headline_quotes(headline):
        pieces = tuple(_find_pieces(headline.text, inner))
        n_words = sum(token.is_word for piece in pieces for token in piece)
        label = cased and n_words <= options.label and _is_cased(draft, *pieces)
        if n_words < options.words or label:
            continue
        if all(_spell((piece,), draft.vocabulary) in spoken for piece in pieces):
            continue
        if _is_own(draft, pieces, options):
            continue
        values = (("words", excerpt(headline.text, inner)),)
        # The marks too.
        yield Finding(Span(inner.start - 1, inner.end + 1), headline.field, values)


def find_headline_quotes(headline: Headline) -> Iterator[Span]:
    """What stands between quotation marks in the headline, the first twenty."""
    found = _QUOTED.finditer(headline.text, headline.span.start, headline.span.end)
    for match in islice(found, _MOST_QUOTES):
        yield Span(*match.span(match.lastgroup or 0))


def _is_cased(draft: Draft, *texts: tuple[Token, ...]) -> bool:
    """Whether there are content words and most of them have a capital."""
    tokens = (token for text in texts for token in text if token.is_word)
    words = [token for token in tokens if has_content(token, draft.vocabulary)]
    return bool(words) and sum(word.is_capitalised for word in words) * 3 > len(words) * 2


def _find_pieces(text: str, inner: Span) -> Iterator[tuple[Token, ...]]:
    """The words between the cuts, each piece to be found as it stands."""
    start = inner.start
    for cut in _CUT.finditer(text, inner.start, inner.end):
        yield tokenise(text, start, cut.start())
        start = cut.end()
    yield tokenise(text, start, inner.end)


def _spell(texts: Iterable[tuple[Token, ...]], vocabulary: Vocabulary) -> str:
    """The stems of all words and numbers with a space at each side; a bar ends each text."""
    return "|".join(
        "".join(
            f" {stem(word, vocabulary)}"
            for token in tokens
            if token.text[0].isalnum()
            # "We're" and "we are", "a working-class" and "a working class" are the same words.
            for word in _PARTS.split(token.text)
        )
        + " "
        for tokens in texts
    )


def _is_own(draft: Draft, pieces: tuple[tuple[Token, ...], ...], options: HeadlineQuote) -> bool:
    """Whether the body has the same words without marks: as a name, or said by itself.

    Long pieces may stand anywhere: transcripts and embedded posts quote without marks.
    """
    if all(len(piece) >= options.verbatim for piece in pieces):
        bodies = (part.span for part in draft.segmentation.paragraphs if part.kind == "prose")
        written = _spell((tokenise(draft.text, b.start, b.end) for b in bodies), draft.vocabulary)
        if all(_spell((piece,), draft.vocabulary) in written for piece in pieces):
            return True
    words = [token.text for piece in pieces for token in piece if token.text[0].isalnum()]
    same = re.compile(r"\W+".join(re.escape(word) for word in words), re.IGNORECASE)
    for match in same.finditer(draft.text):
        span = Span(*match.span())
        # Front matter and share buttons repeat the headline.
        if sentence_at(draft, span.start) is None or in_headline(draft, span.start):
            continue
        if not is_voiced(draft, span):
            return True
        found = [token for token in tokenise(match.group()) if token.text[0].isalnum()]
        if all(
            token.is_capitalised or token.lower in draft.vocabulary.function_words
            for token in found
        ):
            return True
    return False
