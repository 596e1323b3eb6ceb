"""The closed classes of English words that extraction leans on, as sets for quick look-up."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.extract.lexicon import Lexicon
from attrib.rulebook import Rulebook
from attrib.tokens import Token


@dataclass(frozen=True, slots=True)
class Grammar:
    """Lower-cased words by class; the lists of `rules/en/grammar/extract-words.yaml`."""

    determiners: frozenset[str]
    subject_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    prepositions: frozenset[str]
    noun_links: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    coordinators: frozenset[str]
    auxiliaries: frozenset[str]
    passive_auxiliaries: frozenset[str]
    verb_negators: frozenset[str]
    conditional_modals: frozenset[str]
    future_modals: frozenset[str]
    adverbs: frozenset[str]
    time_words: frozenset[str]
    media: frozenset[str]
    relaying_participles: frozenset[str]
    clause_openers: frozenset[str]
    plural_subjects: frozenset[str]
    lower_subject_openers: frozenset[str]
    past_verbs: frozenset[str]
    personal_pronouns: frozenset[str]
    judged_nouns: frozenset[str]
    negating_phrases: frozenset[str]
    supposing_phrases: frozenset[str]
    reporting: frozenset[str]
    """Forms of the reporting verbs, by their first word."""

    def is_adverb(self, token: Token) -> bool:
        return token.lower in self.adverbs or (
            token.lower.endswith("ly") and len(token.lower) > 4 and not token.is_capitalised
        )

    def is_finite_verb(self, token: Token, before: str = "") -> bool:
        """Whether a word looks like a finite verb; a guess by form, right for most.

        `before` is the word before it in lower case: "an unidentified source" has no verb.
        """
        word = token.lower
        if token.text in ("Will", "May") and before:
            # Inside a sentence with a capital these are a man, a woman or a month.
            return False
        if word in self.auxiliaries or (word == "'s" and before in self.subject_pronouns):
            return True
        adjectival = before in self.determiners or before in self.prepositions or before == "'s"
        if adjectival and before not in self.subject_pronouns:
            return False
        return word in self.past_verbs or (
            word.endswith("ed") and len(word) > 4 and not token.is_capitalised
        )

    def opens_noun_phrase(self, token: Token) -> bool:
        return (
            token.lower in self.determiners
            or token.lower in self.subject_pronouns
            or token.lower in self.lower_subject_openers
            or (token.is_capitalised and token.lower not in self.prepositions)
        )


def load_grammar(rulebook: Rulebook, lexicon: Lexicon) -> Grammar:
    """The grammar lists of `rulebook`; a missing list is empty."""
    names = [name for name in Grammar.__dataclass_fields__ if name != "reporting"]
    verbs = {
        first
        for first, forms in lexicon.forms.items()
        if any(form.rule.kind == "verb" for form in forms)
    }
    lists = {name: rulebook.terms_of(name.replace("_", "-")) for name in names}
    return Grammar(**lists, reporting=frozenset(verbs))
