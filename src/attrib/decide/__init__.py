"""What editors have decided: reading it, and laying it over what was found.

`tie_speakers` goes over the resolution, before claims are weighed; `set_claims_aside` goes before
claims are compared; `lay_decisions` goes over the contests; `find_silenced` over the findings of
the draft checks.
"""

from attrib.decide.contests import DecidedContests, lay_decisions
from attrib.decide.files import read_decisions, refuse_contradictions, sort_decisions
from attrib.decide.outcome import list_decided, set_claims_aside
from attrib.decide.silencing import find_silenced
from attrib.decide.speakers import Tied, say_reason, tie_speakers

__all__ = [
    "DecidedContests",
    "Tied",
    "find_silenced",
    "lay_decisions",
    "list_decided",
    "read_decisions",
    "refuse_contradictions",
    "say_reason",
    "set_claims_aside",
    "sort_decisions",
    "tie_speakers",
]
