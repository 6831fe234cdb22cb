"""`jinlin meeting rule`: another rule for a kind of meeting, from a day on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, compact
from jinlin.meeting.record.rules_in_force import NewRule, set_frequency, set_rule
from jinlin.meeting.rules.frequency_reader import parse_frequency
from jinlin.meeting.rules.kinds import MeetingType, parse_type
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.meeting.rules.vote_rules import BallotKind, Base
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing

_NONE = frozenset({"none", "无", "不限"})


_Base: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("BASE"), help=_("Of whom: entitled, present or valid votes.")),
]
_Written: TypeAlias = Annotated[
    bool | None,
    typer.Option("--written/--no-written", help=_("Opinions in writing count.")),
]
_RecusedOut: TypeAlias = Annotated[
    bool | None,
    typer.Option("--recused-out/--recused-in", help=_("Who stands back leaves the base.")),
]
_Often: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("OFTEN"), help=_("How often, on which day: 1/month, 每周四, 每月25日.")),
]


def rule(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("TYPE"), help=_("Such as neighbours-council."))],
    kind: Annotated[
        str, typer.Option(metavar=_("KIND"), help=_("decision, admission or election."))
    ] = "decision",
    quorum: Annotated[
        str | None,
        typer.Option(metavar=_("SHARE"), help=_("Who must be there: >=2/3, >1/2, or none.")),
    ] = None,
    passing: Annotated[
        str | None, typer.Option("--pass", metavar=_("SHARE"), help=_("Passes with: >1/2, >=2/3."))
    ] = None,
    base: _Base = None,
    written: _Written = None,
    recused_out: _RecusedOut = None,
    due: _Often = None,
    since: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("From when on; today if not given."))
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Where that stands."))
    ] = None,
) -> None:
    chosen = parse_type(name)
    new = NewRule(
        kind=BallotKind.read(kind),
        quorum=parse_threshold(quorum) if quorum and compact(quorum) not in _NONE else None,
        no_quorum=compact(quorum or "") in _NONE,
        passing=parse_threshold(passing) if passing else None,
        base=Base.read(base) if base else None,
        written=written,
        recused_out=recused_out,
    )
    if new.empty and due is None:
        raise UsageError(
            _("Nothing to change was named."),
            hint=_("For example: --quorum >=2/3 --pass >1/2 --base present --source 议事规则12条"),
        )
    with writing(call) as tx:
        day = parse_day(since, tx.clock) if since else tx.clock.today
        now = chosen
        stands = clean(source or "")
        if not new.empty:
            now = set_rule(tx, chosen.code, new, since=day, source=stands)
        if due is not None:
            now = set_frequency(tx, chosen.code, parse_frequency(due), since=day, source=stands)
    _say(call, now, new.kind, day)


def _say(call: Call, now: MeetingType, kind: BallotKind, day: date) -> None:
    held = now.rules.get(kind)
    words = [_("how often: {often}").format(often=now.frequency or _("as needed"))]
    if held is not None:
        words = [
            _("quorum: {quorum}").format(quorum=held.quorum.words if held.quorum else _("none")),
            _("passes with {rule}").format(rule=held.words),
            *words,
        ]
    done(
        call,
        _("{type} from {day} on: {words}.").format(
            type=now.name, day=day.isoformat(), words=_("; ").join(words)
        ),
        number=now.code,
        data={
            "type": now.code,
            "since": day.isoformat(),
            "kind": kind,
            "quorum": held.quorum.code if held and held.quorum else None,
            "pass": held.passing.code if held else None,
            "base": held.base if held else None,
            "due": now.due.code if now.due else None,
            "source": held.source if held else None,
        },
    )
