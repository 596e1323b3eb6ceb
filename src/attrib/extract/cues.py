"""Find reporting verbs outside quotation marks, with the words that belong to their verb group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.extract.grammar import Grammar
from attrib.extract.lexicon import CueForm, Lexicon
from attrib.extract.reading import Reading
from attrib.records import Cue, Modality


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue as token places: `group` opens the verb group, `verb` is its head, `end` is past it.

    `participial` is an -ing form that shares the subject of another verb ("..., adding that").
    """

    forms: tuple[CueForm, ...]
    group: int
    verb: int
    end: int
    modality: Modality = "actual"
    passive: bool = False
    participial: bool = False

    @property
    def form(self) -> CueForm:
        return self.forms[0]

    def allows(self, frame: str) -> CueForm | None:
        """The first form whose rule takes this frame."""
        return next((form for form in self.forms if frame in form.rule.frames), None)


def cue_record(reading: Reading, found: FoundCue, form: CueForm | None = None) -> Cue:
    """The cue as a record, its span from the first helping verb to the last particle."""
    chosen = form or found.form
    span = reading.span(found.group, found.end)
    return Cue(
        span=span,
        text=span.of(reading.text),
        lemma=chosen.lemma,
        rule=chosen.rule.id,
        stance=chosen.rule.stance,
        tone=chosen.rule.tone,
        commitment=chosen.rule.commitment,
    )


def find_verbs(
    reading: Reading, headline: bool, lexicon: Lexicon, grammar: Grammar
) -> tuple[FoundCue, ...]:
    """Verb cues in reading order; words that only look like verbs here are left out.

    A capital inside a sentence makes a word a name ("the United States"), but not in a headline.
    """
    found: list[FoundCue] = []
    index = 0
    while index < len(reading.tokens):
        token = reading.tokens[index]
        blocked = (
            reading.quoted[index]
            or token.lower in grammar.relaying_participles
            or (token.is_capitalised and index > 0 and not headline)
        )
        forms = () if blocked else tuple(_matches(reading, index, lexicon, "verb"))
        cue = _verb_group(reading, index, forms, grammar) if forms else None
        if cue is not None:
            found.append(cue)
            index = cue.end
        else:
            index += 1
    return tuple(found)


def modality_in(reading: Reading, found: FoundCue) -> Modality:
    """The cue's modality, with what the sentence around it adds: a question, an "if"."""
    last = reading.tokens[-1]
    if found.modality == "actual" and last.text == "?" and not reading.quoted[-1]:
        return "question"
    if found.modality == "actual" and reading.lower(0) in ("if", "unless"):
        return "conditional"
    return found.modality


def find_words(reading: Reading, lexicon: Lexicon, kind: str) -> Iterator[FoundCue]:
    """Cues of another kind ("phrase", "noun", "adverb") outside quotation marks."""
    for index, inside in enumerate(reading.quoted):
        forms = () if inside else tuple(_matches(reading, index, lexicon, kind))
        if forms:
            yield FoundCue(forms, index, index, index + len(forms[0].words))


def _matches(reading: Reading, index: int, lexicon: Lexicon, kind: str) -> Iterator[CueForm]:
    """Forms of `kind` at `index`, only those of the greatest length."""
    length = 0
    for form in lexicon.starting_with(reading.lower(index)):
        if form.rule.kind != kind or len(form.words) < length:
            continue
        if all(reading.lower(index + i) == word for i, word in enumerate(form.words)):
            length = len(form.words)
            yield form


def _verb_group(
    reading: Reading, verb: int, forms: tuple[CueForm, ...], grammar: Grammar
) -> FoundCue | None:
    inflections = forms[0].inflections
    group, modality, passive, helped = _helping_verbs(reading, verb, grammar)
    before = reading.lower(group - 1)
    end = verb + len(forms[0].words)
    if "ing" in inflections:
        shares_subject = not helped and (
            before in (",", "and", "by", "") or reading.is_mark(group - 1)
        )
        if not shares_subject and not (helped and passive):
            return None
        return FoundCue(forms, group, verb, end, modality, participial=shares_subject)
    if before == "to" or (not helped and before in grammar.determiners - grammar.subject_pronouns):
        return None
    asks = reading.lower(0) in grammar.auxiliaries and reading.tokens[-1].text == "?"
    if (
        inflections == frozenset({"base"})
        and not asks
        and not helped
        and not _is_plural(reading, group - 1, grammar)
    ):
        return None
    if passive and not inflections & {"participle"}:
        return None
    if not helped and inflections == frozenset({"participle"}):
        return None
    return FoundCue(forms, group, verb, end, modality, passive=passive)


def _helping_verbs(
    reading: Reading, verb: int, grammar: Grammar
) -> tuple[int, Modality, bool, bool]:
    """Walk left over adverbs and helping verbs: where the group opens, and what they do to it."""
    group, index = verb, verb - 1
    modality: Modality = "actual"
    passive, nearest = False, True
    while index >= 0 and not reading.quoted[index]:
        token = reading.tokens[index]
        if token.lower in grammar.auxiliaries:
            if nearest:
                passive = token.lower in grammar.passive_auxiliaries
            nearest = False
            group = index
            if token.lower in grammar.conditional_modals:
                modality = "conditional"
            elif token.lower in grammar.future_modals and modality == "actual":
                modality = "future"
            if token.lower in grammar.verb_negators:
                modality = "negated"
        elif token.lower in grammar.verb_negators:
            modality = "negated"
        elif token.lower == "longer" and index and reading.tokens[index - 1].lower == "no":
            # "She no longer blames him."
            modality = "negated"
            index -= 1
        elif not grammar.is_adverb(token):
            break
        index -= 1
    if group == verb:
        while group - 1 > index and grammar.is_adverb(reading.tokens[group - 1]):
            group -= 1
    return group, modality, passive, not nearest


def _is_plural(reading: Reading, index: int, grammar: Grammar) -> bool:
    """Whether the words up to `index` can be the plural subject of a bare verb form.

    "scientists", and "scientists at the University of Lund" too.
    """
    while index >= 0 and grammar.is_adverb(reading.tokens[index]):
        index -= 1
    for place in range(index, max(index - 8, -1), -1):
        word = reading.lower(place)
        if not reading.tokens[place].is_word or reading.quoted[place]:
            return False
        plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
        heads = place == index or reading.lower(place + 1) in grammar.noun_links
        if heads and (plural or word in grammar.plural_subjects):
            return True
        if grammar.is_finite_verb(reading.tokens[place], reading.lower(place - 1)):
            return False
    return False
