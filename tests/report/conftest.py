"""An October like the ones a secretary has."""

from __future__ import annotations

from harness import Jinlin, seeded
from report.october import october
from report.records import recording


@seeded
def busy(jinlin: Jinlin) -> Jinlin:
    with recording(jinlin.folder, jinlin.now) as records:
        october(records)
    return jinlin
