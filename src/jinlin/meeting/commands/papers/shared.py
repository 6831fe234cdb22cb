"""What is told beside a paper that goes out: what stays in the house, what was corrected since."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.pages.paper import Paper, sent_out
from jinlin.meeting.record.grounds import Ground


def tell_corrected(call: Call, paper: Paper) -> None:
    """Say that what goes out stands as it was confirmed, where it was corrected since."""
    if paper.corrections:
        call.tell(
            _(
                "The minutes were corrected after they were confirmed ({count}); this paper stands"
                " as they were confirmed: jinlin meeting minutes {number}"
            ).format(count=len(paper.corrections), number=paper.meeting.label),
        )


def tell_left_out(call: Call, paper: Paper) -> None:
    """Say how much stays in the house, and which resolutions are no decisions."""
    items, resolutions = sent_out(paper)
    for ground, words in (
        (Ground.LOST, N_("Not carried, and not told as decided: {numbers}")),
        (Ground.UNTOLD, N_("Left out until it is said by which vote they stand (jinlin meeting"
                           " resolve M12-1 --vote V1): {numbers}")),
        (Ground.UNVOTED, N_("Not voted on, though a vote on its item was lost; not told as"
                            " decided: {numbers}")),
        (Ground.UNATTENDED, N_("Left out, since nobody is recorded as present (jinlin meeting"
                               " attend): {numbers}")),
        (Ground.NO_OWNERS_VOTE, N_("Left out, since the owners did not vote on them: {numbers}")),
    ):  # fmt: skip
        numbers = [row.label for row in resolutions if row.ground is ground]
        if numbers:
            call.tell(_(words).format(numbers=_(", ").join(numbers)))
    left = len(paper.whole.items) - len(items) + len(paper.whole.resolutions) - len(resolutions)
    if left:
        call.tell(
            _(
                "Left out, since they stay in the house (internal, admissions, discipline): {count}"
            ).format(count=left),
        )
