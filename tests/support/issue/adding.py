"""A short way to an issue, as the fixture `add` of this room gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Add: TypeAlias = Callable[..., str]
