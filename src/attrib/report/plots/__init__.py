"""Where each thing of a drawing stands; the templates in `reports/` only write it down.

Units are those of an SVG's viewBox, which the page shows as CSS pixels. Everything drawn is told
once more in a table, so whatever is cut short here is whole there.
"""
