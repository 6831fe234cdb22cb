"""Another window that is at work while a question waits for its answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest


def while_asked(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Do something in another window before each question is answered with yes."""

    def answer(*_asked: object) -> str:
        act()
        return "y\n"

    monkeypatch.setattr("jinlin.output.asking._read", answer)
