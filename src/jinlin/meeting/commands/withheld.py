"""What a command says of what stays in the house."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.privacy.publicity import Disclosure, KeptBack, how_to_tell


def tell_kept(call: Call, kept: Mapping[str, KeptBack]) -> None:
    """Tell the secretary what is not on a paper, why, and what stands in its place.

    Args:
        call: the command.
        kept: by the label of an item, a resolution or an action item what stays in the house.
    """
    labels: dict[KeptBack, list[str]] = {}
    for label, one in kept.items():
        labels.setdefault(one, []).append(label)
    for one, records in labels.items():
        text = (
            _("{records} is left out: issue {number} ({category}) is secret.")
            if one.form is Disclosure.NOTHING
            else _(
                "{records} stays in the house, since issue {number} ({category}) is not public;"
                " in its place stands: {words}"
            )
        )
        call.tell(
            text.format(
                records=_(", ").join(records),
                number=one.number,
                category=one.category,
                words=one.words,
            ),
        )
    if told := how_to_tell(labels):
        call.tell(told)


def tell_inside(call: Call, items: Sequence[str]) -> None:
    """Warn where private matters stand in full on a paper of the Party's own meeting."""
    if items:
        call.tell(
            _(
                "{items}: private matters stand here in full. It goes to the members of this"
                " meeting alone, and to no other group."
            ).format(items=_(", ").join(items)),
        )
