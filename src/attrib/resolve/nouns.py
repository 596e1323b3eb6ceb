"""Descriptions: "the minister", "the agency", "the report" point back; "an aide" does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from attrib.records import Mention
from attrib.resolve.classes import class_of_description
from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import Lexicon, fold
from attrib.resolve.mentions import Parsed, parse_mention
from attrib.resolve.naming import Phrase
from attrib.resolve.scene import Issued, Outcome, Scene

_NEAR = 2
"""How many sentences back the one meant of several may be named."""
_LOOK_BACK = 1_500
"""How many characters before a description its introduction is looked for."""


def resolve_description(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome:
    """Whom a description stands for: one spoken of before, or an unnamed source of its own."""
    phrase = parsed.phrase
    if scene.lexicon.has("statement-nouns", phrase.head):
        issuer = _resolve_statement(mention, parsed, scene)
        if issuer:
            return issuer
    if not _points_back(phrase):
        return _unnamed(mention, parsed, scene)
    candidates = every = _candidates(mention, phrase, scene)
    if len(candidates) > 1:
        candidates = _nearest(candidates, mention, scene) or candidates
    shown = f"“{' '.join(mention.text.split())}”"
    if len(candidates) == 1:
        name = scene.entity(candidates[0]).name
        which = "only" if len(every) == 1 else "nearest"
        return Outcome(candidates[0], f"{shown} is the {which} {phrase.head} spoken of, {name}")
    if len(candidates) > 1:
        names = " and ".join(scene.entity(key).name for key in candidates[:2])
        return Outcome(None, f"{shown} could mean two: {names}")
    if _is_whole(phrase, scene.lexicon):
        return _unnamed(mention, parsed, scene)
    only = _only_person(mention, phrase, scene)
    if only:
        return Outcome(only.key, f"{shown} is the only person named before, {only.name}")
    introduced = _introduced(mention, phrase, scene) if phrase.kind else None
    if introduced:
        return introduced
    return Outcome(None, f"whom {shown} means is not said before")


def _points_back(phrase: Phrase) -> bool:
    return phrase.opening == "definite"


def _is_whole(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a definite description says all by itself: "the mayor of Ashby", "the police".

    "The Ashby senator" does not: it is said of somebody named before.
    """
    if lexicon.has("generic-bodies", phrase.head) or _is_tied(phrase):
        return True
    if phrase.kind == "group":
        return bool(phrase.tail) or not phrase.plural
    return bool(phrase.affiliation) and phrase.kind in ("body", "document", "dataset")


def _is_tied(phrase: Phrase) -> bool:
    """Whether a description names whom it belongs to: "of Ashby" behind it, "Ashby's" before."""
    if not phrase.affiliation:
        return False
    owner = phrase.affiliation.removeprefix("the ")
    return phrase.affiliation in phrase.tail or phrase.text.startswith((f"{owner}'", f"{owner}’"))


# Those spoken of before --------------------------------------------------------------------


