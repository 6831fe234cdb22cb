"""References to records: whether one of a number exists; each room answers for its own."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.reference import Reference
from jinlin.store.references import ROOMS
from jinlin.store.transaction.tx import Reader


class Known(NamedTuple):
    """How a room is asked for a record.

    Attributes:
        sql: returns a row where there is one; the places are the parts of its number.
        see: the command that lists them, without `jinlin`.
        name: returns what it is called, where it is a body; empty where it is none.
    """

    sql: str
    see: str
    name: str = ""


def all_known() -> Mapping[str, Known]:
    """Return how every kind of record is asked for."""
    return {
        kind: known
        for room in ROOMS
        for kind, known in import_module(f"jinlin.{room}.references").KNOWN.items()
    }


def known(reader: Reader, reference: Reference) -> Reference:
    """Return what something is about, and make sure that there is such a record.

    Raises:
        NotFoundError: there is nothing of that number.
    """
    asked = all_known()[reference.kind]
    if reader.value(asked.sql, reference.values) is None:
        raise NotFoundError(
            _("There is no {number}.").format(number=reference.number),
            hint=_("See: {command}").format(command=as_spoken(f"jinlin {asked.see}")),
        )
    return reference


def body_named(reader: Reader, reference: Reference) -> str | None:
    """Return what the body of a number is called; None where the number is of no body.

    Raises:
        NotFoundError: there is nothing of that number.
    """
    asked = all_known()[known(reader, reference).kind]
    return str(reader.value(asked.name, reference.values)) if asked.name else None
