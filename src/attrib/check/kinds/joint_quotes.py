"""Kind "joint-quote": one verbatim quote of some length, spoken by several people at once.

Two people do not say the same sentence word for word; one of them did, or it is a statement
that both put out. Bodies speak with one voice, papers are written together, and a crowd chants.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_silent, is_voiced, sentence_at
from attrib.check.options import read_options
from attrib.records import Mention, Quote, ResolvedAttribution, Source, SourceClass, Span
from attrib.check.words import stem
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_PERSONS: frozenset[SourceClass | None] = frozenset(
    ("NOF", "NPA", "NEX", "NIN", "NSP", "UDK", "UOR", "URL", "COL", None)
)
_LONGEST_TAG = 24
_LONGEST_LEAD = 8
"""Words that may stand between the verb and a quote behind it: "told reporters on Monday, ..."."""
_LONGEST_NAMED = 5
_PARTING = frozenset(("while", "but", "though", "although", "when", "after", "because", "until"))
_OTHERS = frozenset(("of", "by", "to", "with", "for", "from", "one", "like", "other"))
_TELLING = frozenset((",", "of", "who", "whose", "that", "(", "with", "for", "from"))


@dataclass(frozen=True, slots=True)
class JointQuote:
    """Options of the kind.

    words      the fewest words of a quote that is looked at
    several    nouns for people of whom there are more than one ("couple", "neighbours")
    counted    nouns that are such people only when counted ("both [men]", "two [officials]")
    counts     the words that count them
    partners   what may stand behind "and" and begin a second speaker ("his", "the")
    pronouns   words for several who stand in the sentence before
    cues       lemmas of what is done together ("write", "chant")
    verbs      verbs of speech in a tag
    kin        words that may open a second speaker behind a name ("his", "her")
    parents    such words of which two stand for a pair ("mother and father")
    pointing   words before a noun for several ("the", "his")
    bodies     words of names that join no people ("Sons", "Bank")
    together   words anywhere in the sentence that show a common text or voice ("statement")
    """

    words: int
    several: tuple[str, ...]
    counted: tuple[str, ...]
    counts: tuple[str, ...]
    partners: tuple[str, ...]
    pronouns: tuple[str, ...]
    cues: tuple[str, ...]
    verbs: tuple[str, ...]
    kin: tuple[str, ...]
    parents: tuple[str, ...]
    pointing: tuple[str, ...]
    bodies: tuple[str, ...]
    together: tuple[str, ...]


def find_joint_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The speakers of each such quote, once a pair of speakers."""
    options = read_options(rule, JointQuote)
    seen: set[str] = set()
    told: set[Span] = set()
    for span, quote in (*_find_attributed(draft, options), *_find_tagged(draft, options)):
        key = " ".join(span.of(draft.text).lower().split()[-2:])
        if key in seen or quote.span in told:
            continue
        seen.add(key)
        told.add(quote.span)
        words = (("source", excerpt(draft.text, span)), ("words", excerpt(draft.text, quote.inner)))
        yield Finding(span, values=words)


def _find_attributed(draft: Draft, options: JointQuote) -> Iterator[tuple[Span, Quote]]:
    starts = [quote.span.start for quote in draft.segmentation.quotes]
    for resolved in draft.attributions:
        found = resolved.attribution
        if found.source is None or found.cue is None or found.modality == "negated":
            continue
        if found.cue.lemma.lower().split()[0] in options.cues or found.voice == "indirect":
            continue
        if found.cue.text.strip() == ":":
            continue
        if is_silent(draft, found.source.span) or is_voiced(draft, found.source.span):
            continue
        if not _are_several(draft, resolved, found.source, options):
            continue
        if _is_together(draft, found.sentence, options):
            continue
        quote = _find_long(draft, found.content, starts, options)
        if quote is not None:
            yield found.source.span, quote


def _find_tagged(draft: Draft, options: JointQuote) -> Iterator[tuple[Span, Quote]]:
    """Quotes whose own sentence has "Hall and Reed" or "the twins" beside a verb of speech."""
    verbs = frozenset(stem(verb, draft.vocabulary) for verb in options.verbs)
    for quote in draft.segmentation.quotes:
        if draft.segmentation.paragraphs[quote.paragraph].kind != "prose":
            continue
        inner = tokenise(draft.text, quote.inner.start, quote.inner.end)
        if sum(token.is_word for token in inner) < options.words:
            continue
        first = sentence_at(draft, quote.span.start)
        last = sentence_at(draft, quote.span.end - 1)
        if first is None or last is None:
            continue
        sentences = draft.segmentation.sentences
        whole = Span(sentences[first].span.start, sentences[last].span.end)
        if _is_together(draft, whole, options):
            continue
        before = tokenise(draft.text, whole.start, quote.span.start)
        after = tokenise(draft.text, quote.span.end, whole.end)
        for words, is_tag in ((after[:_LONGEST_TAG], True), (before[-_LONGEST_TAG:], False)):
            span = _read_tag(draft, words, verbs, options, is_tag=is_tag)
            if span is not None:
                yield span, quote
                break


