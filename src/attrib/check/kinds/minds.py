"""Kind "mind-reading": what somebody thinks or feels, told with no word of how anybody knows.

"The mayor fears a strike": a reporter sees and hears, and cannot see a fear. Silent where the
one who feels it also speaks nearby, and where a poll or a diary says so. Words that nobody says
of himself ("in her heart", "secretly wants") need no subject and are answered by no speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, attributions_near, headline_has, sentence_at
from attrib.check.matching import Searcher
from attrib.check.mental import views, within, without_subject
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near, own_words, paraphrased_words, sentence_has
from attrib.check.words import stem
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# How far before the verb its subject may stand, in characters.
_REACH = 140
# Words that stand between "Moss" and her fear: ", who runs the inn since 1998,".
_ASIDE = re.compile(r",\s[^,;:]{2,100},\s*$|,?\s+who(?:\s+\w+ly)?\s*$|,\s+\w+,?\s*$")
_JOINED = re.compile(r"\b(?:and|but|or)\s*$|,\s*$")
_DENIAL = re.compile(
    r"(?:do|does|did)(?:n['’]t| not)?|has|have|had|is|are|was|were|never|not|no|longer|now|still"
    r"|also|even|ever|both|all|already|will|would|may|must|both|alike|clearly",
    re.IGNORECASE,
)
# What a subject may have behind its head: "voters in the valley", "many of his neighbours".
_BEHIND_HEAD = re.compile(
    r"\s(?:of|in|at|from|on|with|around|across|near|behind|under|inside|along|outside)\s"
    r"(?:the\s|its\s|his\s|her\s|their\s)?(?:[\w’'-]+\s){0,2}[\w’'-]+\s*$"
)
# Words of a subject up to its head: "many loyal voters".
_LONGEST_HEAD = 5
# How far beside a verb the words are looked for that make it none, in characters.
_BEHIND = 24
_NO_OBJECT = re.compile(r"\s*(?:[.,;:)]|(?:of|in|on|at|and|are|were|was|is|have|who|from|with)\b)")
# Whoever says "I" tells of his own mind, and "no doubt" is nobody's.
_FIRST = re.compile(r"\b(?:I|we|you|no)\s(?:do\s|don['’]t\s)?$", re.IGNORECASE)
_PARTICIPLE = ("ed", "thought", "felt", "known")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s(?:not\s|\w+ly\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MindReading:
    """Options of the kind.

    phrases  what minds do, as in `attrib.check.phrasing`: "lost faith", "has no doubt"
    verbs    verbs of the mind, by their base ("fear")
    states   words for a state of mind behind "is", "feels", "grew" ("afraid", "sick of")
    feelings nouns for one ("relief"), as in "to her relief", "out of spite"
    organs   what a mind has ("patience"), as in "has no patience", "his patience is gone"
    moves    verbs whose object feels ("gall": "it galled him")
    inner    phrases that are never seen nor said ("in her heart")
    exempt   words right after the phrase that make it another matter
    persons  nouns for one who has a mind, besides names and roles
    answers  words near it that say how it is known
    local    words in the sentence itself that do
    spared   words before the subject that make it a thought of nobody's ("if he hopes")
    speech   stances of an attribution that let the person speak
    window   how many sentences before and after are searched for either
    """

    phrases: tuple[str, ...]
    verbs: tuple[str, ...]
    states: tuple[str, ...]
    feelings: tuple[str, ...]
    organs: tuple[str, ...]
    moves: tuple[str, ...]
    inner: tuple[str, ...]
    exempt: tuple[str, ...]
    persons: tuple[str, ...]
    answers: tuple[str, ...]
    local: tuple[str, ...]
    spared: tuple[str, ...]
    speech: tuple[str, ...]
    window: int


def find_mind_reading(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such phrase of each sentence."""
    options = read_options(rule, MindReading)
    phrases = within(options.verbs, options.states, options.organs, draft.rulebook, options.phrases)
    answers = compile_phrases(options.answers, draft.rulebook)
    local = compile_phrases(options.local, draft.rulebook)
    exempt = compile_phrases(options.exempt, draft.rulebook)
    inner = compile_phrases(options.inner, draft.rulebook)
    # A poll or a diary in the headline is what the whole story tells of.
    if headline_has(draft, answers):
        return
    seen: set[int] = set()
    for span, here in _find_inner(draft, inner, options):
        known = sentence_has(draft, near(draft, here, options.window), answers, span)
        if here not in seen and not known and not sentence_has(draft, (here,), local, span):
            seen.add(here)
            subject = _find_subject(draft, span, here, options)
            is_known = subject is not None and _is_person(draft, subject, options)
            yield _show(draft, subject if is_known else None, span)
    for span, here in own_words(draft, phrases):
        if here in seen or exempt.match(draft.text, span.start) or _is_no_verb(draft.text, span):
            continue
        subject = _find_subject(draft, span, here, options)
        if subject is None or not _is_person(draft, subject, options):
            continue
        places = near(draft, here, options.window)
        if sentence_has(draft, places, answers, span) or sentence_has(draft, (here,), local, span):
            continue
        if _speaks(draft, subject, span, places, options):
            continue
        seen.add(here)
        yield _show(draft, subject, span)


