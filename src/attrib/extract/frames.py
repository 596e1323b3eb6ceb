"""What a reporting verb takes as its content: the rule whose frame fits the words after it."""

from __future__ import annotations

from attrib.extract.contents import is_clause, sentence_end
from attrib.extract.cues import FoundCue
from attrib.extract.grammar import Grammar
from attrib.extract.lexicon import CueForm
from attrib.extract.phrases_behind import opens_at, phrase_after
from attrib.extract.reading import Reading


def form_for(reading: Reading, cue: FoundCue, index: int, grammar: Grammar) -> CueForm | None:
    """The form of the cue whose frame fits the words that follow at `index`."""
    word = reading.lower(index)
    end = sentence_end(reading)
    clause = cue.allows("clause")
    if word in ("that", "how", "why", "what", "whether", "if") and clause:
        # "said that a dozen died": a subject after "that" is enough; verbs are known by form only.
        subject = word == "that" and opens_at(reading, index + 1, grammar)
        return clause if subject or is_clause(reading, index + 1, end, grammar) else None
    # "Asked to be heard", "asked that the road be closed": no question, but a wish.
    wish = cue.allows("on")
    if word == "that" and wish:
        return wish if opens_at(reading, index + 1, grammar) else None
    if word == "to" or (word == "not" and reading.lower(index + 1) == "to"):
        following = reading.lower(index + 1)
        return None if following in grammar.determiners else cue.allows("infinitive") or wish
    who = phrase_after(reading, index, grammar) if cue.allows("infinitive") else None
    if who and clause and reading.lower(who[1]) == "to":
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
    opens = word not in grammar.prepositions or (
        word in grammar.clause_openers and cue.form.rule.stance in ("asserts", "confirms", "relays")
    )
    if not clause or not opens:
        return None
    speech = "speech" in clause.rule.frames
    return clause if _bare_clause(reading, index, speech, grammar) else None


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


def _bare_clause(reading: Reading, index: int, speech: bool, grammar: Grammar) -> bool:
    """Whether a subject and a finite verb follow without "that".

    After a verb of `speech` one of the two is enough: verbs are known by form only.
    """
    token = reading.tokens[index]
    opens = (
        grammar.opens_noun_phrase(token)
        or token.lower.endswith("s")
        or token.text[0].isdigit()
        or token.lower in grammar.clause_openers
    )
    finite = is_clause(reading, index, min(sentence_end(reading), index + 30), grammar)
    if not speech:
        return opens and finite
    long_enough = sentence_end(reading) - index > 2
    named = opens and token.lower not in grammar.object_pronouns | grammar.prepositions
    return long_enough and (finite or named)


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
