"""The first arrow of the flow: from paths to a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from attrib.errors import InputError
from attrib.ingest.articles import gather_articles, make_article
from attrib.ingest.encodings import decode_bytes
from attrib.ingest.formats import MARKUP, READERS, SUFFIXES, guess_suffix
from attrib.ingest.genres import find_no_genre
from attrib.ingest.patterns import Patterns, find_outlet, read_outlets
from attrib.ingest.stories import Reading, Story, name_path, name_place
from attrib.ingest.walking import STANDARD_INPUT, find_files
from attrib.records import Article, Corpus, Problem, Waiver
from attrib.rulebook import Rulebook, RuleFolders, find_rules
from attrib.settings import Settings
from attrib.yamlfile import read_yaml_list

WAIVERS = ".attrib.yaml"
"""What is added to the name of a file for the file beside it that asks for silence."""
FUNCTION_WORDS = "english-words"
"""The list of rules/en/grammar/ that a text is known for English by."""


def read_paths(
    paths: str | Path | Iterable[str | Path],
    settings: Settings,
    stdin: BinaryIO | None = None,
    *,
    stdin_name: str | None = None,
    rules: Rulebook | RuleFolders | None = None,
) -> Corpus:
    """The articles that `paths` name, each once, in order of id, and what could not be read.

    `stdin` is read where "-" is among the paths; `stdin_name` says what it is called, and by its
    suffix of which format it is. The order of the paths changes nothing. Raises RuleError (where
    no `rules` are given) and SettingsError, never for an input.
    """
    if isinstance(paths, str | Path):
        paths = (paths,)
    rules = rules if rules is not None else find_rules(settings.rules)
    outlets = read_outlets(settings)
    found = find_files(paths, settings, SUFFIXES)
    readings = [(name_path(file), _read_file(file, settings.size_limit)) for file in found.files]
    if found.standard_input:
        name = stdin_name or STANDARD_INPUT
        readings.append((name, _read_standard_input(stdin, name, settings.size_limit)))
    words = rules.terms_of(FUNCTION_WORDS)
    return gather_articles(
        (
            (_settle(story, path, outlets, words), story.line)
            for path, reading in readings
            for story in reading.stories
        ),
        (
            *found.problems,
            *(problem for _, reading in readings for problem in reading.problems),
            *(
                problem
                for path, reading in readings
                for story in reading.stories
                for problem in find_no_genre(story, path, rules)
            ),
        ),
    )


def _read_file(file: Path, limit: int) -> Reading:
    path = name_path(file)
    try:
        with file.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as problem:
        return _failed(path, f"cannot be read: {problem.strerror or problem}")
    return _with_waivers(_read_data(data, path, file.suffix.lower(), limit), file)


def _with_waivers(reading: Reading, file: Path) -> Reading:
    """The reading, with what the file of waivers beside `file` asks for its stories."""
    beside = file.with_name(file.name + WAIVERS)
    try:
        if not beside.is_file():
            return reading
        given = read_yaml_list(beside, Waiver, InputError, sent=True)
    except OSError:
        return reading
    except InputError as problem:
        place = name_place(name_path(beside), problem.line)
        return Reading(reading.stories, (*reading.problems, Problem(place, problem.message)))
    waivers = tuple(replace(waiver, file=name_path(beside)) for waiver in given)
    stories = (replace(story, waivers=(*story.waivers, *waivers)) for story in reading.stories)
    return Reading(tuple(stories), reading.problems)


def _read_standard_input(stdin: BinaryIO | None, name: str, limit: int) -> Reading:
    if stdin is None:
        return _failed(name, "stands for standard input, and there is none here; name a file")
    try:
        data = stdin.read(limit + 1)
    except OSError as problem:
        return _failed(name, f"cannot be read: {problem.strerror or problem}")
    return _read_data(data, name, None, limit)


def _read_data(data: bytes, path: str, suffix: str | None, limit: int) -> Reading:
    """The stories in `data`, whose format is guessed where there is no `suffix`."""
    if len(data) > limit:
        message = f"is larger than {limit:,} bytes; raise size_limit in the settings to read it"
        return _failed(path, message)
    try:
        raw, remark = decode_bytes(data, path, markup=suffix is None or suffix in MARKUP)
    except InputError as problem:
        return _failed(path, problem.message)
    reading = READERS[suffix or guess_suffix(raw, path)](raw, path)
    if remark is None:
        return reading
    return Reading(reading.stories, (*reading.problems, Problem(path, remark, fatal=False)))


def _settle(
    story: Story, path: str, outlets: tuple[tuple[Patterns, str], ...], words: frozenset[str]
) -> Article:
    return make_article(
        story.text,
        title=story.title,
        outlet=story.outlet or find_outlet(Path(path), outlets),
        published=story.published,
        url=story.url,
        id=story.id,
        path=path,
        furniture=story.furniture,
        block_quotes=story.block_quotes,
        raw=story.raw,
        title_start=story.title_start,
        genre=story.genre,
        directives=story.directives,
        waivers=story.waivers,
        markup=story.markup,
        code=story.code,
        function_words=words,
    )


def _failed(path: str, message: str) -> Reading:
    return Reading((), (Problem(path, message),))
