"""What a line was understood as: which reading is meant, of which records, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinlin.cli.line.free_words import Reading
from jinlin.cli.line.given_words import slot_of
from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.reading import FreeLine
from jinlin.cli.line.several import several
from jinlin.cli.line.shapes import BARE, IT, NUMBERED
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.command_words import TAKING_AWAY
from jinlin.core.typed import quoted
from jinlin.output.command.kind import SEVERAL, TYPED, UNDERSTOOD, TypedWord, Understood
from jinlin.output.command.typed_words import name_of, spoken_path


def read_freely(ctx: Any, opts: dict[str, Any], rest: list[str], call: Call) -> list[str]:
    """Give the words of a line to the parameters they are for, where they do not stand in order.

    Args:
        ctx: the context of the command.
        opts: what the line gives by parameter; it is put right.
        rest: words beyond those that are declared.
        call: the surroundings; on its terminal it is asked which of two readings is meant.

    Returns:
        The words that are for nothing.

    Raises:
        UsageError: two readings are as good and nobody can be asked, or no record was named yet.
    """
    with OnRecord(call) as record:
        line = FreeLine(ctx, opts, rest, record)
        found = line.readings(told=call.environment.interactive and not call.yes)
        if found:
            reading = found[0] if len(found) == 1 else _meant(line, found, record, call)
            skipped = line.skips_first(reading)
            _name_last(line, reading, record)
            _leave_out(line, reading)
            for param in line.params.values():
                if param.param_type_name == "argument":
                    opts[param.name] = None
            opts |= line.taken(reading)
            rest = []
            if not skipped:
                ctx.meta[UNDERSTOOD] = _understood(line, reading, record)
        for param in line.params.values():
            if param.param_type_name == "argument":
                _put_records(ctx, param, opts, record)
    return rest


def _meant(line: FreeLine, found: Sequence[Reading], record: OnRecord, call: Call) -> Reading:
    lines = [_in_order(line, one, record) for one in found]
    if len(set(lines)) == 1:
        return found[0]
    record.let_go()
    return found[which_line(call, _("This can be read in several ways."), lines)]


def which_line(call: Call, message: str, lines: Sequence[str]) -> int:
    """Return which of several lines is meant, asked for on a terminal.

    Raises:
        UsageError: nobody can be asked; it names them all.
    """
    whole = [f"jinlin {line}" for line in dict.fromkeys(lines)]
    refused = UsageError(message, hint=_("Type one of: {lines}").format(lines=_("; ").join(whole)))
    if not call.environment.interactive or call.yes:
        raise refused
    from jinlin.output.asking import Question, answers

    def one_of_them(answer: str) -> None:
        if answer not in lines:
            raise refused

    question = Question(
        "", _("{message} Which one is meant").format(message=message), None,
        choices=list(dict.fromkeys(lines)), check=one_of_them,
    )  # fmt: skip
    [answer] = answers(call, [question])
    return lines.index(answer)


def _name_last(line: FreeLine, reading: Reading, record: OnRecord) -> None:
    """Put its number for what stands for the record that was named last.

    Raises:
        UsageError: none was named yet.
    """
    for name, places in reading.items():
        kind = getattr(line.params[name].type, "kind", None)
        for place in places:
            if kind is not None and kind.name in NUMBERED and line.words[place] in IT:
                line.words[place] = _last(record, kind.name, line.words[place])


def _leave_out(line: FreeLine, reading: Reading) -> None:
    """Leave out of a word what only says what it is: of a place, of who is paid, of a count."""
    for name, places in reading.items():
        kind = getattr(line.params[name].type, "kind", None)
        if kind is not None:
            bare = BARE.get(kind.name, kind.bare)
            for place in places:
                line.words[place] = bare(line.words[place])


def _in_order(line: FreeLine, reading: Reading, record: OnRecord) -> str:
    """Return the command with its words in order, as it may be typed."""
    said = [spoken_path(line.ctx)]
    for slot in line.slots:
        words = [line.words[place] for place in reading.get(slot.name, ())]
        param = line.params[slot.name]
        if words and slot.flag:
            said.append(name_of(param))
        elif words and slot.option:
            said += [f"{name_of(param)} {quoted(' '.join(words))}"]
        elif slot.name in line.going_on and not words:
            said.append(str(record.going_on(param.type.kind.name)))
        elif slot.many:
            said += map(quoted, words)
        elif words:
            said.append(quoted(" ".join(words)))
    said += [f"{name_of(param)} {quoted(word)}" for param, word in line.named]
    return " ".join(said)


def _understood(line: FreeLine, reading: Reading, record: OnRecord) -> Understood:
    """Return how the line was read, to be said."""
    types = [line.params[name].type for name in reading]
    kinds = [one.kind for one in types if isinstance(one, TypedWord)]
    weighty = (
        bool({line.ctx.info_name, line.ctx.parent.info_name} & TAKING_AWAY)
        or any(kind.name in ("money", "count or people") for kind in kinds)
        or any(kind.words is not None and kind.words.whole for kind in kinds)
    )
    return Understood(_in_order(line, reading, record), weighty and not line.ctx.command.shows)


def _put_records(ctx: Any, param: Any, opts: dict[str, Any], record: OnRecord) -> None:
    """Put the record that is meant for what stands for it, or where only one can be.

    Raises:
        UsageError: none was named yet.
    """
    kind, said = param.type.kind.name, opts.get(param.name)
    if said is None and slot_of(param).needed:
        opts[param.name] = record.going_on(kind)
    elif isinstance(said, str) and kind in NUMBERED and (each := several(said)):
        numbers = [_last(record, kind, one) if one in IT else one for one in each]
        opts[param.name] = numbers[0]
        if len(numbers) > 1:
            ctx.meta[SEVERAL] = param.name, numbers


def records_named(ctx: Any) -> dict[str, str]:
    """Return the numbers that a command was given, by the record, the last of several.

    Somebody is named where the command is about her: by its first word.
    """
    typed: Mapping[str, Sequence[str]] = ctx.meta.get(TYPED, {})
    said = {p.name: p.type.kind.name for p in ctx.command.params if p.name in typed}
    records = {name: NUMBERED[kind] for name, kind in said.items() if kind in NUMBERED}
    first, *_others = ctx.command.params
    if said.get(first.name) == "person":
        records[first.name] = "person"
    return {record: several(typed[name][-1])[-1] for name, record in records.items()}


def _last(record: OnRecord, kind: str, said: str) -> str:
    last = record.named_last(NUMBERED[kind])
    if last is None:
        raise UsageError(
            _("“{text}” stands for what was named last, and nothing was.").format(text=said),
            hint=_("Write its number."),
        )
    return last[1]
