"""Those spoken of before whom a definite description fits."""

from __future__ import annotations

from collections.abc import Iterable

from attrib.records import Mention
from attrib.resolve.entity import Entity
from attrib.resolve.homes import homes_of, is_home
from attrib.resolve.lexicon import Lexicon, fold
from attrib.resolve.naming import Phrase
from attrib.resolve.scene import Scene

NEAR = 2
"""How many sentences back the one meant of several may be named."""


def find_candidates(mention: Mention, phrase: Phrase, scene: Scene) -> list[str]:
    """The keys of those introduced before whom the description fits."""
    lexicon = scene.lexicon

    def fitting(nouns: Iterable[str]) -> list[Entity]:
        return [
            entity
            for entity in scene.called(nouns)
            if entity.first < mention.span.start
            and (_fits(entity, phrase, lexicon) or _is_from(entity, mention, phrase, scene))
            and not _is_only_quoted(entity, mention, scene)
        ]

    counted = _counted(mention, scene) if phrase.plural else []
    if counted:
        return counted
    found = fitting({phrase.head, lexicon.wording(phrase.head)})
    found = found or fitting(lexicon.widenings.get(phrase.head, frozenset()))
    if not found and phrase.kind == "body" and not phrase.plural:
        found = _last_unknown(mention, phrase, scene)
    if not found and lexicon.has("company-nouns", phrase.head) and not phrase.plural:
        found = _only_company(mention, scene)
    if not found and lexicon.has("generic-outlets", phrase.head) and not phrase.plural:
        found = _outlets_before(mention, scene)
    modifiers = modifiers_of(phrase)
    # Of two ministers, "the transport minister" is the one whose role says transport.
    agreeing = [entity for entity in found if modifiers & set(entity.role_text.split())]
    return list(dict.fromkeys(entity.key for entity in (agreeing or found)))


def _is_only_quoted(entity: Entity, mention: Mention, scene: Scene) -> bool:
    """Whether somebody is named so far in the words of others alone, as it may be in passing."""
    if entity.key not in scene.cast.entities:
        return False
    named = [
        occurrence.quoted
        for occurrence in scene.named_between(entity.first, mention.span.start)
        if occurrence.key == entity.key
    ]
    return bool(named) and all(named)


def nearest_of(keys: list[str], mention: Mention, scene: Scene) -> list[str]:
    """Those of `keys` named or quoted in the sentence of the mention or just before it."""
    sentence = scene.sentence_at(mention.span.start)
    start = scene.sentence_starts[max(sentence - NEAR, 0)]
    near = {
        occurrence.key
        for occurrence in scene.named_between(start, mention.span.start)
        if not occurrence.quoted
    }
    near |= {said.key for said in scene.said[-50:] if start <= said.start < mention.span.start}
    return [key for key in keys if key in near]


def _counted(mention: Mention, scene: Scene) -> list[str]:
    """The joint source with as many members as "the three unions" counts, the last one."""
    words = mention.text.lower().split()
    number = next(
        (count for count, word in enumerate(_numerals(scene.lexicon), start=2) if word in words), 0
    )
    if not number:
        return []
    several = [
        entity
        for entity in scene.entities.values()
        if len(entity.members) == number and entity.first < mention.span.start
    ]
    last = max(several, key=lambda entity: (entity.first, entity.key), default=None)
    return [last.key] if last else []


def _numerals(lexicon: Lexicon) -> tuple[str, ...]:
    """Number words from two on, in order."""
    return lexicon.ordered["numerals"]


def _last_unknown(mention: Mention, phrase: Phrase, scene: Scene) -> list[Entity]:
    """The last speaker, if nothing tells yet what it is and nobody else is named since.

    "Meridian said ... The airline added": now it is known to be an airline.
    """
    place = mention.span.start
    sentence = scene.sentence_at(place)
    last = next((said for said in reversed(scene.said) if said.start < place), None)
    if last is None or not last.resolved or sentence - last.last > 1:
        return []
    entity = scene.entity(last.key)
    # A firm may turn out to be an airline, a name of one word a club; neither is a ministry.
    kinds = ("state-bodies", "generic-bodies", "opposite-bodies")
    trade = scene.lexicon.has("company-nouns", phrase.head)
    apart = any(scene.lexicon.has(name, phrase.head) for name in kinds)
    if not trade and (apart or entity.nouns):
        return []
    unknown = entity.kind in ("", "body") and not entity.members and not entity.plural
    told = entity.kind == "body" and not entity.nouns <= scene.lexicon.terms("sector-nouns")
    if not unknown or told or entity.key not in scene.cast.entities:
        return []
    others = {
        occurrence.key
        for occurrence in scene.named_between(last.start, place)
        if occurrence.subject and not occurrence.quoted and occurrence.key != last.key
    }
    if others:
        return []
    scene.by_noun.setdefault(phrase.head, []).append(entity.key)
    return [entity]


