"""Kind "headline-strength": the headline is surer, or says more of the speaker, than the body.

Two ways: the body's sentence on the matter leaves it open ("may cause", "is considering") and the
headline does not; or the headline has somebody admit or prove what the body lets them only say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage
from attrib.check.leads import find_open_lead, find_swollen
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.titles import find_assertion, find_tag, has_marks
from attrib.check.words import Vocabulary, content_stems, share, stem
from attrib.records import Sentence, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# How many words before "is an option" it may be about.
_BACK = 4


@dataclass(frozen=True, slots=True)
class HeadlineStrength:
    """Options of the kind.

    hedges   words of the body that leave a matter open
    futures  such words that a headline may give as "to" or "will" ("expected")
    links    such words that speak of a connection alone ("linked"), where
    causes   words of the headline make a cause of it
    findings such words when they say what one of the
    studies  comes to ("suggests")
    adjectives words of the body that leave open only the noun right after them ("suspected")
    trailing words of the body that leave open what stands right before them ("is an option")
    softened words by which the headline leaves the matter open itself
    promises words of the headline for what is to come
    strong   families of strong cues, one a line, the one in the headline first: where the headline
             has one of a family, some word of it must stand in the body
    alike    families of words that say the same, one a line
    dating   words before "May" that make a month of it
    reach    how many words after a hedge are looked at
    words    the fewest content words that headline and sentence must share, and
    overlap  how many percent of the headline's
    open     phrases by which a lead leaves open all that follows, as in `attrib.check.phrasing`
    shut     such phrases that leave open what stands before them ("was one of several")
    disclaimers phrases of the body by which a study shows no cause, where the headline has one
    amounts  words of the headline for an amount that the body must use too
    lead     so many sentences at the top of the body are held against the headline
    """

    hedges: tuple[str, ...]
    futures: tuple[str, ...]
    links: tuple[str, ...]
    findings: tuple[str, ...]
    studies: tuple[str, ...]
    adjectives: tuple[str, ...]
    trailing: tuple[str, ...]
    causes: tuple[str, ...]
    softened: tuple[str, ...]
    promises: tuple[str, ...]
    strong: tuple[str, ...]
    alike: tuple[str, ...]
    dating: tuple[str, ...]
    reach: int
    words: int
    overlap: int
    lead: int
    open: tuple[str, ...]
    shut: tuple[str, ...]
    disclaimers: tuple[str, ...]
    amounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """Stems of content words, each family of words alike read as its first."""

    vocabulary: Vocabulary
    alike: Mapping[str, str]

    def of(self, tokens: Iterable[Token]) -> frozenset[str]:
        found = content_stems(tokens, self.vocabulary)
        return frozenset(self.alike.get(one, one) for one in found)


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    tokens: tuple[Token, ...]
    stems: frozenset[str]


def find_stronger_headlines(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The headline, or the cue in it, at most once."""
    options = read_options(rule, HeadlineStrength)
    headline = draft.headline
    if headline is None:
        return
    span = find_assertion(headline)
    tokens = tuple(t for t in tokenise(headline.text, span.start, span.end) if t.text[0].isalnum())
    if "?" in span.of(headline.text):
        return
    words = _load(options.alike, draft.vocabulary)
    body = [_read(draft, sentence.span, words) for sentence in _prose(draft)]
    cue = _find_strong_cue(tokens, body, words, options)
    if cue is not None:
        token, sentence = cue
        related = (Passage(sentence.span, "the body puts it more mildly here"),)
        values = (("words", token.text), ("reason", "nothing in the body bears the word out"))
        yield Finding(token.span, headline.field, values, related)
        return
    tag = find_tag(headline, span)
    if has_marks(headline, span) or any(
        token.lower in options.softened and not _is_month(tokens, index, options)
        for index, token in enumerate(tokens)
        # Who warns of what "will" come has not made it a "may".
        if tag is None or token.start < tag
    ):
        return
    dropped = _find_dropped_hedge(tokens, body, words, options)
    if dropped is not None:
        hedge, sentence = dropped
        weaker: tuple[str, Span] | None = (f'the body has "{hedge.text}"', sentence.span)
    else:
        weaker = _find_weaker_lead(draft, tokens, body, words, options)
    if weaker is not None:
        reason, place = weaker
        values = (("words", excerpt(headline.text, span)), ("reason", reason))
        yield Finding(span, headline.field, values, (Passage(place, "more mildly here"),))


def _find_weaker_lead(
    draft: Draft,
    tokens: tuple[Token, ...],
    body: list[_Sentence],
    words: _Words,
    options: HeadlineStrength,
) -> tuple[str, Span] | None:
    """Why the opening of the body says less than the headline, and where it does."""
    stems, lead = words.of(tokens), body[0].span if body else None
    if lead is None:
        return None
    hedges = compile_phrases(options.open, draft.rulebook)
    trailing = compile_phrases(options.shut, draft.rulebook)
    hedge = find_open_lead(draft.text, lead, stems, hedges, trailing, words.of)
    if hedge is not None:
        return f'the body has "{excerpt(draft.text, hedge)}"', lead
    if any(token.lower in options.causes for token in tokens):
        denied = compile_phrases(options.disclaimers, draft.rulebook)
        found = denied.search(draft.text, lead.start)
        if found is not None:
            return "the body says that no cause was shown", Span(*found.span())
    swollen = find_swollen(tokens, options.amounts, draft.text, lead.start)
    if swollen is not None and _is_on(stems - words.of((swollen,)), body[0].stems, options):
        return f'the body has no "{swollen.text.lower()}"', lead
    return None


