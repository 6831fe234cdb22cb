"""What a command says of what stays in the house."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.issue.privacy.publicity import KeptBack, told_of


def tell_kept(call: Call, kept: Mapping[str, KeptBack], *, ahead: bool = False) -> None:
    """Tell the secretary what is not on a paper, why, and what stands in its place.

    Args:
        call: the command.
        kept: by the label of an item, a resolution or an action item what stays in the house.
        ahead: it is a paper that goes out before the meeting.
    """
    for sentence in told_of(kept, ahead=ahead):
        call.tell(sentence)


def tell_inside(call: Call, items: Sequence[str]) -> None:
    """Warn where private matters stand in full on a paper of the Party's own meeting."""
    if items:
        call.tell(
            _(
                "{items}: private matters stand here in full. It goes to the members of this"
                " meeting alone, and to no other group."
            ).format(items=_(", ").join(items)),
        )
