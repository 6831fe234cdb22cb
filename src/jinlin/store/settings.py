"""The settings a database keeps for itself."""

from __future__ import annotations

from jinlin.core.i18n import N_, Message, Value
from jinlin.store.transaction.tx import Tx


def keep_setting(tx: Tx, key: str, value: str | None) -> bool:
    """Keep a setting in the database; None takes it away, so that the default holds again.

    Returns:
        Whether that is a change.
    """
    before = tx.setting(key)
    if before == value:
        return False
    if value is None:
        tx.write("DELETE FROM setting WHERE key = ?", (key,))
    elif before is None:
        tx.insert("setting", key=key, value=value)
    else:
        tx.write("UPDATE setting SET value = ? WHERE key = ?", (value, key))
    words: dict[str, Value] = {
        "key": Message(key),
        "value": value or Message(N_("the default")),
        "before": before or Message(N_("the default")),
    }
    tx.describe(
        Message(N_("Set {key} to {value}"), words),
        reverse=Message(N_("set {key} back to {before}"), words),
    )
    return True
