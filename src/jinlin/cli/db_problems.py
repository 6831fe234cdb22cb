"""What `db check` finds wrong, for the commands that hand the data on."""

from __future__ import annotations

from jinlin.cli.db_check import all_rules
from jinlin.cli.row_names import row_name, table_name
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.store import upgrade
from jinlin.store.checks import LABELS, Names, State, findings
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
    current = upgrade.version_of(reader.connection) == upgrade.VERSION
    rules = all_rules() if current else []
    labels = LABELS | {rule.key: rule.what for rule in rules}
    return [
        _("{what}: {reason}").format(what=_(labels[one.what]), reason=one.said)
        for one in findings(reader, rules, Names(table_name, row_name))
        if one.state is State.PROBLEM
    ]
