"""The first arrow of the flow: from paths to a corpus."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from attrib.errors import AttribError, InputError, RuleError, SettingsError
from attrib.ingest.articles import gather_articles, make_article
from attrib.ingest.encodings import decode_bytes
from attrib.ingest.formats import MARKUP, READERS, SUFFIXES, guess_suffix
from attrib.ingest.genres import find_no_genre
from attrib.ingest.patterns import Patterns, find_outlet, read_exclusions, read_outlets
from attrib.ingest.stories import Reading, Story, name_path, name_place
from attrib.ingest.walking import STANDARD_INPUT, find_files
from attrib.nearest import Lookup
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
    settings: Settings | Lookup,
    stdin: BinaryIO | None = None,
    *,
    stdin_name: str | None = None,
    rules: Rulebook | RuleFolders | None = None,
    prefer: Callable[[Iterable[str]], Container[str]] | None = None,
) -> Corpus:
    """The articles that `paths` name, each once, in order of id, and what could not be read.

    `stdin` is read where "-" is among the paths; `stdin_name` says what it is called, and by its
    suffix of which format it is. The order of the paths changes nothing. Of equal articles one at
    a path that `prefer` picks out of all is kept. Raises RuleError (where no `rules` are given)
    and SettingsError, never for an input; where settings are looked up for each file, a mistake
    in them is a problem of the files that they are for.
    """
    if isinstance(paths, str | Path):
        paths = (paths,)
    manners = _Manners(settings, rules)
    found = find_files(paths, settings, SUFFIXES)
    read: list[tuple[str, Reading, _Manner]] = []
    problems = list(found.problems)
    for file in found.files:
        path = name_path(file)
        manner = manners.at(file.parent)
        if isinstance(manner, Problem):
            problems.append(manner)
        else:
            read.append((path, _read_file(file, manner.size_limit), manner))
    if found.standard_input:
        name = stdin_name or STANDARD_INPUT
        manner = manners.at(Path(name).parent)
        if isinstance(manner, Problem):
            problems.append(manner)
        else:
            read.append((name, _read_standard_input(stdin, name, manner.size_limit), manner))
    return gather_articles(
        (
            (_settle(story, path, manner.outlets, manner.words), story.line)
            for path, reading, manner in read
            for story in reading.stories
        ),
        (
            *problems,
            *(problem for _, reading, _ in read for problem in reading.problems),
            *(
                problem
                for path, reading, manner in read
                for story in reading.stories
                for problem in find_no_genre(story, path, manner.rules)
            ),
        ),
        prefer([path for path, _, _ in read]) if prefer is not None else (),
    )


@dataclass(frozen=True, slots=True)
class _Manner:
    """How files are read under one settings file."""

    size_limit: int
    outlets: tuple[tuple[Patterns, str], ...]
    rules: Rulebook | RuleFolders
    words: frozenset[str]


class _Manners:
    """How the files of each folder are read, each settings file looked at once."""

    def __init__(self, settings: Settings | Lookup, rules: Rulebook | RuleFolders | None) -> None:
        self._settings, self._rules = settings, rules
        self._known: dict[Path | None, _Manner | Problem] = {}
        if isinstance(settings, Settings):
            self._known[settings.file] = self._read(settings)

    def at(self, folder: Path) -> _Manner | Problem:
        """How to read the files in `folder`, or why nobody knows."""
        if isinstance(self._settings, Settings):
            return self._known[self._settings.file]
        try:
            settings = self._settings(folder)
        except SettingsError as problem:
            return name_mistake(problem)
        if settings.file not in self._known:
            try:
                read_exclusions(settings)
                self._known[settings.file] = self._read(settings)
            except (RuleError, SettingsError) as problem:
                self._known[settings.file] = name_mistake(problem)
        return self._known[settings.file]

    def _read(self, settings: Settings) -> _Manner:
        rules = self._rules or find_rules(settings.require("rules"))
        words = rules.terms_of(FUNCTION_WORDS)
        return _Manner(settings.size_limit, read_outlets(settings), rules, words)


def name_mistake(mistake: AttribError) -> Problem:
    """A mistake in settings or rules as a problem of the files that they are for."""
    place = (mistake.path or "settings", mistake.line, mistake.column)
    return Problem(":".join(str(part) for part in place if part is not None), mistake.message)


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
