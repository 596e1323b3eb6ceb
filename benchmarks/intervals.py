"""How sure a share is that was counted."""

from __future__ import annotations

from math import sqrt

_Z = 1.959964


def show_share(part: int, whole: int) -> str:
    """A share and its 95 % interval in percent: "90.0 [80.1, 95.3]"; "-" of nothing."""
    if not whole:
        return "-"
    low, high = wilson(part, whole)
    return f"{100 * part / whole:.1f} [{100 * low:.1f}, {100 * high:.1f}]"


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of `part` of `whole`, in [0, 1] (Wilson 1927, the score interval)."""
    share, weight = part / whole, _Z * _Z / whole
    middle = (share + weight / 2) / (1 + weight)
    reach = _Z * sqrt(share * (1 - share) / whole + weight / (4 * whole)) / (1 + weight)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)
