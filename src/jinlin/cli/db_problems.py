"""What `db check` finds wrong, for the commands that hand the data on."""

from __future__ import annotations

from jinlin.cli.db_check import inside, labels
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.store.checks import State
from jinlin.store.command import looking_at
from jinlin.store.tx import Reader


def problems(call: Call) -> list[str]:
    """Return in the user's words what is wrong with the data of a command's database.

    Raises:
        StoreError: it cannot be opened, or it is newer.
    """
    with looking_at(call) as reader:
        return problems_of(reader)


def problems_of(reader: Reader) -> list[str]:
    """Return in the user's words what is wrong with the data of a database."""
    called = labels()
    return [
        _("{what}: {reason}").format(what=called[one.what], reason=one.said)
        for one in inside(reader)
        if one.state is State.PROBLEM
    ]
