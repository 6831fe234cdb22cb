"""How the words of a command are read: in any order, without what goes on (a forgiving line)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from jinlin.cli.line.free_words import NAMED, Reading, Slot, readings, strict_reading, weight
from jinlin.cli.line.given_words import GivenWords
from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.shapes import IT, Fit, fit, is_time, looks_back, reads
from jinlin.core.days.time_of_day import is_slip_of_a_time
from jinlin.core.text import listed
from jinlin.output.command.kind import UNSET, TypedWord

_LIKE_MONEY: Final = re.compile(r"[¥￥]?\d[\d,，.]*(?:[万千百亿][一-鿿]{0,2}|元.?)?")
_BARE_DAY: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}")
"""A day that looks like other numbers too."""
_NAMES: Final = frozenset({"partner", "person", "team", "group", "room"})
"""The kinds of names of which nobody guesses another word."""


class FreeLine:
    """The words of a line that stand without an option, and what they may be for.

    Attributes:
        params: what a word without a name may be for, by the name of the parameter.
        words: the words; those that belong together are one.
        slots: the same parameters, as words are given to them.
        going_on: the names of those that are not needed, since only one such record goes on.
        named: the options whose names stand without dashes, with their words: `付给 甲公司`.

    Args:
        ctx: the context of the command.
        opts: what the line gives by name, and its words as they stand, by parameter.
        rest: words beyond those that are declared.
        record: what only the database knows.
    """

    def __init__(
        self, ctx: Any, opts: Mapping[str, Any], rest: Sequence[str], record: OnRecord
    ) -> None:
        self.ctx, self._opts, self._record = ctx, opts, record
        self._given = GivenWords(ctx, opts, rest, record)
        self.params, self.words = self._given.params, self._given.words
        self.slots, self.named = self._given.slots, self._given.named
        self.going_on: set[str] = set()
        self._fits: dict[tuple[str, int], Fit] = {}
        self._compared = False
        self._text: int | None = None

    def readings(self, *, told: bool) -> Sequence[Reading]:
        """Return how the words are read where they do not stand as declared; none where they do.

        Where several are as good, which of them is meant is to be asked.

        Args:
            told: whatever is missing can be asked for.
        """
        if (without := self._without_first()) is not None:
            return [without]
        strict = strict_reading(self.slots, len(self.words))
        if strict is not None and self._stands(strict):
            return [strict] if self._given.joined or self._says_it(strict) else []
        return [] if self._says_no_action() else self._in_any_order(strict, told=told)

    def _in_any_order(self, strict: Reading | None, *, told: bool) -> Sequence[Reading]:
        self._leave_out_what_goes_on()
        best = self._best()
        if not best or (strict is not None and dict(best[0]) == _given(strict)):
            return []
        if len(best) > 1:
            return best
        if strict is not None and self._suits(strict):
            if self._no_better(best[0], strict):
                return []
            told = True
        missing = [slot for slot in self._missing(best[0]) if not slot.option]
        told = told or self._given.again or (bool(missing) and all(map(self._may_go_on, missing)))
        strictly = strict is not None and self._suits(strict)
        likely = self._likely(best[0], named=not (missing or strictly))
        meant = (told or not missing) and likely and self._like_a_text(best[0])
        return best if meant else []

    def _best(self) -> list[Reading]:
        """Return the best readings; a text that is needed has a word before what needs none has."""
        best = readings(self.slots, len(self.words), self._fit)
        lacking = [slot for slot in self.slots if slot.text and slot.needed and not slot.option]
        if not best or not lacking or any(lacking[0].name in reading for reading in best):
            return best
        asked = {slot.name for slot in self.slots if not slot.option or slot.needed}
        taken = {place for name in asked for place in best[0].get(name, ())}
        self._text = next((one for one in range(len(self.words)) if one not in taken), None)
        self._fits.clear()
        return readings(self.slots, len(self.words), self._fit) or best

    def skips_first(self, reading: Reading) -> bool:
        """Return whether words stand as declared, but for the first, which was left away."""
        return not self._given.joined and reading == self._without_first()

    def _without_first(self) -> Reading | None:
        """Return the reading in which the first word was left away; None where it cannot be."""
        skipped = [slot for slot in self.slots[:1] if slot.skipped]
        if not (skipped and self.words) or self._fit(skipped[0], 0) is Fit.SURE:
            return None
        read = strict_reading(self.slots[1:], len(self.words))
        return read if read is not None and self._stands(read) else None

    def _says_it(self, reading: Reading) -> bool:
        """Return whether a word stands for what was named last; which that is, is said then."""
        return any(
            self.words[place] in IT and self._fit(slot, place) is Fit.SURE and not slot.text
            for slot in self.slots
            for place in reading.get(slot.name, ())
        )

    def _no_better(self, reading: Reading, strict: Reading) -> bool:
        """Return whether a reading is no reason to leave that in which words stand as declared."""
        missing, needed = self._missing(reading), self._missing(strict)
        if len(missing) != len(needed):
            return len(missing) > len(needed)
        if sum(slot.option for slot in missing) < sum(slot.option for slot in needed):
            return True
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
            if slot.needed and self._given.goes_on(slot):
                self.slots[number] = slot._replace(needed=False)
                self.going_on.add(slot.name)
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
            if slot.needed and not reading.get(slot.name) and not self._given.goes_on(slot)
        ]

    def _may_go_on(self, slot: Slot) -> bool:
        """Return whether a word names what mostly goes on, such as a meeting."""
        return self._record.may_go_on(self.params[slot.name].type.name)

    def _suits(self, reading: Reading) -> bool:
        return all(
            self._fit(slot, place) is not Fit.NO
            for slot in self.slots
            for place in reading.get(slot.name, ())
        )

    def weight(self) -> int | None:
        """Return how well the words suit the command; None where they do not."""
        if not self._given_suit():
            return None
        self._compared = True
        self._leave_out_what_goes_on()
        strict = strict_reading(self.slots, len(self.words))
        found = [] if self._says_no_action() else readings(self.slots, len(self.words), self._fit)
        if strict is not None and self._suits(strict):
            found.append(strict)
        return max(
            (
                weight(self.slots, one, self._fit) + NAMED * len(self.named)
                for one in found
                if self._likely(one) and self._like_a_text(one)
            ),
            default=None,
        )

    def _given_suit(self) -> bool:
        """Return whether what is given by name can be what the command takes."""
        return all(
            reads(param.type.kind, self._opts[param.name])
            for param in self.ctx.command.params
            if isinstance(param.type, TypedWord) and param.param_type_name == "option"
            if isinstance(self._opts.get(param.name), str)
        )

    def _likely(self, reading: Reading, *, named: bool = False) -> bool:
        """Return whether what is needed gets no word that does not look so.

        Args:
            reading: the reading.
            named: a name that nobody knows may be meant as well; the command refuses it then.
        """
        return not any(
            self._fit(slot, place) is Fit.UNLIKE
            for slot in self.slots
            if slot.needed and not slot.option
            if not (named and self.params[slot.name].type.name in _NAMES)
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
        """Return whether what went to texts is one, and not a number with a slip in it.

        Nor is `25:00` what something is called.
        """
        if any(
            is_slip_of_a_time(self.words[place])
            for slot in self.slots
            if self.params[slot.name].type.name == "name"
            for place in reading.get(slot.name, ())
        ):
            return False
        texts = [
            [self.words[place] for place in reading.get(slot.name, ())]
            for slot in self.slots
            if slot.text
        ]
        return not any(
            re.fullmatch(r"[!-~]*\d[!-~]*", word) and not (word.isdecimal() and before)
            for words in texts
            for before, word in enumerate(words)
        )

    def _fit(self, slot: Slot, place: int) -> Fit:
        known = self._fits.get((slot.name, place))
        if place == self._text:
            return Fit.OPEN if slot.text and slot.needed else Fit.NO
        if known is None:
            word = self.words[place]
            known = (
                self._how(slot, word) if word not in self._given.people else self._as_people(slot)
            )
            if known is Fit.MAYBE and self._is_a_day(slot, place):
                known = Fit.NO if self._lies_elsewhere(slot, place) else Fit.SURE
            self._fits[slot.name, place] = known
        return known

    def _as_people(self, slot: Slot) -> Fit:
        return Fit.SURE if self.params[slot.name].type.name == "person" else Fit.NO

    def _is_a_day(self, slot: Slot, place: int) -> bool:
        """Return whether `11-02` is a day here: what else it may be, another word surely is."""
        if not self._takes_day(slot) or _BARE_DAY.fullmatch(self.words[place]) is None:
            return False
        others = [one for one in self.slots if not (self._takes_day(one) or one.flag)]
        elsewhere = [one for one in range(len(self.words)) if one != place]
        return all(
            self._fit(one, place) <= Fit.OPEN
            or any(self._fit(one, other) is Fit.SURE for other in elsewhere)
            for one in others
        )

    def _lies_elsewhere(self, slot: Slot, place: int) -> bool:
        """Return whether a day without its year is to come, or past, and another slot is for it."""
        ahead = self._record.is_ahead(self.words[place])
        days = [one for one in self.slots if self._takes_day(one)]
        return self._looks_back(slot) is ahead and any(
            self._looks_back(one) is not ahead for one in days
        )

    def _looks_back(self, slot: Slot) -> bool:
        return looks_back(self.params[slot.name].type.kind)

    def _takes_day(self, slot: Slot) -> bool:
        return self.params[slot.name].type.name in ("day", "moment")

    def _how(self, slot: Slot, word: str) -> Fit:
        param = self.params[slot.name]
        if slot.flag:
            names = [one.lstrip("-") for one in (*param.opts, *param.secondary_opts)]
            return Fit.SURE if word in names else Fit.NO
        if not word.strip():  # it clears
            return Fit.SURE if param.type.cleared is not UNSET else Fit.OPEN
        each = listed(word) if slot.option and param.multiple else [word]
        alone = slot.option and not (slot.meant or slot.set)
        fits = (fit(param.type.kind, one, self._record, sure_only=alone) for one in each)
        how = min(fits, default=Fit.NO)
        if slot.set and self._given.counted and how is not Fit.SURE:
            return Fit.NO
        if self._given.visited and param.type.kind.name == "person":  # ours went
            how = Fit.OPEN if self._record.holds("visitor", word) else how
        others = self._compared or slot.name in self.going_on
        if how is Fit.MAYBE and others and self._is_of_nothing(slot, word):
            return Fit.OPEN
        if slot.option and slot.text and (is_time(word) or self._is_slip_of_money(word)):
            return Fit.NO
        return how

    def _is_slip_of_money(self, word: str) -> bool:
        """Return whether a word is a sum, or one with a slip in it, where money is taken."""
        kinds = [self.params[slot.name].type.kind.name for slot in self.slots if not slot.flag]
        return "money" in kinds and _LIKE_MONEY.fullmatch(word) is not None

    def _is_of_nothing(self, slot: Slot, word: str) -> bool:
        """Return whether what may be the number of a record is that of none."""
        kind = self.params[slot.name].type.kind.name
        if word.isdecimal():
            return not self._record.numbered(kind, word)
        return slot.name in self.going_on

    def taken(self, reading: Reading) -> dict[str, Any]:
        """Return what the parameters are given, as the parser of the command line hands it on."""
        given: dict[str, Any] = {
            param.name: [word] if param.multiple else word for param, word in self.named
        }
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


def _given(reading: Reading) -> dict[str, Sequence[int]]:
    return {name: list(places) for name, places in reading.items() if places}