def _candidates(mention: Mention, phrase: Phrase, scene: Scene) -> list[str]:
    """The keys of those introduced before whom the description fits."""
    lexicon = scene.lexicon

    def fitting(nouns: Iterable[str]) -> list[Entity]:
        return [
            entity
            for entity in scene.called(nouns)
            if entity.first < mention.span.start and _fits(entity, phrase, lexicon)
        ]

    counted = _counted(mention, scene) if phrase.plural else []
    if counted:
        return counted
    found = fitting({phrase.head, lexicon.wording(phrase.head)})
    found = found or fitting(lexicon.widenings.get(phrase.head, frozenset()))
    if not found and phrase.kind == "body" and not phrase.plural:
        found = _last_unknown(mention, phrase, scene)
    if not found and lexicon.has("company-nouns", phrase.head) and not phrase.plural:
        found = [
            entity
            for entity in scene.cast.entities.values()
            if entity.first < mention.span.start and _may_be_company(entity, lexicon)
        ]
        if len(found) > 1:
            return []
    modifiers = _modifiers(phrase)
    agreeing = [entity for entity in found if modifiers & set(entity.role_text.split())]
    return list(dict.fromkeys(entity.key for entity in (agreeing or found)))


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
    kinds = ("", phrase.kind, "outlet", "country", "group" if phrase.plural else "")
    if phrase.kind and entity.kind not in kinds:
        return False
    if phrase.gender and entity.gender and phrase.gender != entity.gender:
        return False
    modifiers = {word for word in _modifiers(phrase) if not lexicon.has("status-words", word)}
    if _is_tied(phrase) and fold(phrase.affiliation) not in fold(
        f"{entity.affiliation} {entity.description}"
    ):
        return False
    named = set(fold(entity.name).split()) | set(entity.role_text.split())
    named |= set(fold(entity.description).split())
    # "The Democratic nominee" is not the one introduced as the Republican nominee.
    return not modifiers or bool(modifiers & named)


def _modifiers(phrase: Phrase) -> set[str]:
    """The words before the head noun, lower-cased: "defense" in "the defense minister"."""
    before = phrase.text.lower().removesuffix(phrase.tail.lower()).split()
    heads = set(phrase.head.split()) | {f"{word}s" for word in phrase.head.split()}
    return (
        {fold(word) for word in before} - heads - {"the", "this", "that", "these", "those", "own"}
    )


def _may_be_company(entity: Entity, lexicon: Lexicon) -> bool:
    sector = entity.nouns <= lexicon.terms("sector-nouns")
    return entity.kind == "body" and sector and not entity.plural


def _nearest(keys: list[str], mention: Mention, scene: Scene) -> list[str]:
    """Those of `keys` named or quoted in the sentence of the mention or just before it."""
    sentence = scene.sentence_at(mention.span.start)
    start = scene.sentence_starts[max(sentence - _NEAR, 0)]
    near = {
        occurrence.key
        for occurrence in scene.named_between(start, mention.span.start)
        if not occurrence.quoted
    }
    near |= {said.key for said in scene.said[-50:] if start <= said.start < mention.span.start}
    return [key for key in keys if key in near]


def _only_person(mention: Mention, phrase: Phrase, scene: Scene) -> Entity | None:
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


def _introduced(mention: Mention, phrase: Phrase, scene: Scene) -> Outcome | None:
    """The one introduced with "a" in the text before: "a ferry passenger ... the passenger"."""
    start = max(mention.span.start - _LOOK_BACK, 0)
    before = scene.text[start : mention.span.start]
    noun = phrase.text.split()[-1] if not phrase.tail else phrase.head
    pattern = re.compile(
        rf"\b(?:an?|another|one)\s+((?:[\w-]+\s+){{0,4}}?{re.escape(noun)})(?=\s*[,.;:)”\"]|\s+(\w+))",
        re.IGNORECASE,
    )
    found = list(
        {
            fold(match.group(1)): match
            for match in pattern.finditer(before)
            if match.group(2) is None or _may_follow(match.group(2).lower(), scene.lexicon)
        }.values()
    )
    if len(found) != 1:
        return None
    words = " ".join(found[0].group(1).split())
    place = start + found[0].start(1)
    parsed = parse_mention("a " + words, scene.lexicon)
    if parsed.phrase.form != "description" or parsed.phrase.head != phrase.head:
        return None
    entity = _make_unnamed(place, parsed, scene)
    return Outcome(
        entity.key, f"“{' '.join(mention.text.split())}” is the one introduced as “{words}”"
    )


