"""What a typed line of attendance says: names, state, reason; and which names are unlike one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from jinlin.complex.household.people import people_called
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.command_words import OF_PEOPLE
from jinlin.core.people.parties import Party, looks_like_person, party_in
from jinlin.core.text import compact
from jinlin.meeting.attendance.attendance_lines import known_line, named_as
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.meetings import WITH_REASON, AttendanceState
from jinlin.person.rules import person_number, phone_ending
from jinlin.store.transaction.tx import Reader

_TOLD: Final = {
    AttendanceState.EXCUSED: (
        r"请假|[病事公婚产丧年休]假|来不了|有事|没空|生病|\bsick\b|\bill\b|\bon leave\b"
    ),
    AttendanceState.ABSENT: r"缺席|[没未不][有能]?(?:来|到|参加|出席)|\babsent\b|\baway\b",
    AttendanceState.LATE: r"迟到|晚到|来晚|\blate\b",
    AttendanceState.SITTING_IN: r"列席|旁听|sit(?:s|ting) ?in|\bguest\b",
    AttendanceState.PRESENT: r"实到|出席|到会|参加|来了|到了|\bpresent\b",
}  # fmt: skip
"""What tells a state within a longer text, in the order in which it is looked for."""
_DENIED: Final = "[没未不无]|\bnot?\b"
_ENDING: Final = {
    "到": AttendanceState.PRESENT, "到了": AttendanceState.PRESENT,
    "假": AttendanceState.EXCUSED, "缺": AttendanceState.ABSENT,
}  # fmt: skip
"""What tells a state right behind a name: 李四到."""
_NAME_LENGTHS: Final = (2, 3, 4)


class SaidLine(NamedTuple):
    """A line as it is meant: who, in which state, and why."""

    names: list[str]
    state: AttendanceState | None
    reason: str | None


class _SaidWord(NamedTuple):
    """A word of a line: a name, a state with its reason, or both."""

    name: str | None
    state: AttendanceState | None = None
    reason: str | None = None


def said_line(
    reader: Reader,
    meeting: MeetingRow,
    names: Sequence[str],
    told: AttendanceState | None,
    reason: str | None,
) -> SaidLine:
    """Return who is named, in the state that stands before, between or behind the names.

    What tells a state among other words is the reason too: `出差请假`.

    Args:
        reader: the database.
        meeting: at which.
        names: what was typed for names.
        told: the state that was said by itself.
        reason: what was typed for a reason, or was no name by its looks.

    Raises:
        UsageError: the line tells several states, or a word that is not clear.
    """
    words = [_read(reader, word) for word in names]
    if reason and (behind := _behind(reader, reason, names, told)):
        words, reason = [*words, *behind], None
    states = {told, *(word.state for word in words if word.name is None)} - {None}
    own = {word.state for word in words if word.name is not None}
    if states == {AttendanceState.EXCUSED, AttendanceState.ABSENT}:  # 请假没来
        states = {AttendanceState.EXCUSED}
    if len(states | own - {None}) > 1 or (not states and len(own) > 1):
        raise _several(meeting, words)
    return SaidLine(
        [word.name for word in words if word.name is not None],
        next(iter(states | own - {None}), None),
        reason or next((word.reason for word in words if word.reason), None),
    )


def unlike_names(reader: Reader, meeting: MeetingRow, names: Sequence[str]) -> list[str]:
    """Return those new to a meeting and unknown here that look like nobody's name."""
    return [
        name
        for name in names
        if not _looks_like_name(name)
        and (one := named_as(reader, name)).person_id is None
        and known_line(reader, meeting, one) is None
    ]


def _read(reader: Reader, word: str) -> _SaidWord:
    """Return what a word says: `张三`, `病假`, `张三请假`, `请假张三`, `陈建国出差请假`.

    Raises:
        UsageError: it tells a state and is not clear: `没请假`.
    """
    if people_called(reader, word) or person_number(word) is not None or phone_ending(word):
        return _SaidWord(word)
    said = compact(word)
    if (whole := AttendanceState.said(said)) is not None:
        return _SaidWord(None, whole)
    if (named := _named(reader, said)) is not None:
        return named
    state = _within(said)
    return (
        _SaidWord(word)
        if state is None
        else _SaidWord(None, state, word if state in WITH_REASON else None)
    )


def _named(reader: Reader, said: str) -> _SaidWord | None:
    """Return the name with its state that a word is: `李四到`; None where it is none."""
    for name, rest in _halves(said):
        if people_called(reader, name) and (state := _told_by(rest) or _within(rest)):
            return _SaidWord(name, state, rest if _is_reason(state, rest) else None)
    for name, rest in reversed(_halves(said)):
        if looks_like_person(name) and _within(name) is None and (state := _told_by(rest)):
            return _SaidWord(name, state)
    return None


def _behind(
    reader: Reader, text: str, names: Sequence[str], told: AttendanceState | None
) -> list[_SaidWord]:
    """Return what was taken for a reason and is none: names with a state, a state, or who is meant.

    Raises:
        UsageError: it tells a state and is not clear.
    """
    each = [_named(reader, compact(word)) or _SaidWord(word) for word in text.split()]
    if any(word.state for word in each):
        return each
    if told in WITH_REASON:
        return []
    whole = _read(reader, text)
    return [whole] if not names or (told is None and whole.state) else []


def _halves(text: str) -> list[tuple[str, str]]:
    """Return a text as a name and what stands beside it, the longest name first."""
    return [
        half
        for length in reversed(_NAME_LENGTHS)
        if length < len(text)
        for half in ((text[-length:], text[:-length]), (text[:length], text[length:]))
    ]


def _told_by(text: str) -> AttendanceState | None:
    """Return the state that a text is the word for."""
    return _ENDING.get(text) or AttendanceState.said(text)


def _is_reason(state: AttendanceState, text: str) -> bool:
    return state in WITH_REASON and _told_by(text) is None


def _within(text: str) -> AttendanceState | None:
    """Return the state that a text tells among other words; None where it tells none.

    Raises:
        UsageError: it denies what it tells: `没请假`.
    """
    found, rest = None, text.lower()
    for state, words in _TOLD.items():
        if re.search(words, rest):
            found = found or state
            rest = re.sub(words, "", rest)
    if found is None or not re.search(_DENIED, rest):
        return found
    raise UsageError(
        _("Which attendance “{text}” means is not clear.").format(text=text),
        hint=_("Say it with --state. {choices}").format(choices=AttendanceState.choices()),
    )


def _several(meeting: MeetingRow, words: Sequence[_SaidWord]) -> UsageError:
    """Return the refusal of a line that tells several states, with a line for each."""
    here = AttendanceState.PRESENT
    by_state: dict[str, list[str]] = {}
    for word in words:
        if word.name is not None:
            by_state.setdefault((word.state or here).label, []).append(word.name)
    lines = (
        _("jinlin meeting attend {number} {names} {state}").format(
            number=meeting.label, names=" ".join(names), state=state
        )
        for state, names in by_state.items()
    )
    return UsageError(
        _("One line tells one attendance, this one tells several."),
        hint=_("Write a line for each: {lines}").format(lines=_("; ").join(lines)),
    )


def _looks_like_name(name: str) -> bool:
    """Return whether a text looks like somebody's name, a unit's, or both: `街道张科`."""
    if name.isascii():
        return re.fullmatch(r"[a-z ]+", name) is None
    return (
        name in OF_PEOPLE
        or party_in(name) is not Party.DOUBT
        or any(looks_like_person(name[-length:]) for length in _NAME_LENGTHS)
    )
