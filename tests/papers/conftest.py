"""The year is typed and its papers are printed once for all tests."""

from __future__ import annotations

import pytest
from printed import Printed, print_all


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Every page of the year as text."""
    return print_all(tmp_path_factory.mktemp("year"))
