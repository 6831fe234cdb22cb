"""`jinlin meeting rule`: another rule for a kind of meeting, from a day on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal, TypeAlias

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.core.text import compact
from jinlin.meeting.commands.kinds import SHARE, TYPE
from jinlin.meeting.record.rules_in_force import NewRule, set_frequency, set_rule
from jinlin.meeting.rules.frequency import Frequency
from jinlin.meeting.rules.frequency_reader import parse_frequency
from jinlin.meeting.rules.kinds import MeetingType
from jinlin.meeting.rules.threshold import Threshold, parse_threshold
from jinlin.meeting.rules.vote_rules import BallotKind, Base
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import DAY, TEXT, choice
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing

_NONE: Final = frozenset({"none", "无", "不限"})


def _quorum(text: str) -> Threshold | Literal[False]:
    return compact(text) not in _NONE and parse_threshold(text)


def _often(text: str) -> Frequency | Literal[False]:
    return parse_frequency(text) or False


_QUORUM: Final = WordKind("share", N_("SHARE"), _quorum)
OFTEN: Final = WordKind("frequency", N_("OFTEN"), _often)

_Quorum: TypeAlias = Annotated[
    Threshold | Literal[False] | None,
    _QUORUM.option(help=N_("Who must be there: >=2/3, >1/2, or none.")),
]
_Base: TypeAlias = Annotated[
    Base | None,
    choice(Base, called=N_("BASE")).option(help=N_("Of whom: entitled, present or valid votes.")),
]
_Written: TypeAlias = Annotated[
    bool | None, flag("--written/--no-written", help=N_("Opinions in writing count."))
]
_RecusedOut: TypeAlias = Annotated[
    bool | None,
    flag("--recused-out/--recused-in", help=N_("Whether those recused leave the base.")),
]
_Often: TypeAlias = Annotated[
    Frequency | Literal[False] | None,
    OFTEN.option(help=N_("How often, on which day: 1/month, 每周四, 每月25日.")),
]


def rule(
    call: Call,
    type_: Annotated[MeetingType, TYPE.argument(help=N_("Such as neighbours-council."))],
    kind: Annotated[
        BallotKind,
        choice(BallotKind, called=N_("KIND")).option(help=N_("decision, admission or election.")),
    ] = BallotKind.DECISION,
    quorum: _Quorum = None,
    passing: Annotated[
        Threshold | None, SHARE.option("--pass", help=N_("Passes with: >1/2, >=2/3."))
    ] = None,
    base: _Base = None,
    written: _Written = None,
    recused_out: _RecusedOut = None,
    due: _Often = None,
    since: Annotated[
        SaidDay | None, DAY.option(help=N_("From when on; today if not given."))
    ] = None,
    source: Annotated[str | None, TEXT.option(help=N_("Where that is written."))] = None,
) -> None:
    new = NewRule(
        kind=kind,
        quorum=quorum or None,
        no_quorum=quorum is False,
        passing=passing,
        base=base,
        written=written,
        recused_out=recused_out,
    )
    now, stands = type_, source or ""
    with writing(call) as tx:
        day = day_on(since, tx.clock)
        if not new.empty:
            now = set_rule(tx, type_.code, new, since=day, source=stands)
        if due is not None:
            now = set_frequency(tx, type_.code, due or None, since=day, source=stands)
    _say(call, now, kind, day)


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
