"""Articles and claims made by hand for the tests of the comparison.

`tell(outlet, day, *sayings)` writes one article, a line a saying; `own`, `said`, `quoted`,
`denied` and `accused` are the sayings. `compare_told` runs the stage over such articles with
an encoder of bare words, so that no test but the encoder's own needs a model.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from attrib.compare import Comparison, compare
from attrib.compare.pairs import PairReader
from attrib.compare.stems import stem
from attrib.compare.word_lists import read_lexicon
from attrib.records import (
    Article,
    ChainLink,
    Claim,
    ClaimSource,
    Contest,
    Cue,
    Polarity,
    Source,
    SourceClass,
    Span,
    Stance,
    Voice,
)
from attrib.rulebook import load_rulebook
from attrib.tokens import tokenise

RULEBOOK = load_rulebook()
LEXICON = read_lexicon(RULEBOOK)
_SIZE = 1024


@dataclass(frozen=True)
class Saying:
    """One line of an article: who says what, in which words and with which stance."""

    text: str
    by: str | None = None
    stance: Stance = "own"
    polarity: Polarity = "affirm"
    voice: Voice = "own"
    through: str | None = None
    restated: str | None = None
    lemma: str = "say"


def own(text: str) -> Saying:
    return Saying(text)


def said(by: str, text: str, stance: Stance = "asserts", through: str | None = None) -> Saying:
    return Saying(text, by, stance, "affirm", "indirect", through)


def quoted(by: str | None, text: str) -> Saying:
    return Saying(text, by, "asserts", "affirm", "direct")


def denied(by: str, text: str) -> Saying:
    return Saying(text, by, "denies", "deny", "indirect", lemma="deny")


def accused(by: str, text: str) -> Saying:
    return Saying(text, by, "accuses", "affirm", "indirect")


@dataclass(frozen=True)
class Told:
    """An article with its claims."""

    article: Article
    claims: tuple[Claim, ...]


def key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def tell(
    outlet: str | None, published: str | None, *sayings: Saying, title: str = "Ferry crash"
) -> Told:
    lines: list[str] = []
    claims: list[Claim] = []
    start = 0
    article_id = key(f"{outlet} {published} {[saying.text for saying in sayings]}")
    for number, saying in enumerate(sayings):
        before = "" if saying.by is None else f"{saying.by} said: "
        body = f"“{saying.text}”" if saying.voice == "direct" else saying.text
        line = f"{before}{body}."
        content = Span(start + len(before), start + len(before) + len(body))
        sentence = Span(start, start + len(line))
        claims.append(_claim(saying, article_id, number, content, sentence))
        lines.append(line)
        start += len(line) + 1
    article = Article(
        id=article_id,
        text="\n".join(lines),
        outlet=outlet,
        published=published,
        title=title,
        path=f"{article_id}.txt",
    )
    return Told(article, tuple(claims))


def _claim(saying: Saying, article: str, number: int, content: Span, sentence: Span) -> Claim:
    chain: tuple[ChainLink, ...] = ()
    source = None
    cue = None
    if saying.by:
        names = [saying.through, saying.by] if saying.through else [saying.by]
        chain = tuple(ChainLink(key(name), name, "ORG") for name in names)
        place = Span(sentence.start, sentence.start + len(saying.by))
        source = ClaimSource(key(saying.by), saying.by, "ORG", place, saying.by, True, "named")
        place = Span(place.end + 1, place.end + 5)
        cue = Cue(place, "said", saying.lemma, "cues.verbs.say", saying.stance, 0, 6)
    return Claim(
        id=key(f"{article} {number}"),
        article=article,
        text=saying.restated or saying.text,
        content=(content,),
        sentence=sentence,
        cue=cue,
        source=source,
        chain=chain,
        voice=saying.voice,
        stance=saying.stance,
        polarity=saying.polarity,
        tone=0,
        strength=None,
        grounds=frozenset(link.id for link in chain),
    )


def sources_of(told: Sequence[Told], **known: Source) -> tuple[Source, ...]:
    """A Source for everybody who speaks; `known` replaces those that need more said of them."""
    found = {
        link.id: Source(link.id, link.name, "ORG", True, "named", aliases=(link.name,))
        for item in told
        for claim in item.claims
        for link in claim.chain
    }
    found |= {source.id: source for source in known.values()}
    return tuple(found[source] for source in sorted(found))


def person(name: str, *, speaks_for: str | None = None, as_: SourceClass = "NIN") -> Source:
    return Source(
        key(name), name, as_, True, "named", affiliation=key(speaks_for) if speaks_for else None
    )


def body(name: str, *members: str) -> Source:
    return Source(
        key(name), name, "ORG", True, "named", members=tuple(key(member) for member in members)
    )


def embed_words(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Unit vectors of stems, for tests about anything but the vectors: (n, 1024)."""
    vectors = np.zeros((len(texts), _SIZE), dtype=np.float32)
    for row, text in enumerate(texts):
        for token in tokenise(text):
            if token.is_word and token.lower not in LEXICON.function_words:
                digest = hashlib.sha256(stem(token.lower).encode()).digest()
                vectors[row, int.from_bytes(digest[:4], "big") % _SIZE] += 1
        if not vectors[row].any():
            vectors[row, 0] = 1
        vectors[row] /= np.linalg.norm(vectors[row])
    return vectors


def compare_told(*told: Told, **known: Source) -> Comparison:
    return compare_read(None, *told, **known)


def compare_read(read: PairReader | None, *told: Told, **known: Source) -> Comparison:
    """The same with `read` in place of the pair model."""
    return compare(
        [item.article for item in told],
        [claim for item in told for claim in item.claims],
        sources_of(told, **known),
        RULEBOOK,
        embed_words,
        read,
    )


def contests_of(*told: Told, **known: Source) -> tuple[Contest, ...]:
    return compare_told(*told, **known).contests


def values(contest: Contest) -> list[str]:
    return [side.value for side in contest.sides]


def restated(saying: Saying, text: str) -> Saying:
    """The same words in the article, with another stand-alone text of the claim."""
    return replace(saying, restated=text)
