"""`jinlin meeting types`: the kinds of meeting, and by which rule each decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.config import database_path
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.core.said import SaidDay, day_on
from jinlin.meeting.attendance.electors import votes_off
from jinlin.meeting.commands.kinds import TYPE
from jinlin.meeting.commands.record.list import type_column
from jinlin.meeting.record.rules_in_force import (
    SetRule,
    set_rules,
    types_on,
)
from jinlin.meeting.rules.kinds import (
    MeetingType,
    meeting_types,
)
from jinlin.meeting.rules.vote_rules import BallotKind, Base, VoteRule
from jinlin.output.command.kinds import BOUND_DAY
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record, for_programs
from jinlin.store.command.command import reading


def types(
    call: Call,
    type_: Annotated[
        MeetingType | None, TYPE.argument(help=N_("One of them, with its rules since when."))
    ] = None,
    on: Annotated[
        SaidDay | None, BOUND_DAY.option("--date", help=N_("As it was on this day."))
    ] = None,
) -> None:
    known, history, off = meeting_types(), list[SetRule](), ""
    if on or call.database or database_path(call).exists():
        with reading(call) as reader:
            day = day_on(on, reader.clock)
            known = types_on(reader, day)
            history = set_rules(reader, type_.code) if type_ else []
            off = votes_off(reader, known[type_.code]) if type_ else ""
    if type_ is not None:
        show(call, _one(known[type_.code], history, off, coded=for_programs(call)))
        return
    show(call, _all(list(known.values())))


def _all(known: Sequence[MeetingType]) -> Listing:
    return Listing.of(
        "types",
        _("Kinds of meeting"),
        (
            Cell.of(type_column(), "code"),
            Cell("frequency", _("How often"), lambda one: one.frequency or None),
            Cell("chair", _("Chair"), lambda one: one.chair or None),
            Cell("decides", _("Decides with"), lambda one: _decides(one) or None),
            Cell("basis", _("Basis"), lambda one: basis_words(one.basis) or None),
        ),
        known,
        notes=(_("One of them: jinlin meeting types TYPE; change it: jinlin meeting rule TYPE"),),
    )


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
        (Column(key="expected", heading=_("Expected")), known.expected.label),
        (Column(key="who_votes", heading=_("Who votes")), known.voters.label),
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
        (Column(key="basis", heading=_("Basis")), basis_words(known.basis) or None),
        (Column(key="confidence", heading=_("How sure")), known.confidence.label),
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
            labels=BallotKind.labels(),
        ),
        Column(key="quorum", heading=_("Quorum"), labels=words),
        Column(key="pass", heading=_("Passes with"), labels=words),
        Column(
            key="base",
            heading=_("Base"),
            labels=Base.labels(),
        ),
        Column(key="written", heading=_("In writing"), kind=Kind.BOOLEAN),
        Column(key="recused_out", heading=_("Stood back: out"), kind=Kind.BOOLEAN),
        Column(key="since", heading=_("In force since"), kind=Kind.DATE),
        Column(key="source", heading=_("Basis")),
    )


def _rule_row(kind: BallotKind, rule: VoteRule) -> tuple[object, ...]:
    return (
        kind, rule.quorum.code if rule.quorum else None, rule.passing.code, rule.base,
        rule.written, rule.recused_out, rule.since or None, basis_words(rule.source),
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
    return Listing.of(
        "set_here",
        _("What was set here"),
        (
            Cell("since", _("In force since"), kind=Kind.DATE),
            Cell(
                "what",
                _("What it is about"),
                lambda one: one.kind.label if one.kind else _("how often"),
            ),
            Cell(
                "rule",
                _("Rule"),
                lambda one: (
                    one.rule.words if one.rule else one.due.words if one.due else _("as needed")
                ),
            ),
            Cell("source", _("Basis"), lambda one: basis_words(one.source)),
        ),
        history,
        empty=_("Nothing: the rules that came with the program hold."),
    )
