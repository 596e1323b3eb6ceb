"""Words that run a person down without an insult: a picture, a quip, what somebody never managed.

No list has them all. So the speaker must be granted anonymity right there, the words must be of a
person, and something in them must tell ill: a negation, a comparison, an image ("a storm in
heels"), or a word of failure. Praise and plain news are left alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from attrib.check.draft import Draft, is_silent, sentence_at
from attrib.check.insults import People
from attrib.check.matching import Searcher
from attrib.check.persons import PersonWords
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near, sentence_has
from attrib.records import ResolvedAttribution, Span
from attrib.tokens import Token, tokenise

_BE = frozenset(("is", "was", "'s", "are", "were", "be", "been"))
_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "prof",
        "professor",
        "gen",
        "general",
        "col",
        "colonel",
        "judge",
        "rev",
        "sen",
        "senator",
        "rep",
        "minister",
        "cllr",
    )
)
# The most words of a quip whose butt stands in the sentence before.
_QUIP = 14
_ARTICLES = frozenset(("a", "an", "the"))
# Words between "she was a" and its noun.
_IMAGE = 4
# Words behind an anonymity phrase that open the reason for it, and where the first one is.
_REASONS = frozenset(("because", "as", "since", "for", "to", "out", "lest", "fearing", "citing"))
_NEXT = 20
# "Regulators did not consider Moss a realistic choice" paints no picture.
_THINKING = frozenset(("consider", "see", "regard", "think", "rate", "remember"))
# The words of a quote that is no more than an epithet, and the characters of a tag behind it.
_EPITHET = 6
_TAG = 40
# How many words before what tells ill the person may stand.
_REACH = 14


@dataclass(frozen=True, slots=True)
class SlightWords:
    """What tells ill (`ill`), what needs no person beside it (`aversion`), and what excuses."""

    ill: Searcher
    aversion: Searcher
    praise: Searcher
    news: Searcher
    anonymity: Searcher


def read_slight_words(
    draft: Draft,
    ill: tuple[str, ...],
    aversion: tuple[str, ...],
    praise: tuple[str, ...],
    news: tuple[str, ...],
) -> SlightWords:
    """The words of a rule's options as patterns."""
    rulebook = draft.rulebook
    return SlightWords(
        ill=compile_phrases(ill, rulebook),
        aversion=compile_phrases(aversion, rulebook),
        praise=compile_phrases(praise, rulebook),
        news=compile_phrases(news, rulebook),
        anonymity=compile_phrases(rulebook.terms_of("anonymity"), rulebook),
    )


def is_shielded(draft: Draft, span: Span, words: SlightWords) -> bool:
    """Whether a name is said to be held back in the sentence at `span` or beside it."""
    here = sentence_at(draft, span.start)
    return here is not None and sentence_has(draft, near(draft, here, 1), words.anonymity)


def find_slight(
    draft: Draft, part: Span, people: People, words: SlightWords, *, named: bool
) -> Span | None:
    """The words in `part` that run somebody down; `named` where a verb calls them something."""
    text = draft.text
    if any(one.search(text, part.start, part.end) for one in (words.praise, words.news)):
        return None
    averse = words.aversion.search(text, part.start, part.end)
    if averse is not None:
        return Span(*averse.span())
    tokens = tokenise(text, part.start, part.end)
    persons = [place for place in range(len(tokens)) if _is_one(tokens, place, people)]
    if not persons:
        quoted = bool(tokens) and is_silent(draft, part)
        aimed = quoted and len(tokens) <= _QUIP and _is_aimed(draft, part, people)
        ill = words.ill.search(text, part.start, part.end) if aimed else None
        return Span(*ill.span()) if ill is not None else None
    if named and persons[0] == next((n for n, one in enumerate(tokens) if one.is_word), -1):
        return Span(tokens[persons[0]].start, tokens[-1].end)
    masks = _find_masks(text, part, words)
    for ill in words.ill.finditer(text, tokens[persons[0]].end, part.end):
        if any(mask.start <= ill.start() < mask.end for mask in masks):
            continue
        between = tokenise(text, tokens[persons[0]].end, ill.start())
        if len(between) <= _REACH:
            return Span(tokens[persons[0]].start, ill.end())
        break
    return _find_image(draft, tokens, persons)


