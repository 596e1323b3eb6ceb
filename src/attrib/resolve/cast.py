"""The cast of one article: who is named in it, under which forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from attrib.resolve.classes import class_of_named
from attrib.resolve.entity import Entity
from attrib.resolve.forms import FullNames
from attrib.resolve.keys import body_key
from attrib.resolve.lexicon import Lexicon, fold, phrase_key
from attrib.resolve.mentions import parse_mention
from attrib.resolve.names import TITLE, Named, Prose
from attrib.resolve.namesakes import Namesakes
from attrib.resolve.naming import Gender, Kind, Phrase
from attrib.resolve.parsed import Parsed

_SHORT = 2
"""Letters of initials that stand together: "JJ Moss"."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where an entity is named, and how the name stands in its sentence."""

    start: int
    end: int
    sentence: int
    key: str
    subject: bool
    quoted: bool
    possessive: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """All named entities by key, where they stand in reading order, and how to find them.

    `forms` maps the folded form of a name to the keys it may mean: one is certain, more are
    not.
    """

    entities: Mapping[str, Entity]
    occurrences: tuple[Occurrence, ...]
    forms: Mapping[str, tuple[str, ...]]
    namesakes: Namesakes

    def keys_of(self, parsed: Parsed, place: int | None = None) -> tuple[str, ...]:
        """The keys of those the name in a mention may mean, the one meant at `place` if told."""
        keys = self.forms.get(parsed.form, ())
        if len(keys) < 2 or place is None:
            return keys
        phrase = parsed.phrase
        # "Ashby, the daughter of Bo Ashby": nobody is described by his own name.
        beside = fold(parsed.text.partition(",")[2])
        others = tuple(
            key
            for key in keys
            if key not in self.entities or fold(self.entities[key].name) not in beside
        )
        meant = self.namesakes.meant(others or keys, place, phrase.gender if phrase.title else "")
        return (meant,) if meant else keys


def build_cast(prose: Prose, mentions: Sequence[Named], article: str, lexicon: Lexicon) -> Cast:
    """The cast of an article from the names in its prose and those in its sources."""
    named = sorted((*prose.names, *mentions), key=lambda item: (item.span.start, -item.span.end))
    named = [item for item in named if item.parsed.phrase.form == "name"]
    people = FullNames.of(named, lexicon)
    grouped: dict[str, list[Named]] = defaultdict(list)
    forms: dict[str, tuple[str, ...]] = {}
    for item in named:
        form = item.form
        if form not in forms:
            forms[form] = people.resolve(item.parsed.phrase, form, lexicon)
    # A short form may lead to a name that is itself short for a longer one.
    forms = {
        form: forms.get(keys[0], keys) if len(keys) == 1 else keys for form, keys in forms.items()
    }
    namesakes = _namesakes(named, forms, people)
    meant = {item: _keys_at(item, forms, namesakes) for item in named}
    for item in named:
        keys = meant[item]
        if len(keys) == 1:
            grouped[keys[0]].append(item)
    votes = _count_votes(prose, meant)
    entities = {}
    for key, items in grouped.items():
        entity = _entity(key, items, votes.get(key, Counter()), article, lexicon)
        if _is_told_by_title(key, grouped):
            entity = replace(entity, name=items[0].parsed.phrase.text)
        entities[key] = entity
    renamed = {key: entity.key for key, entity in entities.items()}
    occurrences = tuple(
        Occurrence(
            item.span.start,
            item.span.end,
            item.sentence,
            renamed[keys[0]],
            item.subject,
            item.quoted,
            item.possessive,
        )
        for item in named
        if item.sentence != TITLE and len(keys := meant[item]) == 1
    )
    return Cast(
        {entity.key: entity for entity in entities.values()},
        occurrences,
        {
            form: tuple(sorted({renamed.get(key, key) for key in keys}))
            for form, keys in forms.items()
        },
        Namesakes(
            {renamed.get(key, key): starts for key, starts in namesakes.namings.items()},
            frozenset(renamed.get(key, key) for key in namesakes.titled),
            {renamed.get(key, key): entity.gender for key, entity in entities.items()},
            frozenset(renamed.get(key, key) for key in namesakes.leading),
        ),
    )


