"""What is costly and shared: an analysis of the examples, and the command line in this process."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

import attrib
from attrib.cli import cli
from attrib.edge import run_at_edge
from attrib.settings import load_settings
from calling import Called, Caller

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def examples_corpus() -> attrib.Corpus:
    """The articles of examples/, with paths as they are for one who stands in the checkout."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        return attrib.read("examples", settings=load_settings(Path("examples")))
    finally:
        os.chdir(here)


@pytest.fixture(scope="session")
def examples_analysis(examples_corpus: attrib.Corpus) -> attrib.Analysis:
    """What `attrib report examples` is rendered from; the embedding model is loaded for it."""
    return attrib.analyze(examples_corpus)


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Caller:
    """The command line in this process, with nobody's settings and a folder of its own for ours."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    def called(*arguments: str | Path, stdin: bytes = b"") -> Called:
        monkeypatch.setattr(sys, "argv", ["attrib", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsysbinary.readouterr()
        code = run_at_edge(cli)
        out, err = capsysbinary.readouterr()
        return Called(code, out.decode("utf-8"), err.decode("utf-8"))

    return called
