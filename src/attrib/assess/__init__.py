"""From resolved attributions to claims: stance, wording that stands alone, and strength."""

from attrib.assess.claims import Assessment, assess
from attrib.assess.corroboration import corroborate
from attrib.assess.strength import Evidence

__all__ = ["Assessment", "Evidence", "assess", "corroborate"]
