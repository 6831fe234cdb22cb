"""`jinlin member post remove`."""

from __future__ import annotations

import typer

from jinlin.core.i18n import _
from jinlin.member.commands.post.shared import Which, Who, tell_done
from jinlin.member.posts import actions
from jinlin.output.command.grammar import called
from jinlin.store.command.command import writing


def remove(ctx: typer.Context, who: Who, which: Which = None) -> None:
    call = called(ctx)
    with writing(call) as tx:
        post = actions.remove_post(tx, who, which)
    tell_done(call, post, _("The post {post} of {number} {name} was taken out."))
