"""attrib: who says so, how well is that shown, and does anyone say otherwise?

>>> import attrib
>>> article = attrib.article("The dam is safe, the ministry said.")
>>> [claim.source.name for claim in attrib.analyze(article).claims if claim.source]
['ministry']
"""

# The function `check` shares its name with this package. Python sets the name to the package when
# that is first imported, so it is imported first, and the function keeps the name.
import attrib.check  # noqa: F401
from attrib.api import analyze, analyze_stream, article, check, read, relate, render, verify
from attrib.errors import AttribError, InputError, ModelError, RuleError, SettingsError
from attrib.records import (
    Analysis,
    Article,
    Claim,
    Cluster,
    Contest,
    Corpus,
    Decision,
    Diagnostic,
    Problem,
    QuoteCheck,
    Relation,
    Source,
    Span,
)
from attrib.settings import Settings
from attrib.version import __version__

__all__ = [
    "Analysis",
    "Article",
    "AttribError",
    "Claim",
    "Cluster",
    "Contest",
    "Corpus",
    "Decision",
    "Diagnostic",
    "InputError",
    "ModelError",
    "Problem",
    "QuoteCheck",
    "Relation",
    "RuleError",
    "Settings",
    "SettingsError",
    "Source",
    "Span",
    "__version__",
    "analyze",
    "analyze_stream",
    "article",
    "check",
    "read",
    "relate",
    "render",
    "verify",
]
