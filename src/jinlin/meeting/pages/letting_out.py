"""A meeting's paper as it may leave the house: nothing of an issue that is kept back is on it."""

from __future__ import annotations

from typing import Final

from jinlin.issue.publicity import Form, KeptBack, Withheld
from jinlin.meeting.agenda import ChangeRow, Item, item_label
from jinlin.meeting.pages.paper import Paper, unspoken
from jinlin.meeting.register import ActionRow, Resolution
from jinlin.meeting.rules import PARTY_MEETINGS
from jinlin.meeting.ties import ties, withheld
from jinlin.store.tx import Reader

_INSIDE: Final = frozenset({Form.NOTHING})
"""What the branch's own members are not told either."""
_EVERYBODY: Final = frozenset(Form)


def let_out(reader: Reader, paper: Paper) -> Paper:
    """Return a paper as it may leave the house; what stays is replaced, or left out if secret.

    What the branch's own members are told of their meetings holds private issues; secret ones it
    does not.
    """
    found = ties(reader)
    party = paper.meeting.type in PARTY_MEETINGS
    forms = _INSIDE if party else _EVERYBODY
    kept = {label: one for label, one in found.kept.items() if one.form in forms}
    words = None if party else withheld(reader, found)
    whole, number = paper.whole, paper.meeting.number
    labels = {item.id: item_label(number, item.position) for item in whole.items}
    spoken = {label: one for label, one in kept.items() if one.form is not Form.NOTHING}
    mine = {
        *labels.values(),
        *(row.label for row in whole.resolutions),
        *(row.label for row in whole.tasks),
    }
    return paper._replace(
        whole=whole._replace(
            meeting=whole.meeting._replace(title=_clear(whole.meeting.title, words)),
            items=tuple(
                _item(item, spoken.get(labels[item.id]), words)
                for item in whole.items
                if labels[item.id] in spoken or labels[item.id] not in kept
            ),
            resolutions=tuple(
                _decision(row, spoken.get(row.label), words)
                for row in whole.resolutions
                if row.label in spoken or row.label not in kept
            ),
            tasks=tuple(
                _task(row, spoken.get(row.label), words)
                for row in whole.tasks
                if row.label in spoken or row.label not in kept
            ),
            changes=tuple(
                _change(change, found.items.get(change.item_id), words)
                for change in whole.changes
                if party or change.item_id not in found.items
                or found.items[change.item_id].form is not Form.NOTHING
            ),
        ),
        kept={label: one for label, one in kept.items() if label in mine},
    )  # fmt: skip


def _clear(text: str, words: Withheld | None) -> str:
    return text if words is None else words.text(text)


def _item(item: Item, kept: KeptBack | None, words: Withheld | None) -> Item:
    if kept is None:
        return item._replace(
            title=_clear(item.title, words), view=item.view and _clear(item.view, words)
        )
    return item._replace(
        title=kept.words, note=None, view=None, source_text=None,
        internal=item.internal or unspoken(item.title),
    )  # fmt: skip


def _decision(row: Resolution, kept: KeptBack | None, words: Withheld | None) -> Resolution:
    if kept is None or unspoken(row.text):
        return row._replace(text=_clear(row.text, words))
    return row._replace(text=kept.words, basis=None, result=None, vote=None, remark=None)


def _task(row: ActionRow, kept: KeptBack | None, words: Withheld | None) -> ActionRow:
    if kept is None or unspoken(row.text):
        return row._replace(text=_clear(row.text, words))
    return row._replace(text=kept.words, remark=None)


def _change(change: ChangeRow, kept: KeptBack | None, words: Withheld | None) -> ChangeRow:
    if kept is None or words is None:
        return change._replace(title=_clear(change.title, words))
    return change._replace(title=kept.words, before=None, reason="")
