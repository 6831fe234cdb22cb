"""`jinlin member post remove`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.commands.post.shared import Which, tell_done
from jinlin.member.kinds import Who
from jinlin.member.posts import actions
from jinlin.store.command.command import writing


def remove(call: Call, who: Who, which: Which = None) -> None:
    with writing(call) as tx:
        post = actions.remove_post(tx, who, which)
    tell_done(call, post, _("The post {post} of {number} {name} was taken out."))
