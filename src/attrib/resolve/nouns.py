"""Descriptions: "the minister", "the agency", "the report" point back; "an aide" does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.records import Attribution, Mention
from attrib.resolve.antecedents import (
    NEAR,
    find_candidates,
    is_tied,
    may_be_company,
    may_hold,
    modifiers_of,
    nearest_of,
    only_person,
)
from attrib.resolve.cast import Occurrence
from attrib.resolve.choosing import choose, find_place
from attrib.resolve.clues import is_open_name, named_in
from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import Lexicon, fold
from attrib.resolve.mentions import parse_mention
from attrib.resolve.naming import Phrase
from attrib.resolve.parsed import Parsed
from attrib.resolve.ranking import Task
from attrib.resolve.scene import Issued, Outcome, Scene
from attrib.resolve.several import resolve_both, resolve_former
from attrib.resolve.unnamed import describe_unnamed, make_unnamed

_LOOK_BACK = 1_500
"""How many characters before a description its introduction is looked for."""


def resolve_description(
    mention: Mention, parsed: Parsed, scene: Scene, attribution: Attribution | None = None
) -> Outcome:
    """Whom a description stands for: one spoken of before, or an unnamed source of its own."""
    phrase = parsed.phrase
    if scene.lexicon.has("statement-nouns", phrase.head):
        issuer = _resolve_statement(mention, parsed, scene)
        if issuer:
            return issuer
    former = resolve_former(mention, parsed, scene)
    if former:
        return former
    both = resolve_both(mention, parsed, scene) if _is_pair(phrase, parsed.text, scene) else None
    if both:
        return both
    if not _points_back(phrase):
        titled = _find_titled(parsed, scene)
        return titled or describe_unnamed(mention, parsed, scene)
    candidates = find_candidates(mention, phrase, scene)
    if phrase.kind in ("person", "body") and not phrase.plural:
        near = candidates if len(candidates) == 1 else nearest_of(candidates, mention, scene)
        if len(near) > 1:
            return _resolve_plain(mention, parsed, near, scene)
        chosen = _choose(mention, parsed, candidates, attribution, scene)
        if chosen.key is not None:
            others = _other_holders(chosen.key, candidates, mention, phrase, scene)
            if not others:
                _note_called(chosen.key, phrase, scene)
                return chosen
            names = f"{scene.entity(chosen.key).name} and {others[0]}"
            return Outcome(None, f"two could be meant: {names}")
        if len(near) == 1:
            return _resolve_plain(mention, parsed, near, scene)
        if _is_whole(phrase, scene.lexicon):
            return describe_unnamed(mention, parsed, scene)
        return _introduced(mention, phrase, scene) or chosen
    return _resolve_plain(mention, parsed, candidates, scene)


def _find_titled(parsed: Parsed, scene: Scene) -> Outcome | None:
    """The one whose name stands elsewhere behind these very words: "Arle state senator", and then
    "Arle state senator Ida Moss"; None where none or several do."""
    if parsed.phrase.opening != "none" or parsed.phrase.plural or " " not in parsed.text:
        return None
    titled = {
        item.key
        for item in scene.cast.occurrences
        if scene.entity(item.key).kind == "person"
        and _before_name(item, scene).endswith(parsed.text)
    }
    if len(titled) != 1:
        return None
    named = scene.entity(titled.pop())
    return Outcome(named.key, f"“{parsed.text}” stands before the name {named.name}")


def _before_name(item: Occurrence, scene: Scene) -> str:
    """The text up to a name, of which the occurrence may hold a role as well."""
    name = scene.entity(item.key).name
    end = item.end - len(name) if scene.text[item.start : item.end].endswith(name) else item.start
    return scene.text[max(end - _LOOK_BACK, 0) : end].rstrip()


def _choose(
    mention: Mention,
    parsed: Parsed,
    candidates: list[str],
    attribution: Attribution | None,
    scene: Scene,
) -> Outcome:
    """The person or body that "the minister" or "the agency" is, chosen by clues."""
    phrase, lexicon = parsed.phrase, scene.lexicon
    place = find_place(mention, attribution, None, phrase.gender, scene)
    barred = named_in(attribution.content if attribution else (), scene)
    near = set(nearest_of(candidates, mention, scene))
    held = {f"{word} {phrase.head}" for word in lexicon.terms("diminishing-words")}
    modifiers = {word for word in modifiers_of(phrase) if not lexicon.has("status-words", word)}

    # Where somebody is told to be a woman, "the actress" is nobody of whom nothing is told.
    told = bool(phrase.gender) and any(
        scene.gender_of(key) == phrase.gender and entity.first < mention.span.start
        for key, entity in scene.cast.entities.items()
    )
    open_to = None if told else ""

    def fits(key: str) -> bool:
        entity = scene.entity(key)
        if key in barred or entity.plural or entity.members or entity.first >= mention.span.start:
            return False
        if key not in candidates and not _may_be_called(entity, phrase, lexicon):
            return False
        # A vice president is not "the president".
        if key not in candidates and any(role in entity.role_text for role in held):
            return False
        if phrase.kind == "person":
            agrees = not phrase.gender or scene.gender_of(key) in (phrase.gender, open_to)
            return agrees and (entity.kind == "person" or is_open_name(entity, scene))
        return entity.kind in ("body", "country", "outlet") or is_open_name(entity, scene)

    def more(key: str) -> Iterator[str]:
        entity = scene.entity(key)
        yield f"kind {entity.kind or 'open'}"
        if key in candidates:
            yield "called so"
            if len(candidates) == 1:
                yield "the only one called so"
            elif key in near:
                yield "called so, near"
        elif candidates:
            yield "another is called so"
        elif not entity.nouns:
            yield "nothing said of it"
            epithet = lexicon.has("epithets", phrase.head)
            yield f"nothing said of it, {'epithet' if epithet else 'role'}"
        else:
            yield "called otherwise"
        words = set(entity.role_text.split()) | set(fold(entity.description).split())
        if modifiers:
            yield "described so" if modifiers & words else "not described so"
        if is_tied(phrase):
            yield "tied to somebody"
        if lexicon.has("company-nouns", phrase.head) and may_be_company(entity, lexicon):
            yield "may be a company"
        if lexicon.has("generic-bodies", phrase.head):
            yield "generic"

    task: Task = "role" if phrase.kind == "person" else "institution"
    return choose(task, mention, place, fits, scene, more)


def _may_be_called(entity: Entity, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a description may be the first to say what somebody is.

    The news calls people "the singer" or "the senator" a second time without having said so;
    a mayor, a judge or a suspect it introduces. "The firm" may be any company, "the union" not.
    """
    # The Republican nominee is not the Democratic one.
    if phrase.head in entity.nouns:
        return False
    if phrase.kind == "person":
        # Who is told to hold an office is hardly "the singer" without being told so; a party's
        # name is every office-holder's.
        party = lexicon.has("crowd-names", f"{phrase.head}s")
        lay = lexicon.roles.get(phrase.head) == "NPA" and not party
        other = lay and entity.role_class == "NOF"
        return lexicon.has("epithets", phrase.head) and not other
    return lexicon.has("company-nouns", phrase.head) and may_be_company(entity, lexicon)


