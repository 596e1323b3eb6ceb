"""Verbs of speech by their forms, for the checks that look for speakers by words."""

from __future__ import annotations

from attrib.check.draft import Draft
from attrib.check.words import stem
from attrib.tokens import Token

PASSIVE = frozenset(("was", "were", "been", "being", "be", "is", "are", "to", "not", "never"))
"""Words behind which a verb is no speaker's: "was told", "to say"."""


class SpeechVerbs:
    """The verbs by which a speaker is heard, in the forms that are no nouns."""

    def __init__(self, draft: Draft) -> None:
        terms = draft.rulebook.terms_of
        verbs = terms("speaking-verbs") | terms("more-speaking-verbs")
        self._vocabulary, self._present = draft.vocabulary, terms("speaking-forms")
        self._verbs = {
            stem(verb, draft.vocabulary): verb
            for verb in sorted(verbs, reverse=True)
            if " " not in verb
        }

    def lemma_of(self, token: Token) -> str | None:
        """The verb in its base, as the lists have it; None for any other word."""
        lower = token.lower
        if not token.is_word or token.is_capitalised or lower in PASSIVE:
            return None
        # "Rules" and "questions" are more often nouns.
        if not lower.endswith("ed") and lower not in self._present:
            return None
        return self._verbs.get(stem(lower, self._vocabulary))
