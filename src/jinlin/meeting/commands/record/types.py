"""`jinlin meeting types`, `rule` and `matters`: by which rule each kind of meeting decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_bound, parse_day
from jinlin.core.columns import Column, Kind
from jinlin.core.config import database_path
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, compact
from jinlin.meeting.attendance.electors import votes_off
from jinlin.meeting.commands.during.votes import is_data
from jinlin.meeting.commands.record.list import type_column
from jinlin.meeting.record.rules_in_force import (
    NewRule,
    SetRule,
    set_frequency,
    set_rule,
    set_rules,
    types_on,
)
from jinlin.meeting.rules.kinds import (
    EXPECTED_LABELS,
    VOTERS_LABELS,
    MeetingType,
    meeting_types,
    parse_type,
)
from jinlin.meeting.rules.matters import CONFIDENCE_LABELS
from jinlin.meeting.rules.matters import matters as all_matters
from jinlin.meeting.rules.reading_frequency import parse_frequency
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.meeting.rules.vote_rules import (
    BALLOT_LABELS,
    BASE_LABELS,
    BallotKind,
    VoteRule,
    parse_base,
    parse_kind,
)
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.command.command import reading, writing

_NONE = frozenset({"none", "无", "不限"})


def types(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar=_("TYPE"), help=_("One of them, with its rules since when.")),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar=_("DATE"), help=_("As it was on this day."))
    ] = None,
) -> None:
    call = called(ctx)
    chosen = parse_type(name) if name is not None else None
    known, history, off = meeting_types(), list[SetRule](), ""
    if on or call.database or database_path(call).exists():
        with reading(call) as reader:
            day = parse_bound(on, reader.clock) if on else reader.clock.today
            known = types_on(reader, day)
            history = set_rules(reader, chosen.code) if chosen else []
            off = votes_off(reader, known[chosen.code]) if chosen else ""
    if chosen is not None:
        show(call, _one(known[chosen.code], history, off, coded=is_data(call)))
        return
    show(call, _all(list(known.values())))


def _all(known: Sequence[MeetingType]) -> Listing:
    return Listing(
        key="types",
        title=_("Kinds of meeting"),
        columns=(
            type_column(),
            Column(key="frequency", heading=_("How often")),
            Column(key="chair", heading=_("Chair")),
            Column(key="decides", heading=_("Decides with")),
            Column(key="basis", heading=_("Basis")),
        ),
        rows=[
            (
                one.code, one.frequency or None, one.chair or None, _decides(one) or None,
                one.basis or None,
            )
            for one in known
        ],
        notes=(
            _("One of them: jinlin meeting types TYPE; change it: jinlin meeting rule TYPE"),
        ),
    )  # fmt: skip


def _decides(known: MeetingType) -> str:
    rule = known.rules.get(BallotKind.DECISION) or next(iter(known.rules.values()), None)
    if rule is None:
        return _("no votes")
    if BallotKind.OWNERS in known.rules:
        return _("by heads and area")
    return rule.words


def _one(known: MeetingType, history: Sequence[SetRule], off: str, *, coded: bool) -> Record:
    fields: list[tuple[Column, Any]] = [
        (type_column(), known.code),
        *([(Column(key="code", heading=_("Code")), known.code)] if coded else []),
        (Column(key="expected", heading=_("Expected")), _(EXPECTED_LABELS[known.expected])),
        (Column(key="who_votes", heading=_("Who votes")), _(VOTERS_LABELS[known.voters])),
        (Column(key="frequency", heading=_("How often")), known.frequency or None),
        (
            Column(
                key="due",
                heading=_("Due"),
                labels={known.due.code: known.due.words} if known.due else None,
            ),
            known.due.code if known.due else None,
        ),
        (Column(key="chair", heading=_("Chair")), known.chair or None),
        (
            Column(key="notice_days", heading=_("Notice (days)"), kind=Kind.INTEGER),
            known.notice_days or None,
        ),
        (Column(key="proxies", heading=_("Proxies"), kind=Kind.BOOLEAN), known.proxies),
        (Column(key="basis", heading=_("Basis")), known.basis or None),
        (Column(key="confidence", heading=_("How sure")), _(CONFIDENCE_LABELS[known.confidence])),
    ]
    return Record.of(
        title=known.name,
        fields=fields,
        listings=(_rules(known), _history(history)),
        notes=(off,) if off else (),
    )


def _rule_columns(rules: Iterable[VoteRule]) -> tuple[Column, ...]:
    shares = [share for rule in rules for share in (rule.quorum, rule.passing) if share]
    words = {share.code: share.words for share in shares}
    return (
        Column(
            key="kind",
            heading=_("Vote"),
            labels={kind: _(label) for kind, label in BALLOT_LABELS.items()},
        ),
        Column(key="quorum", heading=_("Quorum"), labels=words),
        Column(key="pass", heading=_("Passes with"), labels=words),
        Column(
            key="base",
            heading=_("Base"),
            labels={base: _(label) for base, label in BASE_LABELS.items()},
        ),
        Column(key="written", heading=_("In writing"), kind=Kind.BOOLEAN),
        Column(key="recused_out", heading=_("Stood back: out"), kind=Kind.BOOLEAN),
        Column(key="since", heading=_("In force since"), kind=Kind.DATE),
        Column(key="source", heading=_("Basis")),
    )


def _rule_row(kind: BallotKind, rule: VoteRule) -> tuple[object, ...]:
    return (
        kind, rule.quorum.code if rule.quorum else None, rule.passing.code, rule.base,
        rule.written, rule.recused_out, rule.since or None, rule.source,
    )  # fmt: skip


def _rules(known: MeetingType) -> Listing:
    return Listing(
        key="rules",
        title=_("How votes are counted"),
        columns=_rule_columns(known.rules.values()),
        rows=[_rule_row(kind, rule) for kind, rule in known.rules.items()],
        empty=_("It takes no votes."),
    )


def _history(history: Sequence[SetRule]) -> Listing:
    return Listing(
        key="set_here",
        title=_("What was set here"),
        columns=(
            Column(key="since", heading=_("In force since"), kind=Kind.DATE),
            Column(key="what", heading=_("What it is about")),
            Column(key="rule", heading=_("Rule")),
            Column(key="source", heading=_("Basis")),
        ),
        rows=[
            (
                one.since,
                _(BALLOT_LABELS[one.kind]) if one.kind else _("how often"),
                one.rule.words if one.rule else one.due.words if one.due else _("as needed"),
                one.source,
            )
            for one in history
        ],
        empty=_("Nothing: the rules that came with the program hold."),
    )


def rule(
    ctx: typer.Context,
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
    base: Annotated[
        str | None,
        typer.Option(metavar=_("BASE"), help=_("Of whom: entitled, present or valid votes.")),
    ] = None,
    written: Annotated[
        bool | None,
        typer.Option("--written/--no-written", help=_("Opinions in writing count.")),
    ] = None,
    recused_out: Annotated[
        bool | None,
        typer.Option("--recused-out/--recused-in", help=_("Who stands back leaves the base.")),
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(
            metavar=_("OFTEN"), help=_("How often, on which day: 1/month, 每周四, 每月25日.")
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("From when on; today if not given."))
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Where that stands."))
    ] = None,
) -> None:
    call = called(ctx)
    chosen = parse_type(name)
    new = NewRule(
        kind=parse_kind(kind),
        quorum=parse_threshold(quorum) if quorum and compact(quorum) not in _NONE else None,
        no_quorum=compact(quorum or "") in _NONE,
        passing=parse_threshold(passing) if passing else None,
        base=parse_base(base) if base else None,
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


def matters(ctx: typer.Context) -> None:
    call = called(ctx)
    show(
        call,
        Listing(
            key="matters",
            title=_("What owners decide"),
            columns=(
                Column(
                    key="matter",
                    heading=_("Type it as"),
                    labels={one.code: one.word for one in all_matters().values()},
                ),
                Column(key="item", heading=_("Item of art. 278"), kind=Kind.INTEGER),
                Column(key="name", heading=_("Matter")),
                Column(
                    key="pass",
                    heading=_("Passes with"),
                    labels={
                        one.passing.code: one.passing.words for one in all_matters().values()
                    },
                ),
                Column(key="reason", heading=_("Why")),
                Column(key="source", heading=_("Basis")),
                Column(
                    key="confidence",
                    heading=_("How sure"),
                    labels={word: _(label) for word, label in CONFIDENCE_LABELS.items()},
                ),
                Column(key="other_practice", heading=_("Elsewhere")),
            ),
            rows=[
                (
                    one.code, one.item, one.name, one.passing.code, one.reason, one.source,
                    one.confidence, one.other_practice or None,
                )
                for one in all_matters().values()
            ],
            notes=(
                _("Always: at least 2/3 of the heads and of the area take part (民法典 278)."),
            ),
        ),
    )  # fmt: skip
