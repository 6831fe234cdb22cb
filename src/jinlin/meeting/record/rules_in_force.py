"""Effective dating: which rule of a kind of meeting holds on a day, ours or one set here since."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _, speaking
from jinlin.meeting.rules.frequency import ANY, Frequency, PeriodLength
from jinlin.meeting.rules.kinds import MeetingType, Voters, meeting_types, type_name
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.threshold import MORE_THAN_HALF, Threshold, parse_threshold
from jinlin.meeting.rules.vote_rules import BallotKind, Base, VoteRule
from jinlin.store.transaction.tx import Reader, Tx

_KEPT: Final = "SELECT id FROM {table} WHERE {condition} AND removed_at IS NULL"


class SetRule(NamedTuple):
    """One rule that was set here.

    Attributes:
        type: the kind of meeting.
        kind: the kind of vote; None where it says how often the meeting is due.
        rule: how such a vote is counted.
        due: how often it is due; None when it is held as needed.
        since: from which day on, ISO.
        source: where that stands.
    """

    type: str
    kind: BallotKind | None
    rule: VoteRule | None
    due: Frequency | None
    since: str
    source: str


class NewRule(NamedTuple):
    """What is to hold from a day on; None keeps what holds.

    Attributes:
        kind: which votes it is about.
        no_quorum: any number of people is enough.
    """

    kind: BallotKind = BallotKind.DECISION
    quorum: Threshold | None = None
    no_quorum: bool = False
    passing: Threshold | None = None
    base: Base | None = None
    written: bool | None = None
    recused_out: bool | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing of a vote is to change."""
        return self[1:] == (None, False, None, None, None, None)


def types_on(reader: Reader, day: date) -> Mapping[str, MeetingType]:
    """Return the kinds of meeting with the rules that hold on a day."""
    known = dict(meeting_types())
    for one in set_rules(reader):
        if one.since > day.isoformat() or one.type not in known:
            continue
        whole = known[one.type]
        if one.kind is None or one.rule is None:
            due = one.due.keeping(whole.due) if one.due else None
            words = due.words if due else _("as needed")
            known[one.type] = whole._replace(due=due, frequencies={speaking(): words})
        else:
            known[one.type] = whole._replace(rules={**whole.rules, one.kind: one.rule})
    return known


def type_on(reader: Reader, code: str, day: date) -> MeetingType:
    """Return a kind of meeting with the rules that hold on a day; unknown codes are `other`."""
    known = types_on(reader, day)
    return known.get(code, known["other"])


def set_rules(reader: Reader, code: str | None = None) -> list[SetRule]:
    """Return the rules that were set here, of one kind of meeting or of all, the earliest first."""
    votes = reader.rows(
        "SELECT * FROM meeting_rule WHERE removed_at IS NULL AND (?1 IS NULL OR type = ?1)"
        " ORDER BY since, id",
        (code,),
    )
    dues = reader.rows(
        "SELECT * FROM meeting_frequency WHERE removed_at IS NULL"
        " AND (?1 IS NULL OR type = ?1) ORDER BY since, id",
        (code,),
    )
    return sorted((*map(_set_vote, votes), *map(_set_due, dues)), key=lambda one: one.since)


def _set_vote(row: sqlite3.Row) -> SetRule:
    rule = VoteRule(
        quorum=parse_threshold(row["quorum"]) if row["quorum"] else None,
        passing=parse_threshold(row["passing"]),
        base=Base(row["base"]),
        source=row["source"],
        confidence=Confidence.OWN,
        written=bool(row["written"]),
        recused_out=bool(row["recused_out"]),
        since=row["since"],
    )
    kind = BallotKind(row["kind"])
    return SetRule(row["type"], kind, rule, due=None, since=row["since"], source=row["source"])


def _set_due(row: sqlite3.Row) -> SetRule:
    due = None
    if row["period"]:
        day = {key: row[key] for key in ("weekday", "day", "week")}
        due = Frequency(row["times"], PeriodLength(row["period"]), **day)
    return SetRule(row["type"], None, None, due=due, since=row["since"], source=row["source"])