def _fits(entity: Entity, phrase: Phrase, lexicon: Lexicon) -> bool:
    if phrase.plural != entity.plural:
        return False
    # An outlet or a country may be called by what a body is called.
    kinds = ("", phrase.kind, "outlet", "country", "group" if phrase.plural else "")
    if phrase.kind and entity.kind not in kinds:
        return False
    if phrase.gender and entity.gender and phrase.gender != entity.gender:
        return False
    modifiers = {word for word in modifiers_of(phrase) if not lexicon.has("status-words", word)}
    if is_tied(phrase) and fold(phrase.affiliation) not in fold(
        f"{entity.affiliation} {entity.description}"
    ):
        return False
    named = set(fold(entity.name).split()) | set(entity.role_text.split())
    named |= set(fold(entity.description).split())
    # "The Democratic nominee" is not the one introduced as the Republican nominee.
    return not modifiers or bool(modifiers & named)


def _is_from(entity: Entity, mention: Mention, phrase: Phrase, scene: Scene) -> bool:
    """Whether "the Norland senator" is the senator named as "Moss of Norland"."""
    place = _place_in(phrase, scene.lexicon)
    if not place or entity.kind != "person" or phrase.plural or is_tied(phrase):
        return False
    if phrase.gender and entity.gender and phrase.gender != entity.gender:
        return False
    return any(is_home(home, place) for home in homes_of(entity, mention.span.start, scene))


def may_hold(mention: Mention, phrase: Phrase, scene: Scene) -> list[Entity]:
    """Those told to hold the office before of whom nothing says whence they are.

    "Sen. Ida Moss" may well be "the Norland senator".
    """
    if not _place_in(phrase, scene.lexicon):
        return []
    return [
        entity
        for entity in scene.called({phrase.head, scene.lexicon.wording(phrase.head)})
        if entity.kind == "person"
        and entity.key in scene.cast.entities
        and entity.first < mention.span.start
        and not homes_of(entity, mention.span.start, scene)
        and not entity.affiliation
        and (entity.role_text in scene.lexicon.roles or entity.role_text in scene.lexicon.titles)
    ]


def _place_in(phrase: Phrase, lexicon: Lexicon) -> str:
    """The capitalised words before the head, in lower case: "norland"; "" for none."""
    before = phrase.text.removesuffix(phrase.tail).split()
    words = [
        word
        for word in before
        if word[0].isupper()
        and fold(word) not in phrase.head.split()
        and not lexicon.has("status-words", word.lower())
        and not lexicon.has("crowd-names", f"{word.lower()}s")
    ]
    return fold(" ".join(words))


def is_tied(phrase: Phrase) -> bool:
    """Whether a description names whom it belongs to: "of Ashby" behind it, "Ashby's" before."""
    if not phrase.affiliation:
        return False
    owner = phrase.affiliation.removeprefix("the ")
    return phrase.affiliation in phrase.tail or phrase.text.startswith((f"{owner}'", f"{owner}’"))


def modifiers_of(phrase: Phrase) -> set[str]:
    """The words before the head noun, lower-cased: "defense" in "the defense minister"."""
    before = phrase.text.lower().removesuffix(phrase.tail.lower()).split()
    heads = set(phrase.head.split()) | {f"{word}s" for word in phrase.head.split()}
    return {fold(word) for word in before} - heads


def _only_company(mention: Mention, scene: Scene) -> list[Entity]:
    """The one body named so far that may be a company, nothing that acts being left open."""
    acting = {
        occurrence.key
        for occurrence in scene.named_between(0, mention.span.start)
        if occurrence.subject
    }
    before = [
        entity for entity in scene.cast.entities.values() if entity.first < mention.span.start
    ]
    companies = [entity for entity in before if may_be_company(entity, scene.lexicon)]
    unknown = any(entity.kind == "" and entity.key in acting for entity in before)
    return companies if len(companies) == 1 and not unknown else []


def _outlets_before(mention: Mention, scene: Scene) -> list[Entity]:
    """The outlets named so far in the article's own words: any is "the news outlet"."""
    return [
        entity
        for entity in scene.cast.entities.values()
        if entity.kind == "outlet"
        and entity.first < mention.span.start
        and not _is_only_quoted(entity, mention, scene)
    ]


def may_be_company(entity: Entity, lexicon: Lexicon) -> bool:
    sector = entity.nouns <= lexicon.terms("sector-nouns")
    return entity.kind == "body" and sector and not entity.plural


def only_person(mention: Mention, phrase: Phrase, scene: Scene) -> Entity | None:
    """The only person named so far, where the article calls somebody "the singer" afterwards."""
    if phrase.plural or not scene.lexicon.has("epithets", phrase.head):
        return None
    named = {
        occurrence.key
        for occurrence in scene.named_between(0, mention.span.start)
        if scene.entity(occurrence.key).kind == "person"
    }
    only = scene.entity(named.pop()) if len(named) == 1 else None
    return only if only and only.role_class in (None, "NIN") else None
