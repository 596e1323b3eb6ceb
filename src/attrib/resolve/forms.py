"""Which full name a short form stands for: "Ashby", "the Defense Ministry", "ONS"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from attrib.resolve.keys import body_words
from attrib.resolve.lexicon import Lexicon, fold, phrase_key
from attrib.resolve.names import TITLE, Named
from attrib.resolve.naming import Gender, Phrase

_IN_TITLE = 10
_DOUBLED = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True)
class FullNames:
    """Full names of one article, indexed by the short forms that may stand for them."""

    by_last: Mapping[str, frozenset[str]]
    by_first: Mapping[str, frozenset[str]]
    by_ending: Mapping[str, frozenset[str]]
    trimmed: Mapping[str, str]
    firsts: Mapping[str, int]
    offices: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[str]]
    by_word: Mapping[str, frozenset[str]]
    acronyms: Mapping[str, frozenset[str]]
    openings: Mapping[str, frozenset[str]]
    sexes: Mapping[str, Gender]
    counts: Mapping[str, int]
    kin: frozenset[str]
    """Forms of those first brought in as somebody's kin."""
    couples: frozenset[str]
    """Surnames that two are given together: "the parents, Ida and Bo Moss"."""

    @staticmethod
    def of(named: Iterable[Named], lexicon: Lexicon) -> FullNames:
        """Index the names of an article."""
        by_last: dict[str, set[str]] = defaultdict(set)
        by_first: dict[str, set[str]] = defaultdict(set)
        by_ending: dict[str, set[str]] = defaultdict(set)
        trimmed: dict[str, str] = {}
        firsts: dict[str, int] = {}
        offices: dict[str, set[str]] = defaultdict(set)
        bodies: dict[str, frozenset[str]] = {}
        by_word: dict[str, set[str]] = defaultdict(set)
        acronyms: dict[str, set[str]] = defaultdict(set)
        openings: dict[str, set[str]] = defaultdict(set)
        sexes: dict[str, Gender] = {}
        counts: Counter[str] = Counter()
        kin: set[str] = set()
        couples: set[str] = set()
        for item in named:
            phrase = item.parsed.phrase
            form = item.form
            # A headline names in full whom the text then calls by the surname.
            counts[form] += _IN_TITLE if item.sentence == TITLE else 1
            # A surname takes its office from its first mention alone: "President Ashby".
            titled = phrase.text != phrase.name and form not in firsts
            if item.shares:
                couples.add(fold(phrase.name.split()[-1]))
            if item.kin and form not in firsts:
                kin.add(form)
            firsts.setdefault(form, item.span.start)
            if phrase.role and phrase.head and (titled or " " in form):
                offices[form].add(lexicon.wording(phrase.head))
            if phrase.kind in ("body", "outlet"):
                if form not in bodies:
                    bodies[form] = frozenset(body_words(phrase.name, lexicon))
                    for word in bodies[form]:
                        by_word[word].add(form)
                # "Ashby" may be short for Ashby Holdings, never for "the Ashby campaign".
                if phrase.head and not phrase.name.split()[-1].islower():
                    openings[fold(phrase.name.split()[0])].add(form)
                for short in {phrase.acronym, _initials(phrase.name)} - {""}:
                    acronyms[fold(short)].add(form)
            elif phrase.kind in ("person", "") and " " in form:
                first, last = form.removeprefix("name:").split(" ", 1)
                by_last[last].add(form)
                by_first[first].add(form)
                name = [fold(word) for word in phrase.name.split()]
                for start in range(1, len(name) - 1):
                    ending = " ".join(name[start:])
                    # "Rival Ida Moss" is Ida Moss; "Moss Ashby" may be the end of a longer name.
                    if lexicon.has("given-names", name[0]) or not lexicon.has(
                        "given-names", name[start]
                    ):
                        by_ending[ending].add(form)
                    else:
                        trimmed[form] = "name:" + ending
                if phrase.gender:
                    sexes[form] = phrase.gender
        _join_spellings(by_last, trimmed, counts)
        return FullNames(
            {key: frozenset(value) for key, value in by_last.items()},
            {key: frozenset(value) for key, value in by_first.items()},
            {key: frozenset(value) for key, value in by_ending.items()},
            {form: short for form, short in trimmed.items() if short in counts},
            firsts,
            {form: frozenset(heads) for form, heads in offices.items()},
            bodies,
            {key: frozenset(value) for key, value in by_word.items()},
            {key: frozenset(value) for key, value in acronyms.items()},
            {key: frozenset(value) for key, value in openings.items()},
            sexes,
            counts,
            frozenset(kin),
            frozenset(couples),
        )

    def resolve(self, phrase: Phrase, form: str, lexicon: Lexicon) -> tuple[str, ...]:
        """The forms of the full names that `phrase` may mean; its own form if no other."""
        shown = phrase.text if phrase.kind == "country" else phrase.name
        if phrase.kind in ("person", "", "country") and " " not in shown.strip():
            people = self._people(phrase, shown)
            another = {person for person in people if self._precedes(form, person)}
            if another and form.count(":") > 1:
                return (form.rpartition(":")[0],)
            people -= another
            people -= {person for person in people if self._is_kin_of(form, person)}
            if len(people) > 1 and form.count(":") > 1 and fold(shown) in self.couples:
                # Which of the two "Mr. Moss" is cannot be told, but he is one of them.
                return (form,)
            if people:
                return tuple(sorted(people))
            if phrase.kind == "":
                word = fold(phrase.name)
                bodies = self.acronyms.get(word) or self.openings.get(word, frozenset())
                bodies = frozenset(name for name in bodies if name != form)
                return tuple(sorted(bodies)) if len(bodies) == 1 else (form,)
        if phrase.kind in ("person", ""):
            words = body_words(phrase.name, lexicon) if phrase.kind == "" else ()
            for order in (words, sorted(words)):
                same = "body:" + " ".join(order)
                if order and same in self.bodies:
                    return (same,)
            return (self._whole(self._without_sex(form)),)
        if phrase.kind in ("body", "outlet"):
            return self._fullest(phrase, form, lexicon)
        return (form,)

    def _without_sex(self, form: str) -> str:
        """The form without how its bearer is addressed, where nobody is addressed otherwise."""
        plain, _, sex = form.rpartition(":")
        other = f"{plain}:{'f' if sex == 'm' else 'm'}"
        alone = sex in ("m", "f") and plain in self.firsts and other not in self.firsts
        return plain if alone else form

    def _whole(self, form: str) -> str:
        """The form of the one longer name that ends as this one does: "Ida Ashby Moss"."""
        form = self.trimmed.get(form, form)
        longer = self.by_ending.get(form.removeprefix("name:"), frozenset()) - {form}
        return next(iter(longer)) if len(longer) == 1 else form

    def _precedes(self, short: str, full: str) -> bool:
        """Whether a short name with an office comes before a full one that has none of it.

        After "President Ashby" of the first line, a "Jane Ashby" further down is somebody else.
        """
        plain = ":".join(short.split(":")[:2])
        held = self.offices.get(plain, frozenset())
        shared = held & self.offices.get(full, frozenset())
        first = self.firsts.get(plain, self.firsts[short])
        return bool(held) and not shared and first < self.firsts.get(full, 0)

    def _is_kin_of(self, short: str, full: str) -> bool:
        """Whether a surname stood before the kin of its bearer: "Moss said her father, Bo Moss"."""
        plain = ":".join(short.split(":")[:2])
        sexes = (plain, f"{plain}:m", f"{plain}:f")
        first = min(self.firsts[form] for form in sexes if form in self.firsts)
        return full in self.kin and first < self.firsts[full]

    def _people(self, phrase: Phrase, shown: str) -> frozenset[str]:
        word = fold(shown)
        people = self.by_last.get(word, frozenset())
        if not people and phrase.kind != "country":
            people = self.by_first.get(word, frozenset())
        people = frozenset(self._whole(form) for form in people)
        if phrase.title and phrase.gender:
            people = frozenset(
                form for form in people if self.sexes.get(form, phrase.gender) == phrase.gender
            )
        # A surname that two share is open, unless one of them fills the article.
        if len(people) > 1:
            ranked = sorted(people, key=lambda form: (-self.counts[form], form))
            # Of two namesakes, the one named in full again and again is the one meant in short.
            if self.counts[ranked[0]] > 2 * self.counts[ranked[1]]:
                return frozenset(ranked[:1])
        return people

    def _fullest(self, phrase: Phrase, form: str, lexicon: Lexicon) -> tuple[str, ...]:
        """The longest body that a short form may stand for: "Defense Ministry"."""
        key = fold(phrase.name)
        if " " not in key:
            long = self.acronyms.get(key, frozenset()) - {form}
            if long:
                return tuple(sorted(long))
        if phrase_key(phrase.name) in lexicon.bodies or phrase_key(phrase.name) in lexicon.outlets:
            return (form,)
        words = self.bodies[form]
        shared = [self.by_word[word] for word in words]
        longer = {
            other
            for other in (frozenset.intersection(*shared) if shared else frozenset())
            if words < self.bodies[other] and _one_head(phrase, words, self.bodies[other])
        }
        longest = {
            other
            for other in longer
            if not any(self.bodies[other] < self.bodies[more] for more in longer)
        }
        if not phrase.head and " " not in key:
            longest = set(self.openings.get(key, frozenset())) - {form}
            return tuple(longest) if len(longest) == 1 else (form,)
        return tuple(sorted(longest)) or (form,)


def _join_spellings(
    by_last: Mapping[str, set[str]], trimmed: dict[str, str], counts: Mapping[str, int]
) -> None:
    """Let the rarer of two spellings be short for the other: "Hilary" and "Hillary Ashby"."""
    for forms in by_last.values():
        for form in forms:
            same = [
                other for other in forms if _DOUBLED.sub(r"\1", other) == _DOUBLED.sub(r"\1", form)
            ]
            best = max(same, key=lambda other: (counts[other], other))
            if best != form:
                trimmed[form] = best


def _one_head(phrase: Phrase, words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a short name and a long one end in one noun."""
    head = phrase.head.split()[-1] if phrase.head else ""
    return any(word == head or word.rstrip("s") == head for word in words & others)


def _initials(name: str) -> str:
    """ "ONS" for "Office for National Statistics"; "" for fewer than three words."""
    letters = [word[0] for word in name.split() if word[0].isupper()]
    return "".join(letters) if len(letters) > 2 else ""