def _is_told_by_title(key: str, keys: Container[str]) -> bool:
    """Whether nothing but "Mr." and "Ms." tells two of one surname apart."""
    plain, _, sex = key.rpartition(":")
    return sex in ("m", "f") and f"{plain}:{'f' if sex == 'm' else 'm'}" in keys


def _namesakes(
    named: Iterable[Named], forms: Mapping[str, tuple[str, ...]], people: FullNames
) -> Namesakes:
    """Where each full name stands that another surname is shared with."""
    rivals = {key for keys in forms.values() if len(keys) > 1 for key in keys}
    namings: dict[str, set[int]] = defaultdict(set)
    titled = set()
    leading = set()
    for item in named:
        keys = forms[item.form]
        if len(keys) != 1 or keys[0] not in rivals:
            continue
        if item.sentence == TITLE:
            titled.add(keys[0])
        elif not item.kin or keys[0] not in namings:
            # "Ida Moss, mother of Bo Moss, said": Bo is named by the way.
            namings[keys[0]].add(item.span.start)
            if item.subject and not item.quoted:
                leading.add(keys[0])
    starts = {key: tuple(sorted(places)) for key, places in namings.items()}
    return Namesakes(starts, frozenset(titled), people.sexes, frozenset(leading))


def _keys_at(
    item: Named, forms: Mapping[str, tuple[str, ...]], namesakes: Namesakes
) -> tuple[str, ...]:
    keys = forms[item.form]
    if len(keys) < 2 or item.sentence == TITLE:
        return keys
    phrase = item.parsed.phrase
    meant = namesakes.meant(keys, item.span.start, phrase.gender if phrase.title else "")
    return (meant,) if meant else keys


# Persons or bodies -------------------------------------------------------------------------


def _count_votes(prose: Prose, meant: Mapping[Named, tuple[str, ...]]) -> dict[str, Counter[str]]:
    """For each key, how often "he", "she" or "its" follows where nobody else is named."""
    per_sentence: dict[int, list[tuple[Named, str]]] = defaultdict(list)
    for item in prose.names:
        phrase = item.parsed.phrase
        if not item.quoted and phrase.form == "name" and phrase.kind != "country":
            per_sentence[item.sentence].append((item, _only(meant.get(item, ()))))
    # A lone word that opens a sentence is known for a name where it speaks: "Moss said".
    for item, keys in meant.items():
        lone = " " not in item.parsed.text and not item.quoted and item.sentence != TITLE
        known = per_sentence[item.sentence] if lone else []
        if lone and not any(item.span.overlaps(other.span) for other, _ in known):
            known.append((item, _only(keys)))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for pronoun in prose.pronouns:
        here = per_sentence.get(pronoun.sentence, [])
        named = {key for item, key in here if item.span.start < pronoun.start}
        if not named and pronoun.opens:
            named = {key for _, key in per_sentence.get(pronoun.sentence - 1, [])}
        if len(named) == 1 and (key := named.pop()) != "?":
            votes[key][pronoun.means] += 1
    return votes


def _only(keys: tuple[str, ...]) -> str:
    return keys[0] if len(keys) == 1 else "?"