def _is_no_verb(text: str, span: Span) -> bool:
    """Whether it is a noun ("two suspects, both armed") or a passive ("is believed to")."""
    words = span.of(text).lower().split()
    after = text[span.end : span.end + _BEHIND]
    if len(words) == 1 and words[0].endswith("s") and _NO_OBJECT.match(after):
        return True
    before = text[max(span.start - _BEHIND, 0) : span.start]
    if _FIRST.search(before):
        return True
    return words[0].endswith(_PARTICIPLE) and _PASSIVE.search(before) is not None


def _shapes_of(draft: Draft, options: MindReading) -> Iterator[Searcher]:
    yield from without_subject(
        options.feelings,
        options.organs,
        options.moves,
        options.states,
        options.persons,
        draft.rulebook,
    )


def _find_inner(draft: Draft, inner: Searcher, options: MindReading) -> Iterator[tuple[Span, int]]:
    yield from paraphrased_words(draft, inner)
    for shape in _shapes_of(draft, options):
        yield from own_words(draft, shape)
    yield from own_words(draft, views())


def _show(draft: Draft, subject: Token | None, span: Span) -> Finding:
    """The phrase, with the one whose mind it is where that stands right before it."""
    if subject is not None and 0 <= span.start - subject.end < 2:
        span = Span(subject.start, span.end)
    return Finding(span, values=(("words", excerpt(draft.text, span)),))


def _find_subject(draft: Draft, verb: Span, here: int, options: MindReading) -> Token | None:
    """The last word of what stands before the verb: a name, a noun, "he"."""
    start = max(verb.start - _REACH, draft.segmentation.sentences[here].span.start)
    aside = _ASIDE.search(draft.text, start, verb.start)
    stop = aside.start() if aside else verb.start
    if aside is None and (joined := _JOINED.search(draft.text, start, verb.start)):
        # "Moss left early and regrets the sale": the subject opens the sentence.
        first = _first_person(draft, start, joined.start(), options)
        if first is not None:
            return first
    words = [word for word in tokenise(draft.text, start, stop) if word.text != '"']
    found = _last_word(words, options)
    if found is not None and _is_person(draft, found, options):
        return found
    # "Privately, ministers think": the aside is none, and the subject stands right there.
    if aside is not None:
        plain = [w for w in tokenise(draft.text, aside.start(), verb.start) if w.is_word]
        close = _last_word(plain, options)
        if close is not None and _is_person(draft, close, options):
            return close
    behind = _BEHIND_HEAD.search(draft.text, start, stop)
    if behind is not None:
        head = [w for w in tokenise(draft.text, start, behind.start()) if w.text != '"']
        first = _last_word(head, options)
        if first is not None and len(head) <= _LONGEST_HEAD:
            return first
    return found


def _last_word(words: list[Token], options: MindReading) -> Token | None:
    words = list(words)
    while words and (_DENIAL.fullmatch(words[-1].text) or _is_adverb(words[-1], options)):
        words.pop()
    if not words or not words[-1].is_word or any(w.lower in options.spared for w in words[-4:-1]):
        return None
    return words[-1]


def _is_adverb(word: Token, options: MindReading) -> bool:
    return word.lower.endswith("ly") and word.lower not in options.persons


def _first_person(draft: Draft, start: int, end: int, options: MindReading) -> Token | None:
    return next(
        (word for word in tokenise(draft.text, start, end) if _is_person(draft, word, options)),
        None,
    )


def _is_person(draft: Draft, subject: Token, options: MindReading) -> bool:
    lower = subject.lower
    if lower in ("he", "she", "i"):
        return lower != "i"
    if lower == "they":
        return _are_persons(draft, subject, options)
    base = stem(lower, draft.vocabulary)
    roles = (rule for rule in draft.rulebook.terms if rule.list.startswith("roles-"))
    if lower in options.persons or any({lower, base} & set(rule.terms) for rule in roles):
        return True
    crowd = lower in draft.rulebook.terms_of("crowd-names")
    return subject.is_capitalised and not crowd and lower not in draft.vocabulary.function_words


def _are_persons(draft: Draft, they: Token, options: MindReading) -> bool:
    """Whether the sentence of a "they", or the one before, names several people."""
    here = sentence_at(draft, they.start)
    if here is None:
        return False
    start = draft.segmentation.sentences[max(here - 1, 0)].span.start
    return any(
        word.lower in options.persons and word.lower.endswith("s")
        for word in tokenise(draft.text, start, they.start)
    )


def _speaks(draft: Draft, subject: Token, span: Span, places: range, options: MindReading) -> bool:
    """Whether the one whose mind it is says something nearby, by name or as "he"."""
    for found in attributions_near(draft, places[0], places[-1]):
        cue, source = found.attribution.cue, found.attribution.source
        if cue is None or source is None or cue.span.overlaps(span):
            continue
        if cue.stance not in options.speech or found.attribution.modality != "actual":
            continue
        if _is_same(draft, subject, found):
            return True
    return False


def _is_same(draft: Draft, subject: Token, found: ResolvedAttribution) -> bool:
    source = found.attribution.source
    known = draft.sources.get(found.source_id) if found.source_id else None
    names = f"{source.text if source else ''} {known.name if known else ''}".lower().split()
    names += known.description.lower().split() if known else []
    if subject.lower in ("he", "she", "they", "who") or subject.lower in names:
        return True
    # "She" is the one who fears, unless it is known who she is; several are no she.
    unknown = known is None or known.name.lower() in ("he", "she")
    return names[:1] in (["he"], ["she"]) and unknown and not subject.lower.endswith("s")
