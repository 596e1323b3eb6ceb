"""The kinds of check: mechanisms in code, over which `rules/en/checks/` writes the entries.

A kind is a function from a laid-out draft and one rule to findings. What it looks for (words,
classes, windows) comes from the rule's options; see the options record beside each function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrib.check.draft import Draft, Finding
from attrib.check.kinds.agentless import find_agentless
from attrib.check.kinds.anonymity import find_unreasoned
from attrib.check.kinds.attacks import find_anonymous_attacks
from attrib.check.kinds.collapses import find_chain_collapses
from attrib.check.kinds.declined import find_unnamed_and_declined
from attrib.check.kinds.formulas import find_stock_reasons
from attrib.check.kinds.headline_quotes import find_absent_quotes
from attrib.check.kinds.headlines import find_unattributed_headlines
from attrib.check.kinds.late_names import find_late_names
from attrib.check.kinds.opinions import find_anonymous_opinions
from attrib.check.kinds.orphans import find_orphan_quotes
from attrib.check.kinds.plurals import find_plurals_of_one
from attrib.check.kinds.roles import find_missing_roles
from attrib.check.kinds.speakers import find_bare_speakers
from attrib.check.kinds.tones import find_cue_tones
from attrib.check.kinds.vague import find_vague_speakers
from attrib.rulebook.entries import CheckRule

__all__ = ["KINDS", "Kind"]

Kind = Callable[[Draft, CheckRule], Iterator[Finding]]

KINDS: Mapping[str, Kind] = {
    "agentless": find_agentless,
    "anonymous-attack": find_anonymous_attacks,
    "anonymous-opinion": find_anonymous_opinions,
    "bare-speaker": find_bare_speakers,
    "chain-collapse": find_chain_collapses,
    "cue-tone": find_cue_tones,
    "headline-claim": find_unattributed_headlines,
    "headline-quote": find_absent_quotes,
    "late-identification": find_late_names,
    "missing-role": find_missing_roles,
    "no-anonymity-reason": find_unreasoned,
    "orphan-quote": find_orphan_quotes,
    "plural-of-one": find_plurals_of_one,
    "stock-anonymity-reason": find_stock_reasons,
    "unnamed-and-declined": find_unnamed_and_declined,
    "vague-speaker": find_vague_speakers,
}
