"""`jinlin member post add`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.people.phone import parse_phone
from jinlin.core.text import clean
from jinlin.member.commands.post.shared import From, Source, To, Unit, Who
from jinlin.member.posts import actions
from jinlin.member.posts.cross_posting import conflicts_of
from jinlin.member.register.newcomers import person_meant
from jinlin.member.rules.cross_posting import TONES, Conflict
from jinlin.member.rules.party_days import parse_term_day
from jinlin.member.rules.posts import Body, Held, parse_held
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import writing

_SECRETARY: Final = Held(Body.BRANCH, "书记")


def add(
    call: Call,
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
    _added(call, person, held, term, found)
    leads = held == _SECRETARY and (ends is None or ends >= today)
    if leads and signs != person.name:
        text = _("To sign papers and the log in her name: jinlin config set 书记 {name}")
        call.tell(text.format(name=person.name))


def _added(
    call: Call, person: PersonRow, held: Held, term: actions.Term, found: list[Conflict]
) -> None:
    begins, ends = term.started_on, term.ended_on
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
        call.tell(_("{tone}: {text}").format(tone=TONES[one].label, text=one.label))


def _sentence(term: actions.Term) -> str:
    """Return what is said of a new post, as far as its days are known."""
    if term.started_on is None:
        return _("{number} {name} is {post} until {to}.")
    if term.ended_on is None:
        return _("{number} {name} is {post} since {from_}.")
    return _("{number} {name} is {post} from {from_} to {to}.")
