"""Words for persons: by the lists of roles, or by the ending of a trade."""

from __future__ import annotations

from attrib.check.draft import Draft

ROLES = ("roles-office", "roles-expert", "roles-participant", "roles-insider", "roles-witness")

# No word for a person is so short as "for" or "or".
_SHORTEST = 4


class PersonWords:
    """The words that stand for a person, in the singular or the plural."""

    def __init__(self, draft: Draft) -> None:
        terms = draft.rulebook.terms_of
        self._words = frozenset().union(*(terms(name) for name in (*ROLES, "person-heads")))
        self._endings = tuple(terms("person-endings"))
        self._others = terms("not-persons")

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        forms = {word, word.removesuffix("s")}
        if word.endswith("men"):
            forms.add(f"{word[:-3]}man")
        if not forms.isdisjoint(self._others):
            return False
        return not forms.isdisjoint(self._words) or any(
            form.endswith(self._endings) and len(form) >= _SHORTEST for form in forms
        )
