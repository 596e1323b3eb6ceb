"""Kind "verb-balance": one side's words are doubted throughout, the other's never.

"Moss claimed", "Moss insisted", while "Ashby said" and "Ashby explained": each verb may be fair,
all together they take sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from attrib.check.draft import Draft, Finding, Passage, is_silent, sentence_at
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import sentence_has
from attrib.records import Attribution, Cue, ResolvedAttribution
from attrib.rulebook.entries import CheckRule


@dataclass(frozen=True, slots=True)
class VerbBalance:
    """Options of the kind.

    verbs   lemmas that keep a distance
    plain   stances of cues that keep none
    fair    words in the sentence that give a reason for the distance
    least   so many uses each make a pattern
    """

    verbs: tuple[str, ...]
    plain: tuple[str, ...]
    fair: tuple[str, ...]
    least: int


@dataclass(slots=True)
class _Side:
    """How one source is put: its doubting cues, and its plain ones."""

    doubted: list[ResolvedAttribution] = field(default_factory=list)
    plain: list[ResolvedAttribution] = field(default_factory=list)


def find_unbalanced_verbs(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding an article: the second doubting verb, where those doubted are put so mostly.

    A side is seldom one source ("residents", "Moss, a resident", "one neighbour"), so all who
    are mostly doubted count as one, and all who never are as the other.
    """
    options = read_options(rule, VerbBalance)
    sides = _find_sides(draft, options).values()
    doubted = [
        one for side in sides if len(side.doubted) >= len(side.plain) for one in side.doubted
    ]
    plain = [one for side in sides if not side.doubted for one in side.plain]
    if len(doubted) < options.least or len(plain) < options.least:
        return
    doubted.sort(key=lambda item: item.index)
    verbs = _verbs(doubted)
    cue = doubted[1].attribution.cue
    if cue is None:
        return
    names = _name(draft, doubted[0].source_id), _name(draft, plain[0].source_id)
    yield Finding(
        cue.span,
        values=(("source", names[0]), ("other", names[1]), ("words", ", ".join(verbs))),
        related=tuple(
            Passage(item.attribution.sentence, note)
            for item, note in ((doubted[0], "doubted here too"), (plain[0], "put plainly"))
        ),
    )


def _find_sides(draft: Draft, options: VerbBalance) -> dict[str | None, _Side]:
    fair = compile_phrases(options.fair, draft.rulebook) if options.fair else None
    sides: dict[str | None, _Side] = {}
    for resolved in draft.attributions:
        found = resolved.attribution
        cue = found.cue
        if resolved.source_id is None or cue is None or not _counts(draft, found, cue):
            continue
        side = sides.setdefault(resolved.source_id, _Side())
        if cue.lemma.lower() in options.verbs:
            here = sentence_at(draft, cue.span.start)
            if here is None or not sentence_has(draft, (here,), fair):
                side.doubted.append(resolved)
        elif cue.stance in options.plain:
            side.plain.append(resolved)
    return sides


def _counts(draft: Draft, found: Attribution, cue: Cue) -> bool:
    return (
        found.modality == "actual"
        and not cue.rule.startswith("cues.nouns")
        and not is_silent(draft, cue.span)
    )


def _verbs(listed: list[ResolvedAttribution]) -> list[str]:
    cues = (item.attribution.cue for item in listed)
    return list(dict.fromkeys(f'"{cue.text}"' for cue in cues if cue is not None))


def _name(draft: Draft, source: str | None) -> str:
    known = draft.sources.get(source) if source is not None else None
    return known.name if known is not None else "one side"