def _resolve_plain(mention: Mention, parsed: Parsed, every: list[str], scene: Scene) -> Outcome:
    """Whom several, or a paper, stand for: the only ones called so, or the nearest."""
    phrase = parsed.phrase
    # The news calls the nearest one "the minister" without saying which.
    candidates = (len(every) > 1 and nearest_of(every, mention, scene)) or every
    shown = f"“{' '.join(mention.text.split())}”"
    if len(candidates) == 1:
        name = scene.entity(candidates[0]).name
        which = "only" if len(every) == 1 else "nearest"
        return Outcome(candidates[0], f"{shown} is the {which} {phrase.head} spoken of, {name}")
    if len(candidates) > 1:
        names = " and ".join(scene.entity(key).name for key in candidates[:2])
        return Outcome(None, f"two could be meant: {names}")
    if _is_whole(phrase, scene.lexicon):
        return describe_unnamed(mention, parsed, scene)
    only = only_person(mention, phrase, scene)
    if only:
        return Outcome(only.key, f"{shown} is the only person named before, {only.name}")
    # Last, since it finds a description and no name.
    introduced = _introduced(mention, phrase, scene) if phrase.kind else None
    if introduced:
        return introduced
    return Outcome(None, f"whom {shown} means is not said before")


def _is_pair(phrase: Phrase, words: str, scene: Scene) -> bool:
    """Whether two persons are meant: "both candidates", "the two women"."""
    opens = [word.lower() for word in words.split()[:2]]
    told = scene.lexicon.has("pair-words", opens[0]) or "two" in opens
    # "Both pilots and guards" are as many as there are.
    plain = not (phrase.tail or phrase.affiliation or " and " in words)
    return told and plain and phrase.kind in ("group", "person")


