"""Showing an analysis: html, md and text for people; json, jsonl and csv for machines."""

from attrib.report.formats import FORMATS, render, render_contests

__all__ = ["FORMATS", "render", "render_contests"]
