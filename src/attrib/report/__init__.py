"""Showing an analysis: html, md and text for people; json, jsonl and csv for machines."""

from attrib.report.formats import FORMATS, render, render_contests, render_folder
from attrib.report.parting import SIGNATURE

__all__ = ["FORMATS", "SIGNATURE", "render", "render_contests", "render_folder"]
