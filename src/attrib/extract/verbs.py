"""Attributions by reporting verbs: whose verb it is, and what it reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.extract.contents import is_clause, past_circumstances, sentence_end, trimmed
from attrib.extract.cues import FoundCue, cue_record, modality_in
from attrib.extract.grammar import Grammar
from attrib.extract.lexicon import CueForm
from attrib.extract.passives import passive_attribution
from attrib.extract.phrases import phrase_after, phrase_before
from attrib.extract.reading import Reading
from attrib.records import Attribution, Mention


@dataclass(frozen=True, slots=True)
class Placed:
    """A cue with its subject, before it is known how far its content reaches.

    `opens` is the token at which the cue's own clause begins: content of an earlier cue
    ends there when `joined` (", and the mayor said", ", adding that").
    """

    cue: FoundCue
    subject: tuple[int, int] | None
    opens: int
    joined: bool
    inverted: bool = False


def find_by_verbs(
    reading: Reading, cues: Sequence[FoundCue], grammar: Grammar
) -> tuple[Attribution, ...]:
    """One attribution for each verb that has a source or content of the kind its rule takes."""
    placed: list[Placed] = []
    for cue in cues:
        place = _place(reading, cue, placed, grammar)
        if place is not None:
            placed.append(place)
    found = [
        _attribution(reading, place, placed[index + 1 :], placed[:index], grammar)
        for index, place in enumerate(placed)
    ]
    return tuple(attribution for attribution in found if attribution is not None)


def _place(
    reading: Reading, cue: FoundCue, earlier: list[Placed], grammar: Grammar
) -> Placed | None:
    if cue.participial:
        return _place_participle(reading, cue, earlier, grammar)
    before = reading.lower(cue.group - 1)
    coordinated = before in ("and", "but") and earlier and not cue.passive
    tagged = before == "," or reading.is_mark(cue.group - 1)
    if tagged and not cue.passive and reading.lower(cue.end) != "that":
        after = phrase_after(reading, cue.end, grammar)
        if after is not None and _closes(reading, after[1], grammar):
            return Placed(cue, after, cue.group, False, inverted=True)
    subject = phrase_before(reading, cue.group, grammar)
    if subject is None:
        if coordinated and earlier[-1].subject is not None:
            return Placed(cue, earlier[-1].subject, cue.group - 1, True)
        return None
    opens = subject[0]
    connector = reading.lower(opens - 1)
    joined = connector in (";", "while", "but", "although", "though", "whereas") or (
        connector in ("and", "as") and reading.lower(opens - 2) in (",", ";")
    )
    return Placed(cue, subject, opens - 1 if joined else opens, joined)


def _closes(reading: Reading, index: int, grammar: Grammar) -> bool:
    """Whether a tag may end at `index`: '"P," said X | on Friday.', not "X, ..., said Y | was"."""
    word = reading.lower(index)
    return (
        index >= len(reading.tokens)
        or not (reading.tokens[index].is_word or word[0].isdigit())
        or word in grammar.prepositions
        or word in grammar.coordinators
        or word in grammar.time_words
        or word in ("who", "last", "late", "when", "while", "after", "before", "yesterday")
        or grammar.is_adverb(reading.tokens[index])
    )


def _place_participle(
    reading: Reading, cue: FoundCue, earlier: list[Placed], grammar: Grammar
) -> Placed | None:
    """ "..., adding that": the subject is that of the verb before it."""
    if earlier:
        opens = cue.group - 1
        if reading.lower(opens - 1) == "," and reading.lower(opens) == "and":
            opens -= 1
        return Placed(cue, earlier[-1].subject, opens, True)
    for index in range(1, min(cue.group, 30)):
        if (
            grammar.is_finite_verb(reading.tokens[index], reading.lower(index - 1))
            and not reading.quoted[index]
        ):
            subject = phrase_before(reading, index, grammar)
            return Placed(cue, subject, cue.group - 1, True) if subject else None
    return None


def _attribution(
    reading: Reading, place: Placed, later: list[Placed], earlier: list[Placed], grammar: Grammar
) -> Attribution | None:
    cue = place.cue
    if cue.passive:
        stop = _stop(reading, place, later, grammar)
        return passive_attribution(reading, cue, place.subject, stop, grammar)
    content_start, medium, addressee, form = _opening(reading, place, grammar)
    stop = _stop(reading, place, later, grammar)
    pieces: list[tuple[int, int]] = []
    after = trimmed(reading, content_start, stop) if content_start is not None else None
    before = _content_before(reading, place, earlier, grammar)
    tag = cue.allows("clause") or cue.allows("quote")
    rest = _content_after_tag(reading, place, stop, grammar) if before and tag else None
    if before and rest and not is_clause(reading, *before, grammar) and reading.quoted[rest[0]]:
        # 'On Friday, he said, "..."': what stands before is no content.
        before = None
    if before and tag:
        form = tag
        pieces = [before, rest] if rest else [before]
    elif after is not None and form is not None and not place.inverted:
        pieces = [after]
    if not pieces or form is None:
        return None
    if form.rule.frames == ("quote",) and not any(
        reading.quoted[i] for first, last in pieces for i in range(first, last)
    ):
        return None
    source = reading.mention(*place.subject) if place.subject else None
    if source is None:
        return None
    tail_medium = _medium_between(reading, place, grammar)
    return Attribution(
        source=source,
        cue=cue_record(reading, cue, form),
        content=tuple(reading.span(*piece) for piece in pieces),
        voice="indirect",
        sentence=reading.sentence.span,
        addressee=addressee,
        medium=medium or tail_medium,
        modality=modality_in(reading, cue),
    )


def _opening(
    reading: Reading, place: Placed, grammar: Grammar
) -> tuple[int | None, Mention | None, Mention | None, CueForm | None]:
    """Where content after the cue opens: (token, medium, addressee, the form that takes it)."""
    cue = place.cue
    index, medium, addressee = cue.end, None, None
    if place.inverted and place.subject:
        return None, None, None, None
    if cue.form.lemma in ("tell", "assure", "remind", "inform", "brief", "warn", "ask", "promise"):
        told = phrase_after(reading, index, grammar)
        if told is not None and _ends_addressee(reading, told[1], grammar):
            addressee = reading.mention(*told)
            index = told[1]
    index, medium, spoken_to = past_circumstances(reading, index, grammar)
    addressee = addressee or spoken_to
    word = reading.lower(index)
    if index >= sentence_end(reading):
        return None, medium, addressee, None
    clause = cue.allows("clause")
    if reading.quoted[index] or (
        word in (":", ",") and index + 1 < len(reading.tokens) and reading.quoted[index + 1]
    ):
        form = cue.allows("quote") or clause or cue.allows("object") or cue.form
        return (index if reading.quoted[index] else index + 1), medium, addressee, form
    if word == ":":
        return index + 1, medium, addressee, clause or cue.form
    if word == ",":
        return None, medium, addressee, None
    return index, medium, addressee, _form_for(reading, cue, index, grammar)


def _ends_addressee(reading: Reading, end: int, grammar: Grammar) -> bool:
    """Whether an addressee may end here: "told reporters | that", "told Reuters | on Friday"."""
    word = reading.lower(end)
    return (
        word
        in (
            "that",
            ":",
            ",",
            ".",
            "",
            "he",
            "she",
            "they",
            "it",
            "in",
            "on",
            "at",
            "there",
            "we",
            "if",
            "whether",
            "how",
            "what",
            "why",
            "about",
            "the",
            "to",
        )
        or word in grammar.time_words
        or (end < len(reading.tokens) and reading.quoted[end])
    )


def _form_for(reading: Reading, cue: FoundCue, index: int, grammar: Grammar) -> CueForm | None:
    """The form of the cue whose frame fits the words that follow at `index`."""
    word = reading.lower(index)
    end = sentence_end(reading)
    clause = cue.allows("clause")
    if word in ("that", "how", "why", "what", "whether", "if") and clause:
        return clause if is_clause(reading, index + 1, end, grammar) else None
    if word == "to":
        following = reading.lower(index + 1)
        return None if following in grammar.determiners else cue.allows("infinitive")
    if cue.allows("infinitive") and clause and (who := phrase_after(reading, index, grammar)):
        if reading.lower(who[1]) == "to":
            return clause
    if word.endswith("ing") and (gerund := cue.allows("gerund")):
        return gerund
    if aimed := _aimed_at(reading, cue, index, grammar):
        return aimed
    thing = cue.allows("object")
    noun = grammar.opens_noun_phrase(reading.tokens[index]) or word.endswith("s")
    if (
        thing
        and (noun or reading.lower(index + 1) == "that")
        and (thing.lemma != "call" or _names_something(reading, index, grammar))
    ):
        return thing
    if clause and word not in grammar.prepositions and _bare_clause(reading, index, grammar):
        return clause
    return None


def _aimed_at(reading: Reading, cue: FoundCue, index: int, grammar: Grammar) -> CueForm | None:
    """The form for "accused X of P", "blamed X for P", "called on X to P", if one of these."""
    target = phrase_after(reading, index, grammar)
    near = [reading.lower(i) for i in range(index, (target[1] if target else index) + 3)]
    if target and "to" in near and (form := cue.allows("on")):
        return form
    form = cue.allows("of") or cue.allows("for")
    links = ("of", "for", "over", "as", "that", "not", "against")
    if form and (reading.lower(index) == "for" or (target and any(w in links for w in near))):
        return form
    return None


def _bare_clause(reading: Reading, index: int, grammar: Grammar) -> bool:
    """Whether a subject and a finite verb follow without "that"."""
    token = reading.tokens[index]
    opens = (
        grammar.opens_noun_phrase(token)
        or token.lower.endswith("s")
        or token.text[0].isdigit()
        or token.lower in ("there", "if", "when", "more", "less", "such")
    )
    return opens and is_clause(reading, index, min(sentence_end(reading), index + 30), grammar)


def _names_something(reading: Reading, index: int, grammar: Grammar) -> bool:
    """ "called the plan a mistake", "called it "a mess"": an object and what it is called."""
    target = phrase_after(reading, index, grammar)
    if target is None:
        return False
    following = reading.lower(target[1])
    inner = [reading.lower(i) for i in range(target[0] + 1, target[1])]
    return (
        following in ("a", "an", "the")
        or any(word in ("a", "an", "the") for word in inner)
        or (target[1] < len(reading.tokens) and reading.quoted[target[1]])
    )


def _stop(reading: Reading, place: Placed, later: list[Placed], grammar: Grammar) -> int:
    """Where content after this cue must end: the sentence, or where another tag begins."""
    end = sentence_end(reading)
    for other in later:
        if other.joined and other.opens > place.cue.end:
            return min(end, other.opens)
        if other.subject and other.subject[0] > place.cue.end and _is_tag(reading, other, grammar):
            return min(end, other.subject[0])
        if other.inverted and other.cue.group > place.cue.end:
            return min(end, other.cue.group)
    for index in range(place.cue.end, end):
        if reading.quoted[index]:
            continue
        if reading.lower(index) in grammar.relaying_participles and reading.lower(index - 1) == ",":
            return index - 1
        if reading.lower(index) == "according" and reading.lower(index + 1) == "to":
            return index if reading.lower(index - 1) == "," else end
    return end


def _is_tag(reading: Reading, place: Placed, grammar: Grammar) -> bool:
    """Whether a cue closes its sentence like a tag: ", the agency said", ", X said on Friday"."""
    if place.subject is None or place.inverted:
        return place.inverted
    before = reading.lower(place.subject[0] - 1)
    if before != "," and not reading.is_mark(place.subject[0] - 1):
        return False
    index, _, _ = past_circumstances(reading, place.cue.end, grammar)
    told = phrase_after(reading, place.cue.end, grammar) if place.cue.form.lemma == "tell" else None
    if told is not None:
        index, _, _ = past_circumstances(reading, told[1], grammar)
    if index >= sentence_end(reading) or reading.lower(index) in (",", "—", "–", ";"):
        return True
    # '"P," X told the paper from his office': after a quote the tag may go on as it likes.
    after_quote = reading.is_mark(place.subject[0] - 1) and not reading.quoted[index]
    follows = reading.lower(index)
    return after_quote and (follows in grammar.prepositions or follows in ("when", "while"))


def _content_before(
    reading: Reading, place: Placed, earlier: list[Placed], grammar: Grammar
) -> tuple[int, int] | None:
    """Content that ends just before the tag: "P, X said" or "P", said X."""
    if place.joined or place.cue.participial:
        return None
    end = place.cue.group if place.inverted else (place.subject[0] if place.subject else 0)
    if end == 0:
        return None
    tag = reading.lower(end - 1) in (",", "—", "–") or reading.is_mark(end - 1)
    if not tag or not (_is_tag(reading, place, grammar) or place.inverted):
        return None
    start = 0
    for other in earlier:
        if other.joined and other.opens < end:
            start = max(start, other.opens + 1)
    if reading.lower(start) in ("but", "and", "yet", "so") and not reading.quoted[start]:
        start += 1
    piece = trimmed(reading, start, end)
    if piece is None:
        return None
    follows = reading.lower(place.cue.end) == ","
    long_enough = piece[1] - piece[0] > 3 and reading.lower(piece[0]) not in grammar.prepositions
    return piece if follows or long_enough or is_clause(reading, *piece, grammar) else None


def _content_after_tag(
    reading: Reading, place: Placed, stop: int, grammar: Grammar
) -> tuple[int, int] | None:
    """The second piece of "P1, X said, P2"."""
    index = place.subject[1] if place.inverted and place.subject else place.cue.end
    if place.cue.form.lemma == "tell" and not place.inverted:
        told = phrase_after(reading, index, grammar)
        index = told[1] if told else index
    index, _, _ = past_circumstances(reading, index, grammar)
    if reading.lower(index) not in (",", "—", "–", ":", ";") or index + 1 >= stop:
        return None
    first = reading.tokens[index + 1]
    if not reading.quoted[index + 1] and (
        first.lower.endswith("ing")
        or first.lower
        in ("who", "which", "as", "after", "while", "when", "before", "without", "referring", "but")
        or not is_clause(reading, index + 1, stop, grammar)
    ):
        return None
    return trimmed(reading, index + 1, stop)


def _medium_between(reading: Reading, place: Placed, grammar: Grammar) -> Mention | None:
    """The statement or letter that stands between the subject and a participle.

    "Turkey issued a joint statement on Friday with ..., calling on": the joint statement.
    """
    if not place.cue.participial or place.subject is None:
        return None
    for index in range(place.subject[1], place.cue.group):
        if reading.lower(index) in grammar.media and not reading.quoted[index]:
            first = index
            while first - 1 > place.subject[1] and reading.lower(first - 1) not in (
                "a",
                "an",
                "the",
            ):
                first -= 1
            last = next(
                i
                for i in range(index, place.cue.group)
                if i + 1 == place.cue.group
                or (reading.lower(i) == "," and reading.lower(i + 1).endswith("ing"))
            )
            return reading.mention(first, last) if last > first else None
    return None
