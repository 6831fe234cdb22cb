"""What is made once for all workers of pytest-xdist: the first that asks makes it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def common(factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all workers of this run have in common."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def made_once(folder: Path, make: Callable[[], Any]) -> Any:
    """Return what somebody makes, as JSON keeps it.

    Args:
        folder: whoever can create it makes it; the others wait, and fail where that failed.
        make: makes it; it may leave files in that folder, too.
    """
    ready, failed = folder / "ready.json", folder / "failed"
    try:
        folder.mkdir()
    except FileExistsError:
        for _wait in range(3000):
            if ready.exists() or failed.exists():
                break
            time.sleep(0.1)
    else:
        draft = folder / "ready.new"
        try:
            draft.write_text(json.dumps(make()), "utf-8")
        except BaseException:
            failed.touch()
            raise
        draft.rename(ready)
    return json.loads(ready.read_text("utf-8"))
