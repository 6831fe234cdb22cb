"""A forgiving line: words in any order, what is going on is meant, the last record is `它`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from jinlin.cli.line.free_words import Reading, Slot, readings, strict_reading, weight
from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.several import several
from jinlin.cli.line.shapes import IT, NUMBERED, Fit, fit, is_time, with_times
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.typed import quoted
from jinlin.output.command.kind import (
    SEVERAL,
    TYPED,
    UNDERSTOOD,
    UNSET,
    TypedWord,
    Understood,
)
from jinlin.output.command.noun import TAKING_AWAY
from jinlin.output.command.typed_words import name_of, spoken_path

_ISSUES: Final = frozenset({"issue", "open issue"})
_NO_NUMBERS: Final = _ISSUES | {"text", "name", "person", "department", "moment", "category"}
"""The kinds of words that are not written as a small number alone."""
_A_PHONE: Final = 4
"""So many digits may be the end of a phone."""


class FreeLine:
    """The words of a line that stand without an option, and what they may be for.

    Args:
        ctx: the context of the command.
        opts: what the line gives by name, and its words as they stand, by parameter.
        rest: words beyond those that are declared.
        record: what only the database knows.
    """

    def __init__(
        self, ctx: Any, opts: Mapping[str, Any], rest: Sequence[str], record: OnRecord
    ) -> None:
        self.ctx, self._record = ctx, record
        self.params = {p.name: p for p in ctx.command.params if _takes_words(p, opts)}
        words = [p for p in self.params.values() if p.param_type_name == "argument"]
        self.words = [one for p in words for one in _as_given(p, opts.get(p.name))] + list(rest)
        options = [p for p in self.params.values() if p.param_type_name == "option"]
        texts = any(p.type.kind.name == "text" for p in words)
        self.slots = [
            *map(_slot, words),
            *(_slot(p) for p in options if not (p.is_flag and texts)),
        ]
        self._fits: dict[tuple[str, int], Fit] = {}
        self._going_on: set[str] = set()
        self._compared = False
        kinds = {self.params[slot.name].type.kind.name for slot in self.slots if not slot.flag}
        together = with_times(self.words) if kinds & {"moment", "time"} else self.words
        together = self._numbers_joined(together)
        self._joined = len(together) < len(self.words)
        self.words = together

    def _numbers_joined(self, words: Sequence[str]) -> list[str]:
        """Return the words with the numbers of issues in a row as one: `派单 43 45 杨卫国`.

        Only where the command takes one issue, and nothing else that is written as a number.
        """
        kinds = [self.params[slot.name].type.kind.name for slot in self.slots if not slot.flag]
        [issue, *more] = [kind for kind in kinds if kind in _ISSUES] or [""]
        if not issue or more or not _NO_NUMBERS.issuperset(kinds):
            return list(words)
        joined: list[str] = []
        for is_number, run in groupby(words, lambda word: self._is_number_of(issue, word)):
            said = list(run)
            joined += [",".join(said)] if is_number else said
        return joined

    def _is_number_of(self, kind: str, word: str) -> bool:
        return word.isdecimal() and len(word) < _A_PHONE and self._record.numbered(kind, word)

    def reading(self, call: Call) -> Reading | None:
        """Return how the words are read where they do not stand as declared; None where they do.

        Args:
            call: on its terminal it is asked which of two readings is meant, and what is missing.

        Raises:
            UsageError: two readings are as good, and nobody can be asked.
        """
        strict = strict_reading(self.slots, len(self.words))
        if strict is not None and self._stands(strict):
            return strict if self._joined or self._says_it(strict) else None
        if self._says_no_action():
            return None
        self._leave_out_what_goes_on()
        best = readings(self.slots, len(self.words), self._fit)
        if not best or (strict is not None and dict(best[0]) == _given(strict)):
            return None
        if len(best) > 1:
            lines = [self.line(one) for one in best]
            self._record.let_go()
            return best[which_line(call, _("This can be read in several ways."), lines)]
        if strict is not None and self._suits(strict) and self._no_better(best[0], strict):
            return None
        interactive = call.environment.interactive and not call.yes
        told = interactive or (strict is not None and self._suits(strict))
        complete = all(slot.option for slot in self._missing(best[0]))
        meant = (complete or told) and self._like_a_text(best[0]) and self._likely(best[0])
        return best[0] if meant else None

    def _says_it(self, reading: Reading) -> bool:
        """Return whether a word stands for what was named last; which that is, is said then."""
        return any(
            self.words[place] in IT and self._fit(slot, place) is Fit.SURE and not slot.text
            for slot in self.slots
            for place in reading.get(slot.name, ())
        )

    def _no_better(self, reading: Reading, strict: Reading) -> bool:
        """Return whether a reading is no reason to leave that in which words stand as declared."""
        missing, needed = len(self._missing(reading)), len(self._missing(strict))
        if missing != needed:
            return missing > needed
        return self._sure(reading) <= self._sure(strict) and self._likely(strict)

    def _sure(self, reading: Reading) -> int:
        return sum(
            self._fit(slot, place) is Fit.SURE
            for slot in self.slots
            for place in reading.get(slot.name, ())
        )

    def _leave_out_what_goes_on(self) -> None:
        """Need no number of what is going on, and take none for it that may be another."""
        for number, slot in enumerate(self.slots):
            if slot.needed and self._goes_on(slot):
                self.slots[number] = slot._replace(needed=False)
                self._going_on.add(slot.name)
        self._fits.clear()

    def _says_no_action(self) -> bool:
        """Return whether the first word should say what is done, and is no such thing."""
        first = self.slots[0] if self.slots else None
        return (
            first is not None
            and not (first.option or first.needed)
            and self.params[first.name].type.kind.words is not None
            and bool(self.words)
            and self._fit(first, 0) is Fit.NO
        )

    def _missing(self, reading: Reading) -> list[Slot]:
        return [
            slot
            for slot in self.slots
            if slot.needed and not reading.get(slot.name) and not self._goes_on(slot)
        ]

    def _goes_on(self, slot: Slot) -> bool:
        """Return whether what is meant by a missing word is the only thing that goes on."""
        kind = getattr(self.params[slot.name].type, "kind", None)
        return not slot.option and kind is not None and bool(self._record.going_on(kind.name))

    def _suits(self, reading: Reading) -> bool:
        return all(
            self._fit(slot, place) is not Fit.NO
            for slot in self.slots
            for place in reading.get(slot.name, ())
        )

    def weight(self) -> int | None:
        """Return how well the words suit the command; None where they do not."""
        self._compared = True
        self._leave_out_what_goes_on()
        strict = strict_reading(self.slots, len(self.words))
        found = [] if self._says_no_action() else readings(self.slots, len(self.words), self._fit)
        if strict is not None and self._suits(strict):
            found.append(strict)
        return max(
            (weight(self.slots, one, self._fit) for one in found if self._likely(one)),
            default=None,
        )

    def _likely(self, reading: Reading) -> bool:
        """Return whether what is needed gets no word that does not look so."""
        return not any(
            self._fit(slot, place) is Fit.UNLIKE
            for slot in self.slots
            if slot.needed and not slot.option
            for place in reading.get(slot.name, ())
        )

    def _stands(self, strict: Reading) -> bool:
        """Return whether words stand as they are declared, and none is surely something else."""
        if not self._suits(strict) or self._missing(strict):
            return False
        meant = [slot for slot in self.slots if slot.option and slot.meant]
        if any(
            self._fit(slot, place) <= Fit.OPEN
            and any(self._fit(one, place) is Fit.SURE for one in meant)
            for slot in self.slots
            for place in strict.get(slot.name, ())
        ):
            return False
        names = [
            one for one in self.slots if not one.option and not one.text and one.name in strict
        ]
        unsure = [
            (slot, place)
            for slot in names
            for place in strict[slot.name]
            if self._fit(slot, place) <= Fit.OPEN
        ]
        return not any(
            self._fit(other, place) is Fit.SURE
            for slot, place in unsure
            for other in names
            if other is not slot
        ) and not any(
            self._fit(slot, place) is Fit.SURE
            for slot, _place in unsure
            for place in range(len(self.words))
        )

    def _like_a_text(self, reading: Reading) -> bool:
        """Return whether what went to texts is one, and not a number with a slip in it."""
        places = (place for slot in self.slots if slot.text for place in reading.get(slot.name, ()))
        return not any(re.fullmatch(r"[!-~]*\d[!-~]*", self.words[place]) for place in places)

    def _fit(self, slot: Slot, place: int) -> Fit:
        known = self._fits.get((slot.name, place))
        if known is None:
            known = self._fits[slot.name, place] = self._how(slot, self.words[place])
        return known

    def _how(self, slot: Slot, word: str) -> Fit:
        param = self.params[slot.name]
        if slot.flag:
            names = [one.lstrip("-") for one in (*param.opts, *param.secondary_opts)]
            return Fit.SURE if word in names else Fit.NO
        if not word.strip():  # it clears
            return Fit.SURE if param.type.cleared is not UNSET else Fit.OPEN
        how = fit(param.type.kind, word, self._record)
        others = self._compared or slot.name in self._going_on
        if how is Fit.MAYBE and others and self._is_of_nothing(slot, word):
            return Fit.OPEN
        if slot.option and slot.text and is_time(word):
            return Fit.NO
        return how

    def _is_of_nothing(self, slot: Slot, word: str) -> bool:
        """Return whether what may be the number of a record is that of none."""
        kind = self.params[slot.name].type.kind.name
        if word.isdecimal():
            return not self._record.numbered(kind, word)
        return slot.name in self._going_on

    def name_last(self, reading: Reading) -> None:
        """Put its number for what stands for the record that was named last.

        Raises:
            UsageError: none was named yet.
        """
        for name, places in reading.items():
            kind = getattr(self.params[name].type, "kind", None)
            for place in places:
                if kind is not None and kind.name in NUMBERED and self.words[place] in IT:
                    self.words[place] = _last(self._record, kind.name, self.words[place])

    def taken(self, reading: Reading) -> dict[str, Any]:
        """Return what the parameters are given, as the parser of the command line hands it on."""
        given: dict[str, Any] = {}
        for slot in self.slots:
            name, places = slot.name, reading.get(slot.name, ())
            param = self.params[name]
            words = [self.words[place] for place in places]
            if not words:
                continue
            if slot.flag:
                given[name] = self.words[places[0]] not in (
                    one.lstrip("-") for one in param.secondary_opts
                )
            elif param.nargs == -1 or getattr(param, "multiple", False):
                given[name] = words
            else:
                given[name] = " ".join(words)
        return given

    def line(self, reading: Reading) -> str:
        """Return the command with its words in order, as it may be typed."""
        said = [spoken_path(self.ctx)]
        for slot in self.slots:
            words = [self.words[place] for place in reading.get(slot.name, ())]
            param = self.params[slot.name]
            if words and slot.flag:
                said.append(name_of(param))
            elif words and slot.option:
                said += [f"{name_of(param)} {quoted(' '.join(words))}"]
            elif slot.name in self._going_on and not words:
                said.append(str(self._record.going_on(param.type.kind.name)))
            elif slot.many:
                said += map(quoted, words)
            elif words:
                said.append(quoted(" ".join(words)))
        return " ".join(said)

    def understood(self, reading: Reading) -> Understood:
        """Return how the line was read, to be said."""
        types = [self.params[name].type for name in reading]
        kinds = [one.kind for one in types if isinstance(one, TypedWord)]
        weighty = (
            bool({self.ctx.info_name, self.ctx.parent.info_name} & TAKING_AWAY)
            or any(kind.name in ("money", "count or people") for kind in kinds)
            or any(kind.words is not None and kind.words.whole for kind in kinds)
        )
        return Understood(self.line(reading), weighty and not self.ctx.command.shows)


def _takes_words(param: Any, opts: Mapping[str, Any]) -> bool:
    """Return whether a word without a name may be for a parameter."""
    if param.param_type_name == "argument":
        return isinstance(param.type, TypedWord)
    given = opts.get(param.name) not in (None, (), [])
    return not given and (isinstance(param.type, TypedWord) or bool(param.is_flag))


def _as_given(param: Any, value: Any) -> list[str]:
    if value is None:
        return []
    return list(value) if param.nargs == -1 else [value]


def _slot(param: Any) -> Slot:
    kind = param.type.kind if isinstance(param.type, TypedWord) else None
    option = param.param_type_name == "option"
    asked = getattr(param.type, "asked", None)
    always = asked is not None and asked.always
    return Slot(
        param.name,
        option=option,
        needed=always or (not option and getattr(param, "needed", False)),
        many=param.nargs == -1,
        text=kind is not None and kind.name == "text",
        flag=option and param.is_flag,
        meant=option and (always or getattr(param.type, "free", False)),
        set="counts" if kind is not None and kind.name == "count or people" else "",
    )


def _given(reading: Reading) -> dict[str, Sequence[int]]:
    return {name: list(places) for name, places in reading.items() if places}


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


def read_freely(ctx: Any, opts: dict[str, Any], rest: list[str], call: Call) -> list[str]:
    """Give the words of a line to the parameters they are for, where they do not stand in order.

    Args:
        ctx: the context of the command.
        opts: what the line gives by parameter; it is put right.
        rest: words beyond those that are declared.
        call: the surroundings.

    Returns:
        The words that are for nothing.

    Raises:
        UsageError: two readings are as good, or no record was named yet.
    """
    with OnRecord(call) as record:
        line = FreeLine(ctx, opts, rest, record)
        reading = line.reading(call)
        if reading is not None:
            line.name_last(reading)
            for param in line.params.values():
                if param.param_type_name == "argument":
                    opts[param.name] = None
            opts |= line.taken(reading)
            rest = []
            ctx.meta[UNDERSTOOD] = line.understood(reading)
        for param in line.params.values():
            if param.param_type_name == "argument":
                _meant(ctx, param, opts, record)
    return rest


def _meant(ctx: Any, param: Any, opts: dict[str, Any], record: OnRecord) -> None:
    """Put the record that is meant for what stands for it, or where only one can be.

    Raises:
        UsageError: none was named yet.
    """
    kind, said = param.type.kind.name, opts.get(param.name)
    if said is None and _slot(param).needed:
        opts[param.name] = record.going_on(kind)
    elif isinstance(said, str) and kind in NUMBERED and (each := several(said)):
        numbers = [_last(record, kind, one) if one in IT else one for one in each]
        opts[param.name] = numbers[0]
        if len(numbers) > 1:
            ctx.meta[SEVERAL] = param.name, numbers


def records_named(ctx: Any) -> dict[str, str]:
    """Return the numbers that a command was given, by the record, the last of several."""
    typed: Mapping[str, Sequence[str]] = ctx.meta.get(TYPED, {})
    return {
        NUMBERED[param.type.kind.name]: several(typed[param.name][-1])[-1]
        for param in ctx.command.params
        if param.name in typed and param.type.kind.name in NUMBERED
    }


def _last(record: OnRecord, kind: str, said: str) -> str:
    last = record.named_last(NUMBERED[kind])
    if last is None:
        raise UsageError(
            _("“{text}” stands for what was named last, and nothing was.").format(text=said),
            hint=_("Write its number."),
        )
    return last
