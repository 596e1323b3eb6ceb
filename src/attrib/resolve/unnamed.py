"""Sources without a name: each is known by its description, in its own article only."""

from __future__ import annotations

import re
from dataclasses import replace

from attrib.records import Mention
from attrib.resolve.classes import class_of_description
from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import Lexicon, fold
from attrib.resolve.parsed import Parsed
from attrib.resolve.scene import Outcome, Scene

_RELEASED = re.compile(r"(?<=[a-z]) (?:released|published|issued|conducted|obtained|leaked)\Z")
"""What is left of "a poll from the Ashby Institute released on Friday"."""
_BRACKETED = re.compile(r"\s*\([^()]*\)?")


def describe_unnamed(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome:
    """A source of its own: known by its description, in this article only."""
    phrase = parsed.phrase
    # "officials" twice are one crowd; "a pilot" twice may be two pilots.
    repeated = phrase.plural or phrase.opening == "none" or phrase.kind in ("group", "body")
    form = fold(parsed.text)
    if repeated and form in scene.unnamed:
        return Outcome(scene.unnamed[form], "described in the sentence, without a name")
    entity = make_unnamed(mention.span.start, parsed, scene)
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
        made = make_unnamed(mention.span.start, replace(parsed, text=text, phrase=phrase), scene)
        scene.unnamed[form] = made.key
    shown = " ".join(mention.text.split())
    return Outcome(scene.unnamed[form], f"“{shown}” is that of {owner.name}")


def make_unnamed(place: int, parsed: Parsed, scene: Scene) -> Entity:
    phrase = parsed.phrase
    article = scene.extraction.article.id
    key = f"{article}:at {place}:{fold(parsed.text)}"
    entity = Entity(
        key=key,
        name=_uncapitalised(_shown(parsed), scene.lexicon),
        kind=phrase.kind,
        source_class=class_of_description(parsed, scene.lexicon),
        reason="described, not named",
        role=_uncapitalised(phrase.role, scene.lexicon),
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


def _shown(parsed: Parsed) -> str:
    """How a description is shown; of a paper with an issuer only what names it.

    "New Ashby Institute poll released on Friday, the third this year": Ashby Institute poll.
    """
    phrase = parsed.phrase
    # Of "the (woman)" only the bracket is left.
    text = _BRACKETED.sub("", _without_relative(parsed)).strip() or phrase.text
    if phrase.kind in ("document", "dataset"):
        text = _RELEASED.sub("", text)
    if phrase.kind not in ("document", "dataset") or not phrase.affiliation:
        return text
    plain = text.partition(",")[0]
    tail = phrase.tail.partition(",")[0]
    if tail and tail.split()[0].endswith("ed"):
        plain = plain.removesuffix(tail).strip()
    words = plain.split()
    first = next((place for place, word in enumerate(words) if word[0].isupper()), 0)
    # "A report from the ministry" is no ministry, and "a story on Meridian" no Meridian.
    before = " ".join(words[:first]).lower()
    return plain if phrase.head in before else " ".join(words[first:])


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
        lexicon.has(name, plain) for name in ("resolve-openers", "determiners", "status-words")
    )
    return plain + text[len(word) :] if common or opener else text
