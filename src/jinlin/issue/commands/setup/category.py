"""`jinlin issue category`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.i18n import _
from jinlin.issue.record.categories import BEGUN, Category, Privacy, categories, find_category
from jinlin.issue.record.promises import Description, NewPromise, change_category, read_warning
from jinlin.issue.rules.limits import Limit, read_limit
from jinlin.issue.rules.texts import one_line, several_lines
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Reader

_Name: TypeAlias = Annotated[
    str | None, typer.Argument(metavar=_("NAME"), help=_("The category, such as 公共照明."))
]
_Respond: TypeAlias = Annotated[
    str | None, typer.Option(metavar="4h", help=_("Reach by: 立即, 4h, 7d or 3wd."))
]
_Close: TypeAlias = Annotated[str | None, typer.Option(metavar="3wd", help=_("Close by."))]
_Raise: TypeAlias = Annotated[
    str | None, typer.Option("--raise", metavar="5wd", help=_("Raise after."))
]
_Warn: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help=_("Warn so many working days before."))
]
_From: TypeAlias = Annotated[
    str | None,
    typer.Option("--from", metavar=_("DATE"), help=_("From when; today if not given.")),
]
_Source: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("Where the limits come from."))
]
_FirstHandler: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("NAME"), help=_("Who looks first."))
]
_GoesTo: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("Who else it may need."))
]
_Skill: TypeAlias = Annotated[
    str | None, typer.Option(metavar="维修员", help=_("The kind of red steward it is for."))
]
_Advice: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("What to do or mind first."))
]
_Ask: TypeAlias = Annotated[
    list[str] | None, typer.Option(metavar=_("TEXT"), help=_("What to ask; may be repeated."))
]
_Privacy: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=_("PRIVACY"),
        help=_("What of it may be public: open, private (not on boards) or secret."),
    ),
]


def category(
    call: Call,
    name: _Name = None,
    respond: _Respond = None,
    close: _Close = None,
    raise_: _Raise = None,
    warn: _Warn = None,
    from_: _From = None,
    source: _Source = None,
    first_handler: _FirstHandler = None,
    goes_to: _GoesTo = None,
    skill: _Skill = None,
    advice: _Advice = None,
    ask: _Ask = None,
    privacy: _Privacy = None,
) -> None:
    [said] = answers(call, [Question(option=_("NAME"), text=_("Which category"), given=name)])
    promise = NewPromise(
        respond=_limit(respond),
        close=_limit(close),
        escalate=_limit(raise_),
        warn_days=None if warn is None else read_warning(warn),
        source=_line(source, _("Source")),
    )
    description = Description(
        first_handler=_line(first_handler, _("First handler")),
        goes_to=_line(goes_to, _("Goes to")),
        skill=_line(skill, _("Skill")),
        advice=_line(advice, _("Mind")),
        questions=None if ask is None else several_lines("\n".join(ask), what=_("Ask")),
        privacy=None if privacy is None else Privacy.read(privacy),
    )
    with writing(call) as tx:
        since = tx.clock.today if from_ is None else parse_day(from_, tx.clock, planned=True)
        chosen = find_category(categories(tx, day=since), said)
        now = change_category(tx, chosen, promise, description, since=since)
        still = _still_private(tx, now) if privacy is not None else 0
    _answer(call, now)
    if privacy is not None:
        _tell_privacy(call, now, still)
    call.tell(_("Issues that are recorded already keep the days they were given."))


def _answer(call: Call, now: Category) -> None:
    """Say what is promised for a category now."""
    text = (
        _("{category}: reach {respond}, close {close}, raise after {escalate}")
        if now.promise.since == BEGUN
        else _("{category} since {since}: reach {respond}, close {close}, raise after {escalate}")
    )
    done(
        call,
        text.format(
            category=now.name,
            since=now.promise.since,
            respond=now.respond.text,
            close=now.close.text,
            escalate=now.escalate.text,
        ),
        number=now.code,
        data={
            "category": now.name,
            "category_code": now.code,
            "since": now.promise.since,
            "respond": now.respond.data,
            "close": now.close.data,
            "escalate": now.escalate.data,
            "warn_days": now.promise.warn_days,
            "source": now.promise.source,
            "privacy": now.privacy,
        },
    )
    if now.close.surely_longer(now.escalate):
        call.tell(
            _("Mind: it is to be raised after {escalate}, before it is due ({close}).").format(
                escalate=now.escalate.text, close=now.close.text
            ),
        )


def _still_private(reader: Reader, category: Category) -> int:
    return int(
        reader.value(
            "SELECT count(*) FROM issue WHERE category_id = ? AND private AND closed_at IS NULL"
            " AND removed_at IS NULL",
            (category.id,),
        )
    )


def _tell_privacy(call: Call, category: Category, still: int) -> None:
    """Say what of a category may be public now, and that opening it opens no issue by itself."""
    call.tell(
        _("{category}: {privacy}.").format(category=category.name, privacy=category.privacy.label),
    )
    if category.privacy == "open" and still:
        call.tell(
            _(
                "Open issues of it that stay private: {count}. One by one: jinlin issue edit NUMBER"
                " --not-private"
            ).format(count=still),
        )


def _limit(text: str | None) -> Limit | None:
    return None if text is None else read_limit(text)


def _line(text: str | None, what: str) -> str | None:
    return None if text is None else one_line(text, what=what)
