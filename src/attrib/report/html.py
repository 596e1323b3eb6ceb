"""The report as one HTML file: no network, no inline handlers, every text escaped.

Article text is untrusted. It reaches the page only through Jinja's escaping; a content
security policy with the hashes of our own style and script forbids everything else.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup, escape

from attrib.errors import AttribError
from attrib.report.articles import view_articles
from attrib.report.checks import say_findings, say_severities
from attrib.report.claims import view_claim
from attrib.report.contests import view_contests
from attrib.report.decided import say_decided
from attrib.report.decisions import view_decisions
from attrib.report.index import Index
from attrib.report.inline import read_inline
from attrib.report.languages import find_runs, find_tag, has_right_to_left
from attrib.report.phrasing import say_count, say_list, say_sentence, to_neutral
from attrib.report.plots.glance import view_glance
from attrib.report.relays import view_relays
from attrib.report.sources import view_sources
from attrib.report.summary import say_percent, summarise
from attrib.report.words import Words
from attrib.version import __version__


def make_environment(words: Words, folders: tuple[Path, ...]) -> Environment:
    """Where templates are looked for, the first of `folders` first, and what they may call."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_show,
    )
    environment.filters.update(by_script=_by_script, language_tag=find_tag)
    environment.globals.update(
        say_count=say_count,
        say_decided=say_decided,
        say_list=say_list,
        say_percent=say_percent,
        say_sentence=say_sentence,
        say_severities=say_severities,
        words=words,
    )
    return environment


def render_html(
    index: Index,
    words: Words,
    folders: tuple[Path, ...],
    *,
    environment: Environment | None = None,
    home: str | None = None,
) -> str:
    """The page; templates, style and script come from the first of `folders` that has them.

    `environment` is that of `make_environment`, for who renders several pages; `home` the file
    that lists this story among others. Raises AttribError for a template that is missing or
    broken.
    """
    inline = read_inline(folders)
    environment = environment or make_environment(words, folders)
    articles = view_articles(index, words)
    views = {claim.id: view_claim(claim, index, words) for claim in index.claims.values()}
    contests = view_contests(index, words)
    try:
        page = environment.get_template("report.html.j2").render(
            home=home,
            summary=summarise(index, words),
            contests=contests,
            articles=articles,
            findings={item.id: item for view in articles for item in view.findings},
            checked=say_findings(index.analysis.diagnostics, words),
            glance=view_glance([view.contest for view in contests], index, words),
            decisions=view_decisions(index, words),
            sources=view_sources(index, words),
            relays=view_relays(index),
            views=views,
            numbers={claim: view.number for claim, view in views.items()},
            attributed={claim.id for claim in index.claims.values() if claim.voice != "own"},
            version=__version__,
            rules=index.analysis.rules,
            policy=inline.policy,
            style=Markup(inline.style),
            script=Markup(inline.script),
        )
    except TemplateError as problem:
        raise template_error(problem) from problem
    return page + "\n"


def _show(value: object) -> object:
    """What an expression in a template writes: None nothing, and what is not seen but obeyed
    (control characters, overrides of the direction of writing) made visible. Words written from
    right to left are set apart by isolates, so that a name does not turn the date behind it."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        shown = to_neutral(value)
        return f"\u2068{shown}\u2069" if has_right_to_left(shown) else shown
    return value


def _by_script(text: str) -> Markup:
    """`text` escaped, its runs in another script with their language; those that are written
    from right to left set apart, so that they do not turn what stands around them."""
    parts = []
    for run in find_runs(to_neutral(text)):
        if run.lang is None:
            parts.append(escape(run.text))
        else:
            tag = Markup(
                '<bdi lang="{}" dir="rtl">{}</bdi>' if run.dir else '<span lang="{}">{}</span>'
            )
            parts.append(tag.format(run.lang, run.text))
    return Markup("").join(parts)


def template_error(problem: TemplateError) -> AttribError:
    """What went wrong in a template, with its file and line as far as they are known."""
    path = getattr(problem, "filename", None) or getattr(problem, "name", None)
    line = getattr(problem, "lineno", None)
    return AttribError(
        f"the report template does not work: {problem.message or problem}",
        path=str(path) if path else None,
        line=line if isinstance(line, int) else None,
    )
