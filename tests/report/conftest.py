"""An October like the ones a secretary has."""

from __future__ import annotations

import pytest
from conftest import Jinlin
from report.october import october
from report.records import recording


@pytest.fixture
def busy(jinlin: Jinlin) -> Jinlin:
    with recording(jinlin.folder, jinlin.now) as records:
        october(records)
    return jinlin