def find_epithet(
    draft: Draft, resolved: ResolvedAttribution, people: People, words: SlightWords, *, named: bool
) -> Span | None:
    """A picture of somebody by a speaker without a name: "described the minister as a windsock".

    So is a quote of a few words that a tag says is of a person: '"Pure poison," one said of her'.
    """
    found, text = resolved.attribution, draft.text
    if found.cue is None or found.source is None or not found.content:
        return None
    whole = Span(found.content[0].start, found.content[-1].end)
    if any(one.search(text, *_ends(whole)) for one in (words.praise, words.news)):
        return None
    tokens = tokenise(text, *_ends(whole))
    if named and found.cue.lemma.lower() in _THINKING:
        return None
    if named:
        person = next((n for n in range(min(3, len(tokens))) if _is_one(tokens, n, people)), None)
        return None if person is None else _find_likened(draft, tokens, person)
    end = max(found.cue.span.end, found.source.span.end)
    tag = tokenise(text, end, min(end + _TAG, found.sentence.end))
    short = sum(token.is_word for token in tokens) <= _EPITHET and found.voice == "direct"
    told_of = found.cue.text.lower().endswith((" of", " about"))
    aimed = told_of or (bool(tag) and tag[0].lower in ("of", "about"))
    if short and aimed and any(_is_one(tag, place, people) for place in range(len(tag))):
        return whole
    return None


def _find_likened(draft: Draft, tokens: tuple[Token, ...], person: int) -> Span | None:
    """What the person is called, where it is a thing, or stands in quotation marks."""
    roles = PersonWords(draft)
    for place in range(person + 1, min(person + 1 + _IMAGE, len(tokens))):
        if tokens[place].lower not in _ARTICLES:
            continue
        nouns = [token for token in tokens[place + 1 : place + 1 + _IMAGE] if token.is_word]
        quoted = tokens[place - 1].lower in ('"', "“", "‘", "'", "to")
        if nouns and (quoted or not any(noun.lower in roles for noun in nouns)):
            return Span(tokens[person].start, nouns[-1].end)
    return None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _find_masks(text: str, part: Span, words: SlightWords) -> list[Span]:
    """Where the name is said to be held back, and why."""
    return [
        Span(match.start(), past_reason(text, match.end(), part.end))
        for match in words.anonymity.finditer(text, part.start, part.end)
    ]


def past_reason(text: str, start: int, end: int) -> int:
    """Where the reason ends that may follow "not to be named" at `start`: "as she was not free"."""
    following = tokenise(text, start, min(start + _NEXT, end))[:1]
    if following == () or following[0].lower not in _REASONS:
        return start
    comma = text.find(",", start, end)
    return comma if comma >= 0 else end


def _is_aimed(draft: Draft, part: Span, people: People) -> bool:
    """Whether the sentence before names somebody, of whom a quip is then said."""
    here = sentence_at(draft, part.start)
    if not here:
        return False
    before = draft.segmentation.sentences[here - 1].span
    tokens = tokenise(draft.text, before.start, before.end)
    return any(_is_one(tokens, place, people) for place in range(len(tokens)))


def _is_one(tokens: tuple[Token, ...], place: int, people: People) -> bool:
    token = tokens[place]
    titled = place > 0 and tokens[place - 1].lower.rstrip(".") in _TITLES
    if titled and token.is_capitalised:
        return True
    return people.is_one(token) or token.lower in ("him", "her")


def _find_image(draft: Draft, tokens: tuple[Token, ...], persons: list[int]) -> Span | None:
    """ "She was a storm in heels": a noun said of a person that is no word for one."""
    roles = PersonWords(draft)
    for first in persons:
        place = first
        # "Ida Moss was": the whole name, where its first word is known for one.
        while place + 1 < len(tokens) and tokens[place + 1].is_capitalised:
            place += 1
        if place + 2 >= len(tokens) or tokens[place + 1].lower not in _BE:
            continue
        if tokens[place + 2].lower not in _ARTICLES:
            continue
        nouns = tokens[place + 3 : place + 3 + _IMAGE]
        if nouns and not any(noun.lower in roles for noun in nouns):
            return Span(tokens[first].start, nouns[-1].end)
    return None