def _load(alike: tuple[str, ...], vocabulary: Vocabulary) -> _Words:
    families = [[stem(word, vocabulary) for word in family.split()] for family in alike]
    return _Words(vocabulary, {one: family[0] for family in reversed(families) for one in family})


def _prose(draft: Draft) -> Iterator[Sentence]:
    for sentence in draft.segmentation.sentences:
        if draft.segmentation.paragraphs[sentence.paragraph].kind == "prose":
            yield sentence


def _read(draft: Draft, span: Span, words: _Words) -> _Sentence:
    tokens = tokenise(draft.text, span.start, span.end)
    return _Sentence(span, tokens, words.of(tokens))


def _find_strong_cue(
    tokens: tuple[Token, ...], body: list[_Sentence], words: _Words, options: HeadlineStrength
) -> tuple[Token, _Sentence] | None:
    """A cue of the headline of whose family the body has no word, and the sentence it is about."""
    whole: frozenset[str] = frozenset().union(*(sentence.stems for sentence in body))
    for family in options.strong:
        stems = [stem(word, words.vocabulary) for word in family.split()]
        for token in tokens:
            if stem(token.text, words.vocabulary) != stems[0] or not whole.isdisjoint(stems):
                continue
            rest = words.of(other for other in tokens if other is not token)
            near = [one for one in body[: options.lead] if _is_on(rest, one.stems, options)]
            if near:
                return token, max(near, key=lambda one: share(rest, one.stems))
    return None


def _is_on(stems: frozenset[str], held: frozenset[str], options: HeadlineStrength) -> bool:
    shared = len(stems & held)
    return shared >= options.words and shared * 100 >= options.overlap * len(stems)


def _find_dropped_hedge(
    tokens: tuple[Token, ...], body: list[_Sentence], words: _Words, options: HeadlineStrength
) -> tuple[Token, _Sentence] | None:
    """The hedge over what the headline says plainly, unless the body says so plainly too."""
    stems = words.of(tokens)
    present = {token.lower for token in tokens}
    hedges = set(options.hedges)
    if present.isdisjoint(options.promises):
        hedges.update(options.futures)
    if not present.isdisjoint(options.causes):
        hedges.update(options.links)
    found: tuple[Token, _Sentence] | None = None
    hedged = plain = 0.0
    for number, sentence in enumerate(body):
        if not _is_on(stems, sentence.stems, options):
            continue
        held = share(stems, sentence.stems)
        hedge = _find_hedge(sentence, stems, hedges, words, options)
        if hedge is None:
            plain = max(plain, held)
        elif number < options.lead and held > hedged:
            found, hedged = (hedge, sentence), held
    # Where the body states it plainly, what else it leaves open is another matter.
    return found if hedged > plain else None


def _is_finding(tokens: tuple[Token, ...], index: int, options: HeadlineStrength) -> bool:
    """Whether this is what a study "suggests": a person who suggests something just says it."""
    return tokens[index].lower in options.findings and any(
        token.lower in options.studies for token in tokens[max(index - options.reach, 0) : index]
    )


def _is_month(tokens: tuple[Token, ...], index: int, options: HeadlineStrength) -> bool:
    if tokens[index].text != "May":
        return False
    return index > 0 and tokens[index - 1].lower in options.dating


def _find_hedge(
    sentence: _Sentence,
    stems: frozenset[str],
    hedges: set[str],
    words: _Words,
    options: HeadlineStrength,
) -> Token | None:
    """The first hedge of the sentence that is soon followed by what the headline says."""
    tokens = sentence.tokens
    said: frozenset[str] = frozenset()
    for index, token in enumerate(tokens):
        said |= words.of(tokens[max(index - 1, 0) : index])
        # The headline has the very word, or it is a date.
        if not stems.isdisjoint(words.of((token,))) or _is_month(tokens, index, options):
            continue
        near: tuple[Token, ...] = ()
        if token.lower in options.adjectives:
            near = tokens[index + 1 : index + 3]
        elif token.lower in hedges or _is_finding(tokens, index, options):
            near = tokens[index + 1 : index + 1 + options.reach]
        # What is left open is new after the hedge, and names stand everywhere.
        fresh = words.of(one for one in near if not one.is_capitalised) - said
        if token.lower in options.trailing:
            before = tokens[max(index - _BACK, 0) : index]
            fresh |= words.of(one for one in before if not one.is_capitalised or one is tokens[0])
        if not stems.isdisjoint(fresh):
            return token
    return None