def set_rule(tx: Tx, code: str, new: NewRule, *, since: date, source: str) -> MeetingType:
    """Let another rule hold for the votes of a kind of meeting, from a day on.

    Returns:
        The kind of meeting as it is from that day on.

    Raises:
        UsageError: nothing would be different, or no source is named.
        RuleError: owners decide there, and the law says how; or no such vote is taken there and
            the new rule does not say what it needs.
    """
    whole = type_on(tx, code, since)
    _check_source(source)
    if whole.voters is Voters.OWNERS or new.kind is BallotKind.OWNERS:
        raise RuleError(
            _("What owners need is the law's: 2/3 take part, and by the matter 1/2 or 3/4 agree."),
            hint=_("Another rule for one vote goes with that vote: --pass and --source."),
        )
    before = whole.rules.get(new.kind)
    if before is None and new.passing is None:
        raise RuleError(
            _("{type} takes no such votes yet; say what they need.").format(type=whole.name),
            hint=_("For example: --pass >1/2 --base present"),
        )
    now = _changed(before, new)._replace(source=source, since=since.isoformat())
    if before is not None and before._replace(source=source, since=now.since) == now:
        raise UsageError(
            _("{type} is counted like that already.").format(type=whole.name),
            hint=_("See: jinlin meeting types {code}").format(code=type_name(code)),
        )
    _keep(tx, "meeting_rule", {"type": code, "kind": new.kind, "since": now.since}, {
        "quorum": now.quorum.code if now.quorum else None,
        "passing": now.passing.code,
        "base": now.base.value,
        "written": int(now.written),
        "recused_out": int(now.recused_out),
        "source": source,
    })  # fmt: skip
    _describe(tx, N_("The votes of {type} are counted otherwise from {day} on"), code, since)
    return type_on(tx, code, since)


def set_frequency(
    tx: Tx, code: str, due: Frequency | None, *, since: date, source: str
) -> MeetingType:
    """Let a kind of meeting be due otherwise from a day on; None as needed.

    Where it counts by the same as before and says no day, the day stays: how many times it is held
    moves none.

    Raises:
        UsageError: nothing would be different, or no source is named.
    """
    whole = type_on(tx, code, since)
    _check_source(source)
    kept = due.keeping(whole.due) if due else None
    if whole.due == kept:
        raise UsageError(
            _("{type} is due like that already.").format(type=whole.name),
            hint=_("See: jinlin meeting types {code}").format(code=type_name(code)),
        )
    _keep(tx, "meeting_frequency", {"type": code, "since": since.isoformat()}, {
        "times": kept.times if kept else None,
        "period": kept.period.value if kept else None,
        "weekday": kept.weekday if kept else None,
        "day": kept.day if kept else None,
        "week": ANY if due and due.week == ANY else kept.week if kept else None,
        "source": source,
    })  # fmt: skip
    _describe(tx, N_("{type} is due otherwise from {day} on"), code, since)
    return type_on(tx, code, since)


def _changed(before: VoteRule | None, new: NewRule) -> VoteRule:
    kept = before or VoteRule(None, new.passing or MORE_THAN_HALF, Base.PRESENT, "", Confidence.OWN)
    return VoteRule(
        quorum=None if new.no_quorum else new.quorum or kept.quorum,
        passing=new.passing or kept.passing,
        base=new.base or kept.base,
        source="",
        confidence=Confidence.OWN,
        written=kept.written if new.written is None else new.written,
        recused_out=kept.recused_out if new.recused_out is None else new.recused_out,
    )


def _keep(tx: Tx, table: str, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Write a rule; one that begins the same day gives way to it."""
    condition = " AND ".join(f"{column} = ?" for column in key)
    known = tx.value(_KEPT.format(table=table, condition=condition), tuple(key.values()))
    if known is None:
        tx.insert(table, **key, **values)
    else:
        tx.update(table, known, **values)


def _check_source(source: str) -> None:
    if not source:
        raise UsageError(
            _("A rule names where it stands."), hint=_("For example: --source 议事规则第12条")
        )


def _describe(tx: Tx, sentence: str, code: str, since: date) -> None:
    words: dict[str, Value] = {
        "type": meeting_types()[code].name,
        "day": since.isoformat(),
    }
    tx.describe(
        Message(sentence, words),
        reverse=Message(N_("let the rule before hold for {type} again"), words),
        subject=code,
    )
