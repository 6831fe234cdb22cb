"""Charts are drawn in a font that is on every machine, so that pictures are tried on each."""

from __future__ import annotations

import pytest

from jinlin.documents import charts


@pytest.fixture(autouse=True)
def _font(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the font that comes with Matplotlib for a Chinese one."""
    monkeypatch.setattr(charts, "CHINESE_FONTS", ("DejaVu Sans",))