def _read_tag(
    draft: Draft,
    words: tuple[Token, ...],
    verbs: frozenset[str],
    options: JointQuote,
    *,
    is_tag: bool,
) -> Span | None:
    """The speakers that a tag names, if they are several.

    Behind the quote the tag is what follows up to its end; before it, the verb comes last.
    """
    words = tuple(token for token in words if not is_silent(draft, token.span))
    if is_tag and words and words[0].lower in _PARTING:
        return None
    speaks = [
        place for place, token in enumerate(words) if stem(token.text, draft.vocabulary) in verbs
    ]
    leads = [
        place
        for place, token in enumerate(words[:-1])
        if token.lower == "according" or (token.lower == "words" and words[place + 1].lower == "of")
    ]
    if leads and not is_tag:
        return _find_pair(words[leads[-1] + 2 :], options, opens=True)
    if not speaks:
        return None
    place = speaks[0] if is_tag else speaks[-1]
    if words[place].lower in options.cues:
        return None
    # "..., said Hall and Reed" or "..., Hall and Reed said".
    if is_tag and place <= 1:
        return _find_pair(words[place + 1 :], options, opens=True)
    if not is_tag and len(words) - place > _LONGEST_LEAD:
        return None
    return _find_pair(words[:place], options, opens=False)


def _find_pair(words: tuple[Token, ...], options: JointQuote, *, opens: bool) -> Span | None:
    """Two names, or a noun for several, that the words open with, or else close with."""
    for place, token in enumerate(words):
        start, end = place, place + 1
        if token.lower in ("and", "nor") and 0 < place < len(words) - 1:
            if not _is_pair(words, place, options):
                continue
            start, end = _begin(words, place), place + 2
            if words[place + 1].lower in options.kin:
                end += 1
            while end < len(words) and words[end].is_word and words[end].is_capitalised:
                end += 1
        elif _is_several(words, place, options):
            start = place - 1
        else:
            continue
        fits = start <= _LONGEST_NAMED if opens else _is_subject(words[end:])
        parted = any(token.text in (",", ";") for token in words[:start]) if opens else False
        if fits and not parted:
            return Span(words[start].start, words[end - 1].end)
    return None


def _is_subject(rest: tuple[Token, ...]) -> bool:
    """Whether nothing but an apposition stands between the speakers and their verb."""
    marks = (",", "-", "–", "—")
    if not rest or rest[-1].lower == "they":
        return True
    return rest[0].text in marks and rest[-1].text in marks


def _is_several(words: tuple[Token, ...], place: int, options: JointQuote) -> bool:
    token = words[place]
    opening = words[max(place - 3, 0) : place]
    known = token.lower in options.several or (
        token.lower in options.counted and any(t.lower in options.counts for t in opening)
    )
    pointed = any(t.lower in options.pointing or t.lower in options.counts for t in opening)
    return known and pointed and not any(t.lower in _OTHERS for t in opening)


def _is_pair(words: tuple[Token, ...], place: int, options: JointQuote) -> bool:
    left, right = words[place - 1], words[place + 1]
    if not left.is_word or not right.is_word:
        return False
    family = left.lower in options.parents and right.lower in options.parents
    partner = left.is_capitalised and right.lower in options.kin
    named = left.is_capitalised and right.is_capitalised and _is_person(words, place, options)
    return named or partner or family


def _is_person(words: tuple[Token, ...], place: int, options: JointQuote) -> bool:
    """Whether "and" joins two people, and not the words of a name ("Food and Health")."""
    before = words[max(place - _LONGEST_NAMED, 0) : place]
    if any(token.lower in ("of", "at", "in", "for", "from", "to") for token in before):
        return False
    after = takewhile(lambda token: token.is_capitalised, words[place + 1 : place + 4])
    around = (words[place - 1], *after)
    return not any(token.lower in options.bodies for token in around)


def _begin(words: tuple[Token, ...], place: int) -> int:
    start = place
    while start and (words[start - 1].is_capitalised or words[start - 1].text == "."):
        start -= 1
    return min(start, place - 1)


def _are_several(
    draft: Draft, resolved: ResolvedAttribution, mention: Mention, options: JointQuote
) -> bool:
    source = draft.sources.get(resolved.source_id or "")
    if source is None or source.source_class not in _PERSONS:
        return False
    if _count_people(draft, source) > 1:
        return True
    words = [token.lower for token in tokenise(mention.text)]
    if len(words) == 1 and words[0] in options.pronouns:
        return _is_after_several(draft, mention, options)
    # "Bo Ashby, a sailor and the owner of two boats": what follows tells more of one person.
    end = next((place for place, word in enumerate(words) if word in _TELLING), len(words))
    head = words[:end]
    # "The mayor and [her deputy]"; "the Department of Food and Health" is no pair.
    for place, word in enumerate(head[:-1]):
        if word == "and" and place and head[place + 1] in options.partners:
            return True
    if any(word in options.several for word in head):
        return True
    counted = any(word in options.counts for word in head)
    return counted and any(word in options.counted for word in head)


def _count_people(draft: Draft, source: Source) -> int:
    members = (draft.sources.get(member) for member in source.members)
    return sum(1 for member in members if member and member.source_class in _PERSONS)


def _is_after_several(draft: Draft, mention: Mention, options: JointQuote) -> bool:
    here = sentence_at(draft, mention.span.start)
    if not here:
        return False
    before = draft.segmentation.sentences[here - 1].span
    tokens = tokenise(draft.text, before.start, before.end)
    return any(token.lower in options.several for token in tokens)


def _is_together(draft: Draft, sentence: Span, options: JointQuote) -> bool:
    tokens = tokenise(draft.text, sentence.start, sentence.end)
    return any(
        token.lower in options.together and not is_silent(draft, token.span) for token in tokens
    )


def _find_long(
    draft: Draft, content: tuple[Span, ...], starts: list[int], options: JointQuote
) -> Quote | None:
    """The first quote of enough words in what is said."""
    for span in content:
        first = max(bisect_left(starts, span.start) - 1, 0)
        for quote in draft.segmentation.quotes[first:]:
            if quote.span.start >= span.end:
                break
            inner = tokenise(draft.text, quote.inner.start, quote.inner.end)
            if quote.span.overlaps(span) and sum(t.is_word for t in inner) >= options.words:
                return quote
    return None
