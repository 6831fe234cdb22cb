"""What `db check` finds wrong, for the commands that hand the data on."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.cli.database.check import inside, labels
from jinlin.core.call import Call
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.check.checks import State
from jinlin.store.command.command import looking_at
from jinlin.store.transaction.tx import Reader


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


def refuse_praise(wrong: Sequence[str], strange: Sequence[str] = ()) -> None:
    """Say that what was copied is not as it should be; it is kept all the same.

    Args:
        wrong: what `problems` found.
        strange: the parts for which a restore would refuse the copy.

    Raises:
        StoreError: there is anything wrong.
    """
    if strange:
        raise StoreError(
            _(
                "The copy is kept, but jinlin could not restore it: it has parts that jinlin did"
                " not make, or lacks some: {parts}."
            ).format(parts=_(", ").join(strange[:3])),
            hint=_("Look with jinlin db check; what another program added must be removed by it."),
        )
    if wrong:
        raise StoreError(
            _("The data did not pass the check. {what}.").format(what=wrong[0]),
            hint=_(
                "A copy of it has the same fault, and no older backup was removed."
                " See: jinlin db check"
            ),
        )
