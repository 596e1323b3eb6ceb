"""Kind "anonymous-attack": someone nobody can find runs a person down.

A pejorative noun must be said of somebody ("she is a liar", "called him a coward"), and a
pejorative adjective of a person ("the mayor is corrupt"): criticism of a policy is no attack.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, attributions_near, is_voiced, sentence_at
from attrib.check.heard import find_heard
from attrib.check.insults import AnonymousAttack, People, find_insult, find_phrase
from attrib.check.names import PERSONS
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import first_of, sentence_has
from attrib.check.slights import (
    SlightWords,
    find_epithet,
    find_slight,
    is_shielded,
    past_reason,
    read_slight_words,
)
from attrib.check.unnamed import is_plural
from attrib.records import Mention, ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_SOME = frozenset(("some", "many", "others", "several", "most"))
# Characters between a source and its cue.
_BETWEEN = 4


def find_anonymous_attacks(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding an attribution or sentence: the first pejorative of the hidden speaker."""
    told: set[int | None] = set()
    for finding in _find_attacks(draft, rule):
        here = sentence_at(draft, finding.span.start)
        if not finding.doubtful or here not in told:
            told.add(here)
            yield finding


def _find_attacks(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    options = read_options(rule, AnonymousAttack)
    phrases = compile_phrases(options.phrases, draft.rulebook)
    people = People(draft, options)
    slights = read_slight_words(draft, options.ill, options.aversion, options.praise, options.news)
    for resolved in (*draft.attributions, *find_heard(draft)):
        found = resolved.attribution
        speaker = _find_speaker(draft, resolved, slights)
        # Within another's words it is that other who tells of the attack.
        if speaker is None or is_voiced(draft, first_of(speaker)):
            continue
        is_open = not _is_hidden(draft, resolved, options)
        if is_open and not _is_shielded_crowd(draft, resolved, slights, options):
            continue
        named = found.cue is not None and found.cue.lemma.lower() in options.naming
        if found.cue is not None and found.cue.stance in options.stances and not named:
            continue
        # What many think of somebody is no blow that one of them deals unseen.
        thought = found.cue is not None and found.cue.lemma.lower() in options.thoughts
        if thought and found.voice == "indirect":
            continue
        rest = _rest(draft, resolved)
        passages = [tokenise(draft.text, part.start, part.end) for part in found.content]
        passages.append(tuple(word for part in rest for word in _words(draft, part)))
        insults = (find_insult(words, options, people, named=named) for words in passages)
        run_down = (
            find_phrase(draft.text, part, people, phrases) for part in (*found.content, *rest)
        )
        attack = next((span for span in (*insults, *run_down) if span is not None), None)
        doubtful = attack is None or is_open or _are_many(found.source)
        if attack is None and is_shielded(draft, speaker, slights):
            parts = (*found.content, *rest)
            told = (find_slight(draft, part, people, slights, named=named) for part in parts)
            attack = next((span for span in told if span is not None), None)
        if attack is None and not is_open:
            attack = find_epithet(draft, resolved, people, slights, named=named)
        if attack is not None:
            words = (
                ("source", excerpt(draft.text, speaker)),
                ("words", excerpt(draft.text, attack)),
            )
            yield Finding(attack, values=words, doubtful=doubtful)
    yield from _find_unheard(draft, options, people, slights)


def _find_unheard(
    draft: Draft, options: AnonymousAttack, people: People, words: SlightWords
) -> Iterator[Finding]:
    """Slights in a sentence that holds a name back, where no attribution was found for them.

    "A cellist, who asked for anonymity, compared the conductor to a parking ticket."
    """
    naming = compile_phrases([f"{verb}+" for verb in options.naming], draft.rulebook)
    for match in words.anonymity.finditer(draft.text):
        here = sentence_at(draft, match.start())
        if here is None or is_voiced(draft, Span(match.start(), match.start() + 1)):
            continue
        near = attributions_near(draft, here, here)
        if any(one.chain and one.chain[-1].source_class in PERSONS for one in near):
            continue
        sentence = draft.segmentation.sentences[here].span
        named = naming.search(draft.text, match.end(), sentence.end)
        past = past_reason(draft.text, match.end(), sentence.end)
        start = named.end() if named is not None else past
        attack = find_slight(
            draft, Span(start, sentence.end), people, words, named=named is not None
        )
        if attack is not None:
            source = excerpt(draft.text, Span(sentence.start, match.end()))
            values = (("source", source), ("words", excerpt(draft.text, attack)))
            yield Finding(attack, values=values, doubtful=True)


def _find_speaker(draft: Draft, resolved: ResolvedAttribution, words: SlightWords) -> Span | None:
    """Where the speaker stands; the cue for one whom the stages missed, where a name is held back.

    "A cellist, who asked for anonymity to keep her post, put it this way".
    """
    found = resolved.attribution
    if found.source is not None:
        return found.source.span
    if found.cue is None or found.voice != "direct":
        return None
    here = sentence_at(draft, found.cue.span.start)
    held = here is not None and sentence_has(draft, (here,), words.anonymity)
    return found.cue.span if held else None


def _is_shielded_crowd(
    draft: Draft, resolved: ResolvedAttribution, words: SlightWords, options: AnonymousAttack
) -> bool:
    """Whether somebody unknown speaks whose name is held back in the sentence itself."""
    found = resolved.attribution
    here = sentence_at(draft, found.sentence.start)
    if here is None or not sentence_has(draft, (here,), words.anonymity):
        return False
    last = resolved.chain[-1].source_class if resolved.chain else None
    return found.source is None or (last is not None and last.lower() in options.classes)


def _are_many(source: Mention | None) -> bool:
    """Whether a crowd speaks: what many say of somebody hides no one speaker."""
    words = source.text.lower().split(",")[0].split() if source is not None else []
    return bool(words) and (words[0] in _SOME or is_plural(words[-1]))


def _rest(draft: Draft, resolved: ResolvedAttribution) -> tuple[Span, ...]:
    """The sentence, where nobody else speaks in it: extraction may have only a part."""
    found = resolved.attribution
    here = sentence_at(draft, found.sentence.start)
    if here is None or found.source is None:
        return ()
    others = attributions_near(draft, here, here)
    if any(near.chain and near.chain[-1].source_class in PERSONS for near in others):
        return ()
    whole, own = draft.segmentation.sentences[here].span, found.source.span
    cue = found.cue.span if found.cue is not None else own
    first, last = min(own.start, cue.start), max(own.end, cue.end)
    # A cue far from its source leaves its words in.
    if last - first > len(own) + len(cue) + _BETWEEN:
        first, last = own.start, own.end
    parts = (Span(whole.start, max(first, whole.start)), Span(min(last, whole.end), whole.end))
    return tuple(part for part in parts if len(part))


def _words(draft: Draft, part: Span) -> tuple[Token, ...]:
    """The words of a part, without the marks that set the speaker off."""
    words = tokenise(draft.text, part.start, part.end)
    last = len(words) - (words[-1:] != () and words[-1].text == ",")
    return words[(words[:1] != () and words[0].text == ",") : last]


def _is_hidden(draft: Draft, resolved: ResolvedAttribution, options: AnonymousAttack) -> bool:
    source = resolved.attribution.source
    if source is None or source.text.lower() in options.everyone:
        return False
    last = resolved.chain[-1].source_class if resolved.chain else None
    # "The senator", introduced in no attribution, may have been named in plain text.
    known = resolved.source_id not in draft.introduced and resolved.index >= 0
    return last is not None and last.lower() in options.classes and not known
