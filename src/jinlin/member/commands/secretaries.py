"""A branch with more than one secretary is pointed out by whatever makes it so."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.typed import quoted
from jinlin.member.own_branch import holders
from jinlin.store.command.command import reading


def tell_of_two(call: Call) -> None:
    """Say who is secretary beside whom, and the line by which one leaves the post."""
    with reading(call) as reader:
        names = [one.name for one in holders(reader) if one.title == "书记"]
    if len(names) > 1:
        call.tell(
            _(
                "The branch has {count} secretaries: {names}. If one left the post:"
                " jinlin member post end {first} 书记"
            ).format(count=len(names), names=_(", ").join(names), first=quoted(names[0]))
        )