def _entity(
    key: str, items: Sequence[Named], votes: Counter[str], article: str, lexicon: Lexicon
) -> Entity:
    phrases = [item.parsed.phrase for item in items]
    best = max(items, key=lambda item: (item.form == key, len(item.parsed.phrase.name)))
    full = best.parsed.phrase
    kind = _kind(phrases, votes, key)
    role = next(iter(sorted((p for p in phrases if p.role), key=_role_rank)), None)
    known = lexicon.people.get(phrase_key(full.name)) if kind in ("person", "") else None
    if known is not None:
        # Whom the rules know is a person, and has that role where the article gives none.
        kind = "person"
        office = parse_mention(f"the {known.role}", lexicon).phrase
        told = replace(office, role=known.role, role_class=known.class_)
        phrases = [*phrases, replace(told, affiliation=known.affiliation or office.affiliation)]
        role = role or phrases[-1]
    nouns = {noun for phrase in phrases for noun in _nouns(phrase, lexicon)}
    gender: Gender = next((phrase.gender for phrase in phrases if phrase.gender), "")
    texts = [item.parsed.text for item in items]
    # Told to be a body by its pronouns: from now on it is looked up as one.
    if kind == "body" and key.startswith("name:"):
        key = "body:" + body_key(full.name, full.head, lexicon)
    local = _is_local(key, kind, full, lexicon)
    entity = Entity(
        key=f"{article}:{key}" if local else key,
        name=_calmed(full.name) if kind == "person" else full.name,
        kind=kind,
        role=role.role if role else "",
        role_class=role.role_class if role else None,
        affiliation=next((p.affiliation for p in phrases if p.affiliation and p.role), "")
        or next((p.affiliation for p in phrases if p.affiliation), ""),
        gender=(gender or _voted_gender(votes)) if kind in ("person", "") else "",
        nouns=frozenset(nouns),
        role_text=" ".join(sorted({p.role.lower() for p in phrases if p.role})),
        description=max(texts, key=lambda text: (len(text), text)),
        relative=" ".join(sorted({item.parsed.relative for item in items} - {""})),
        first=min(item.span.start for item in items),
        acronyms=tuple(sorted({fold(p.acronym) for p in phrases if p.acronym})),
    )
    return replace(entity, source_class=class_of_named(entity, lexicon))


def _calmed(name: str) -> str:
    """A person's name without the capitals of a headline: "IDA Moss" is Ida Moss."""
    words = name.split()
    shouted = [word.isupper() and len(word) > _SHORT for word in words]
    # One word in capitals may be an acronym.
    if len(words) < 2 or not any(shouted):
        return name
    return " ".join(
        word.title() if loud else word for word, loud in zip(words, shouted, strict=True)
    )


def _kind(phrases: Sequence[Phrase], votes: Counter[str], key: str) -> Kind:
    kinds = Counter(phrase.kind for phrase in phrases)
    if key.startswith("body:"):
        sure: tuple[Kind, ...] = ("country", "outlet", "body")
        return next((kind for kind in sure if kinds[kind]), "body")
    if kinds["person"]:
        return "person"
    # The news shortens a person's name to its last word, and a firm's to its first.
    words = key.partition(":")[2].split()
    short = [fold(phrase.name) for phrase in phrases if " " not in phrase.name]
    if len(words) > 1 and len(short) > 1 and set(short) == {words[0]}:
        return "body"
    if votes["m"] + votes["f"] > 2 * votes["n"]:
        return "person"
    if votes["n"]:
        return "body"
    return "person" if len(words) > 1 and set(short) == {words[-1]} else ""


def _role_rank(phrase: Phrase) -> int:
    """An office tells more than a part ("rival", "mother"), and a rank is the weakest of all."""
    if phrase.title:
        return 2
    return 0 if phrase.role_class in ("NOF", "NSP", "NEX") else 1


def _voted_gender(votes: Counter[str]) -> Gender:
    """The gender of the pronouns that follow a name where nobody else is named."""
    if votes["m"] > 1 and votes["m"] > 4 * votes["f"]:
        return "m"
    return "f" if votes["f"] > 1 and votes["f"] > 4 * votes["m"] else ""


def _nouns(phrase: Phrase, lexicon: Lexicon) -> Iterable[str]:
    """The nouns by which a phrase lets its entity be called again."""
    yield from lexicon.body_nouns.get(phrase.name, ())
    if phrase.also:
        yield phrase.also
    if not phrase.head:
        return
    yield phrase.head
    yield lexicon.wording(phrase.head)
    first, _, last = phrase.head.rpartition(" ")
    if first and not lexicon.has("diminishing-words", first.split()[0]):
        yield last
        yield lexicon.wording(last)


def _is_local(key: str, kind: Kind, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a name tells its bearer apart in its own article only."""
    words = key.partition(":")[2].split(":")[0].split()
    if kind == "person" or (kind == "" and not key.startswith("body:")):
        return len(words) < 2
    if phrase_key(phrase.name) in lexicon.bodies or kind in ("country", "outlet"):
        return False
    return all(
        lexicon.has("generic-names", form) for word in words for form in [lexicon.singular(word)]
    )