def _may_follow(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can stand behind a whole noun phrase: "a campaign speech" is no campaign."""
    lists = ("prepositions", "relatives", "auxiliaries", "coordinators", "subordinators")
    return word.endswith("ed") or any(lexicon.has(name, word) for name in lists)


# Statements --------------------------------------------------------------------------------


def _resolve_statement(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome | None:
    """The issuer of "the statement": the one named with it, else of the last one put out."""
    if parsed.phrase.opening != "definite":
        return None
    before = [
        issued
        for issued in scene.issued
        if issued.start < mention.span.start and issued.noun == parsed.phrase.head
    ]
    if not before:
        return None
    last = max(before, key=lambda issued: (issued.start, issued.key))
    if len({issued.key for issued in before}) > 1 and not _is_close(last, mention, scene):
        return None
    issuer = scene.entity(last.key)
    by = issuer.name if issuer.members else f"that of {issuer.name}"
    return Outcome(last.key, f"“{' '.join(mention.text.split())}” is the last put out, {by}")


def _is_close(issued: Issued, mention: Mention, scene: Scene) -> bool:
    return scene.sentence_at(mention.span.start) - issued.sentence <= 2 * _NEAR


# Unnamed sources ---------------------------------------------------------------------------


def _unnamed(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome:
    """A source of its own: known by its description, in this article only."""
    phrase = parsed.phrase
    repeated = phrase.plural or phrase.opening == "none" or phrase.kind in ("group", "body")
    form = fold(parsed.text)
    if repeated and form in scene.unnamed:
        return Outcome(scene.unnamed[form], "described in the sentence, without a name")
    entity = _make_unnamed(mention.span.start, parsed, scene)
    if repeated:
        scene.unnamed[form] = entity.key
    return Outcome(entity.key, "described in the sentence, without a name")


def describe_owned(mention: Mention, parsed: Parsed, owner: Entity, scene: Scene) -> Outcome:
    """The source that "his lawyer" is, once it is known whose: "Bo Ashby's lawyer"."""
    words = parsed.text.split(" ", 1)[-1]
    text = f"{owner.name}'s {words}"
    form = fold(text)
    if form not in scene.unnamed:
        phrase = replace(parsed.phrase, affiliation=owner.name, text=text)
        made = _make_unnamed(mention.span.start, replace(parsed, text=text, phrase=phrase), scene)
        scene.unnamed[form] = made.key
    shown = " ".join(mention.text.split())
    return Outcome(scene.unnamed[form], f"“{shown}” is that of {owner.name}")


def _make_unnamed(place: int, parsed: Parsed, scene: Scene) -> Entity:
    phrase = parsed.phrase
    article = scene.extraction.article.id
    key = f"{article}:at {place}:{fold(parsed.text)}"
    entity = Entity(
        key=key,
        name=_uncapitalised(_without_relative(parsed), scene.lexicon),
        kind=phrase.kind,
        source_class=class_of_description(parsed, scene.lexicon),
        reason="described, not named",
        role=phrase.role,
        role_class=phrase.role_class,
        affiliation=phrase.affiliation,
        gender=phrase.gender,
        plural=phrase.plural,
        nouns=frozenset({phrase.head, scene.lexicon.wording(phrase.head)} - {""}),
        role_text=phrase.text.lower(),
        description=_uncapitalised(parsed.text, scene.lexicon),
        first=place,
    )
    scene.add(entity)
    return entity


def _without_relative(parsed: Parsed) -> str:
    """The mention up to its relative clause: "deckhand, who asked not to be named"."""
    first = parsed.relative.split("; ")[0]
    before = parsed.text.split(first, 1)[0].rstrip(" ,") if first else ""
    return before or parsed.text


def _uncapitalised(text: str, lexicon: Lexicon) -> str:
    """A description as it would stand inside a sentence: "Police" becomes "police"."""
    word = text.split(" ", 1)[0]
    plain = word.lower()
    if not word.istitle() or plain in lexicon.adjectives:
        return text
    common = plain in lexicon.nouns or lexicon.singular(plain) in lexicon.nouns
    opener = any(
        lexicon.has(name, plain) for name in ("sentence-openers", "determiners", "status-words")
    )
    return plain + text[len(word) :] if common or opener else text
