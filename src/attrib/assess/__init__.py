"""From resolved attributions to claims: stance, wording that stands alone, and strength."""

from attrib.assess.claims import assess

__all__ = ["assess"]
