"""What the tests of the house have in common."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from house.sources import script
from workers import common, made_once


@pytest.fixture(scope="session", autouse=True)
def _one_process_for_all_workers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let the workers share what a process prints for them: a help page of each command."""
    base, reference = common(tmp_path_factory), script("reference")
    in_a_process = reference.in_a_process

    @cache
    def shared(*words: str) -> Any:
        return made_once(base / "-".join(words), lambda: in_a_process(*words))

    reference.in_a_process = shared
