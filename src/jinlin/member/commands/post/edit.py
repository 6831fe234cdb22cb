"""`jinlin member post edit`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.commands.post.shared import From, Source, To, Unit, Which, Who, tell_done
from jinlin.member.posts import actions
from jinlin.member.posts.holdings import posts_of
from jinlin.member.rules.party_days import parse_term_day
from jinlin.member.rules.posts import parse_held
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Tx


def edit(
    call: Call,
    who: Who,
    which: Which = None,
    title: Annotated[
        str | None, typer.Option(metavar=_("TITLE"), help=_("The right title."))
    ] = None,
    from_: From = None,
    to: To = None,
    source: Source = None,
    unit: Unit = None,
) -> None:
    if all(word is None for word in (title, from_, to, source, unit)):
        raise UsageError(
            _("Nothing to change was named."),
            hint=_('For example: --from 2024-03-01, or --to "" for no end.'),
        )
    with writing(call) as tx:
        changes: dict[str, str | None] = {}
        if title is not None:
            which = which or _which_of(tx, who, title)
            post = actions.find_post(tx, who, which)
            changes["title"] = parse_held(title, body=post.held.body).title
        for field, text, last in (("started_on", from_, False), ("ended_on", to, True)):
            if text is not None:
                day = parse_term_day(text, tx.clock, last=last) if text.strip() else None
                changes[field] = day
        for field, text in (("source", source), ("unit", unit)):
            if text is not None:
                changes[field] = clean(text) or None
        post = actions.edit_post(tx, who, which, changes)
    tell_done(call, post, _("The post {post} of {number} {name} was corrected."))


def _which_of(tx: Tx, who: str, title: str) -> str | None:
    """Return the body the right title names, where she has several posts and one of them is there.

    `业委会主任` says which post is corrected; `主任` alone does not.
    """
    person = find_person(tx, who)
    posts = posts_of(tx, person.id)
    try:
        body = parse_held(title).body
    except UsageError:  # it names none
        return None
    if len(posts) > 1 and sum(post.held.body is body for post in posts) == 1:
        return body.value
    return None
