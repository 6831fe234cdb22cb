"""`jinlin member post add`, `end`, `edit` and `remove`."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

import typer

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.people.phone import parse_phone
from jinlin.core.text import clean
from jinlin.member.posts import actions
from jinlin.member.posts.holdings import PostRow, posts_of
from jinlin.member.posts.cross_posting import conflicts_of
from jinlin.member.register.newcomers import person_meant
from jinlin.member.rules.cross_posting import TONES
from jinlin.member.rules.party_days import parse_term_day
from jinlin.member.rules.posts import Body, Held, parse_held
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Tx

_SECRETARY: Final = Held(Body.BRANCH, "书记")
Who: TypeAlias = Annotated[
    str, typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end."))
]
Which: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar=_("POST"), help=_("Which post, where she has several: 业委会主任.")),
]
From: TypeAlias = Annotated[
    str | None, typer.Option("--from", metavar=_("DATE"), help=_("The first day of the term."))
]
To: TypeAlias = Annotated[
    str | None, typer.Option("--to", metavar=_("DATE"), help=_("When the term ends, if it does."))
]
Source: TypeAlias = Annotated[
    str | None, typer.Option("--source", metavar=_("TEXT"), help=_("The paper that says so."))
]
Unit: TypeAlias = Annotated[
    str | None,
    typer.Option("--unit", metavar=_("NAME"), help=_("Which building, group or firm it is in.")),
]


def add(
    ctx: typer.Context,
    who: Who,
    title: Annotated[
        str | None, typer.Option(metavar=_("TITLE"), help=_("Such as 主任, or 业委会主任."))
    ] = None,
    body: Annotated[
        str | None,
        typer.Option(metavar=_("BODY"), help=_("Such as 业委会, 监事会, 物业, owners_committee.")),
    ] = None,
    from_: From = None,
    to: To = None,
    source: Source = None,
    unit: Unit = None,
    new: Annotated[bool, typer.Option("--new", help=_("Somebody nobody here knows yet."))] = False,
    phone: Annotated[
        str | None, typer.Option(metavar=_("PHONE"), help=_("For --new: her phone."))
    ] = None,
) -> None:
    call = called(ctx)
    [asked] = answers(call, [Question(option="--title", text=_("Which post"), given=title)])
    held = parse_held(
        asked,
        body=Body.read(body) if body is not None else None,
        unit=clean(unit or "") or None,
    )
    number = parse_phone(phone) if phone else None
    with writing(call) as tx:
        person = person_meant(tx, who, new=new, phone=number)
        ends = parse_term_day(to, tx.clock, last=True) if to else None
        today = tx.clock.today.isoformat()
        begins = parse_term_day(from_, tx.clock, last=False) if from_ else None
        if begins is None and (ends is None or ends > today):
            begins = today
        term = actions.Term(begins, ends, clean(source or "") or None)
        actions.add_post(tx, person, held, term)
        found = conflicts_of(tx, person.id)
        signs = tx.setting("secretary")
    done(
        call,
        _sentence(term).format(
            number=person.label, name=person.name, post=held.text, from_=begins, to=ends
        ),
        number=person.label,
        data={
            "number": person.label,
            "name": person.name,
            "body": held.body,
            "title": held.title,
            "started_on": begins,
            "ended_on": ends,
            "conflicts": [{"conflict": one, "tone": TONES[one]} for one in found],
        },
    )
    for one in found:
        tone, text = TONES[one].label, one.label
        call.tell(_("{tone}: {text}").format(tone=tone, text=text))
    leads = held == _SECRETARY and (ends is None or ends >= today)
    if leads and signs != person.name:
        text = _("To sign papers and the log in her name: jinlin config set 书记 {name}")
        call.tell(text.format(name=person.name))


def end(
    ctx: typer.Context,
    who: Who,
    which: Which = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar=_("DATE"),
            help=_("From which day she no longer holds it; today, or the end of her term."),
        ),
    ] = None,
) -> None:
    call = called(ctx)
    with writing(call) as tx:
        day = _known_day(on, tx.clock) if on else None
        post = actions.end_post(tx, who, which, on=day)
    said = _("{number} {name} is no longer {post} from {day} on.")
    _done(call, post, said, day=post.ended_on or "")


def edit(
    ctx: typer.Context,
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
    call = called(ctx)
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
    _done(call, post, _("The post {post} of {number} {name} was corrected."))


def remove(ctx: typer.Context, who: Who, which: Which = None) -> None:
    call = called(ctx)
    with writing(call) as tx:
        post = actions.remove_post(tx, who, which)
    _done(call, post, _("The post {post} of {number} {name} was taken out."))


def _sentence(term: actions.Term) -> str:
    """Return what is said of a new post, as far as its days are known."""
    if term.started_on is None:
        return _("{number} {name} is {post} until {to}.")
    if term.ended_on is None:
        return _("{number} {name} is {post} since {from_}.")
    return _("{number} {name} is {post} from {from_} to {to}.")


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


def _known_day(text: str, clock: Clock) -> str:
    """Read a day that is known in full.

    Raises:
        UsageError: it is none.
    """
    return parse_term_day(text, clock, last=True)


def _done(call: Call, post: PostRow, text: str, *, day: str = "") -> None:
    person = post.person
    done(
        call,
        text.format(number=person.label, name=person.name, post=post.held.text, day=day),
        number=person.label,
        data={
            "number": person.label,
            "name": person.name,
            "body": post.held.body,
            "title": post.held.title,
        },
    )