def _other_holders(
    key: str, candidates: list[str], mention: Mention, phrase: Phrase, scene: Scene
) -> list[str]:
    """The names of others who hold the office that `key` is not told to hold, but may.

    Where Moss is told to be a senator, "the senator" is hardly the one who spoke last.
    """
    if not candidates:
        holders = may_hold(mention, phrase, scene)
    elif key not in candidates and scene.lexicon.has("sole-offices", phrase.head):
        holders = [scene.entity(candidate) for candidate in candidates]
    else:
        holders = []
    return [entity.name for entity in holders if entity.key != key]


def _note_called(key: str, phrase: Phrase, scene: Scene) -> None:
    """From now on the one whom "the Norland senator" meant is called a senator."""
    called = scene.by_noun.setdefault(phrase.head, [])
    if key not in called and scene.lexicon.has("sole-offices", phrase.head):
        called.append(key)


def _points_back(phrase: Phrase) -> bool:
    return phrase.opening == "definite"


def _is_whole(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a definite description says all by itself: "the mayor of Ashby", "the police".

    "The Ashby senator" does not: it is said of somebody named before.
    """
    if lexicon.has("generic-bodies", phrase.head) or is_tied(phrase):
        return True
    if phrase.kind == "group":
        return bool(phrase.tail) or not phrase.plural
    return bool(phrase.affiliation) and phrase.kind in ("body", "document", "dataset")


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
    entity = make_unnamed(place, parsed, scene)
    return Outcome(
        entity.key, f"“{' '.join(mention.text.split())}” is the one introduced as “{words}”"
    )


def _may_follow(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can stand behind a whole noun phrase: "a campaign speech" is no campaign."""
    lists = ("prepositions", "relatives", "auxiliaries", "coordinators", "subordinators")
    return word.endswith("ed") or any(lexicon.has(name, word) for name in lists)


def _resolve_statement(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome | None:
    """The issuer of "the statement": the one named with it, else of the last one put out."""
    if parsed.phrase.opening != "definite":
        return _resolve_issuer(mention, parsed, scene)
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


def _resolve_issuer(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome | None:
    """The body whose statement "a statement from the ministry" or "a police statement" is."""
    issuer = parsed.phrase.affiliation
    if not issuer:
        return None
    named = parse_mention(issuer, scene.lexicon)
    shown = f"“{' '.join(mention.text.split())}”"
    if named.phrase.form == "name":
        keys = scene.cast.keys_of(named)
        key = keys[0] if len(keys) == 1 and keys[0] in scene.cast.entities else None
    elif named.phrase.form == "description":
        key = resolve_description(Mention(mention.span, issuer), named, scene).key
    else:
        key = None
    if key is None:
        return None
    return Outcome(key, f"{shown} is {scene.entity(key).name} speaking")


def _is_close(issued: Issued, mention: Mention, scene: Scene) -> bool:
    return scene.sentence_at(mention.span.start) - issued.sentence <= 2 * NEAR
