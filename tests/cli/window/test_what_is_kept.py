"""What a window keeps of its commands: no more after some hundred of them than after a few."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from harness import Jinlin, Stream

from jinlin.cli.window.window import TypingWindow
from jinlin.core.call import Call, Environment
from jinlin.store.file.connection import Connection

ROUND: Final = (
    "事项 新增 路灯不亮", "事项", "1", "办结 . 已换灯泡", "今天", "党员 列表", "撤销 --yes", "撤销 --yes",
    "事项 办结 9999", "这是什么", "issue list --lang en", "会议 新增 支委会 --dry-run", "?", "菜单",
)  # fmt: skip
WARM: Final = 3
ROUNDS: Final = 14


class _Typed:
    """Types the lines, and counts between two rounds of them what is there."""

    def __init__(self) -> None:
        self.counts: list[Mapping[str, int]] = []
        self._lines = [line for _round in range(ROUNDS) for line in (*ROUND, "")]

    def remember(self, _lines: Iterable[str]) -> None: ...

    def line(self, _before: str, _offers: Any, _hint: str) -> str:
        if not self._lines:
            raise EOFError
        line = self._lines.pop(0)
        if not line:
            self.counts.append(_counted())
        return line

    def answer(self, _prompt: str, _offers: Any) -> str:
        raise KeyboardInterrupt


def _counted() -> Mapping[str, int]:
    gc.collect()
    there = gc.get_objects()
    caches = [
        one
        for one in there
        if type(one).__name__ == "_lru_cache_wrapper" and one.__module__.startswith("jinlin.")
    ]
    descriptors = Path("/proc/self/fd")
    return {
        "objects": len(there),
        "databases": sum(isinstance(one, Connection) for one in there),
        "modules": len(sys.modules),
        "threads": threading.active_count(),
        "cached": sum(one.cache_info().currsize for one in caches),
        "files": len([*descriptors.iterdir()]) if descriptors.is_dir() else 0,
    }


def test_what_a_window_keeps_does_not_grow(jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Stream(terminal=True)
    environment = Environment(
        stdin=screen, stdout=screen, stderr=screen, folder=jinlin.folder, now=lambda: jinlin.now,
        variables={"JINLIN_DB": str(jinlin.db), "JINLIN_CONFIG": os.devnull, "COLUMNS": "80"},
    )  # fmt: skip
    typed = _Typed()
    monkeypatch.setattr(gc, "freeze", lambda: None)
    TypingWindow(Call(environment), typed).stay()
    early, late = typed.counts[WARM], typed.counts[-1]
    grown = {what: late[what] - count for what, count in early.items()}
    lines = (ROUNDS - WARM) * len(ROUND)
    assert grown.pop("objects") < 2 * lines, grown  # the statements the tests' connections keep
    assert grown == dict.fromkeys(grown, 0)
