"""What we use of Typer that it keeps to itself; no other file may name it.

Typer brings its own Click since 0.26, below names that begin with `_`. `tests/house/test_typer.py`
says which of them the Typer installed lacks; the bounds in pyproject.toml hold where all are there.
"""

from __future__ import annotations

from typer import _completion_classes as shells
from typer._click import Context
from typer._click.core import Parameter, ParameterSource, iter_params_for_processing
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
)
from typer._click.shell_completion import (
    CompletionItem,
    _resolve_context,
    _resolve_incomplete,
    get_completion_class,
)
from typer._click.types import ParamType
from typer._click.utils import make_default_short_help
from typer._completion_shared import get_completion_script

resolve_context, resolve_incomplete = _resolve_context, _resolve_incomplete

__all__ = [
    "BadOptionUsage",
    "BadParameter",
    "ClickException",
    "CompletionItem",
    "Context",
    "MissingParameter",
    "NoArgsIsHelpError",
    "NoSuchOption",
    "ParamType",
    "Parameter",
    "ParameterSource",
    "get_completion_class",
    "get_completion_script",
    "iter_params_for_processing",
    "make_default_short_help",
    "resolve_context",
    "resolve_incomplete",
    "shells",
]
