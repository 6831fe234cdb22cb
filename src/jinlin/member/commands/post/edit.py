"""`jinlin member post edit`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import changes
from jinlin.member.commands.post.shared import TITLE, PostWords, Which, tell_done
from jinlin.member.kinds import Who
from jinlin.member.posts import actions
from jinlin.store.command.command import writing


def edit(
    call: Call,
    who: Who,
    which: Which = None,
    *,
    title: Annotated[str | None, TITLE.option(help=N_("The right title."))] = None,
    said: PostWords,
) -> None:
    with writing(call) as tx:
        changed = changes(tx.clock, title=title, **said._asdict())
        post = actions.edit_post(tx, who, which, changed)
    tell_done(call, post, _("The post {post} of {number} {name} was corrected."))
