"""Which word of a line is which, whatever their order (assignment by shape)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.cli.line.shapes import Fit

_WORTH: Final = {Fit.SURE: 1000, Fit.MAYBE: 600, Fit.OPEN: 200, Fit.UNLIKE: -200}
"""What a word is worth where it suits so well."""
NAMED: Final = _WORTH[Fit.SURE]
"""What an option is worth whose name stands on the line."""
LIKELY: Final = _WORTH[Fit.MAYBE]
"""What a line is worth at least of which a word looks as it should."""
_JOINED: Final = 100
"""What a further word of a text is worth."""
_APART: Final = -150
"""What it costs when words of one text do not stand together."""
_MISSING: Final = -400
"""What it costs when a word that is needed is missing."""
_UNNAMED: Final = -50
"""What it costs when a word goes to an option that was not named."""
_MEANT: Final = 20
"""What it is worth when that option is the one mostly meant by such a word."""
_TURNED: Final = -3
"""What it costs when two words stand the other way round than they are declared."""
_TOGETHER: Final = 90
"""What it is worth when all of the counts that belong together are given."""
MOST: Final = 20_000
"""So many readings are looked at; a line that has more is read as it stands."""


class Slot(NamedTuple):
    """A word that a command takes.

    Attributes:
        name: how its function calls it.
        option: it is an option; otherwise a word without a name.
        needed: the command cannot do without it.
        many: it takes any number of words.
        text: it is a text, and several words make one.
        flag: it is an option without a word, and its own name stands for it.
        meant: of options alike it is the one that is meant where none is named.
        skipped: it is the first word, and may be left away although others follow.
        set: to which options it belongs that are only given all together; empty for none.
    """

    name: str
    option: bool = False
    needed: bool = False
    many: bool = False
    text: bool = False
    flag: bool = False
    meant: bool = False
    skipped: bool = False
    set: str = ""


Reading = Mapping[str, Sequence[int]]
"""By the name of a slot the places of its words on the line."""


def strict_reading(slots: Sequence[Slot], count: int) -> Reading | None:
    """Return the reading in which words stand as they are declared; None where they are too many.

    Args:
        slots: what the command takes; a word that may be repeated takes all but those after it.
        count: how many words there are.
    """
    words = [slot for slot in slots if not slot.option]
    after = next((len(words) - place - 1 for place, one in enumerate(words) if one.many), 0)
    read: dict[str, Sequence[int]] = {}
    left = list(range(count))
    for slot in words:
        taken = max(0, len(left) - after) if slot.many else min(1, len(left))
        read[slot.name] = left[:taken]
        left = left[taken:]
    return None if left else read


def readings(slots: Sequence[Slot], count: int, fits: Callable[[Slot, int], Fit]) -> list[Reading]:
    """Return the best readings of the words of a line; several where nothing tells them apart.

    Args:
        slots: what the command takes, in the order in which it declares them.
        count: how many words there are.
        fits: how well the word at a place suits a slot.
    """
    choices = [_choices(slots, place, fits, within=0 < place < count - 1) for place in range(count)]
    looked_at = 1
    for some in choices:
        looked_at *= len(some)
    if not 0 < looked_at <= MOST:
        return []
    best: list[Reading] = []
    most = None
    for chosen in _ways(choices, (), slots):
        if _tears(slots, chosen, fits):
            continue
        worth = _worth(slots, chosen, fits)
        if most is None or worth >= most:
            best = [*(best if worth == most else ()), _read(slots, chosen)]
            most = worth
    return best


def weight(slots: Sequence[Slot], reading: Reading, fits: Callable[[Slot, int], Fit]) -> int:
    """Return how good a reading is, to be compared with one of another command.

    Args:
        slots: what the command takes.
        reading: the reading.
        fits: how well the word at a place suits a slot.
    """
    where = {place: n for n, slot in enumerate(slots) for place in reading.get(slot.name, ())}
    return _worth(slots, [where[place] for place in sorted(where)], fits)


def _choices(
    slots: Sequence[Slot], place: int, fits: Callable[[Slot, int], Fit], *, within: bool
) -> Sequence[int]:
    """Return the slots a word may go to: those it suits surely before all others.

    A word `within` others may be part of a text all the same.
    """
    found = [(fits(slot, place), number) for number, slot in enumerate(slots)]
    taken = [
        (how, number)
        for how, number in found
        if how >= (Fit.UNLIKE if not slots[number].option or slots[number].meant else Fit.SURE)
    ]
    if any(how is Fit.SURE for how, _number in taken):
        taken = [
            (how, number)
            for how, number in taken
            if how is Fit.SURE or (within and slots[number].text)
        ]
    return [number for _how, number in taken]


def _ways(
    choices: Sequence[Sequence[int]], chosen: tuple[int, ...], slots: Sequence[Slot]
) -> Iterator[tuple[int, ...]]:
    if len(chosen) == len(choices):
        yield chosen
        return
    for number in choices[len(chosen)]:
        if number not in chosen or slots[number].many or slots[number].text:
            yield from _ways(choices, (*chosen, number), slots)


def _worth(slots: Sequence[Slot], chosen: Sequence[int], fits: Callable[[Slot, int], Fit]) -> int:
    worth = 0
    for place, number in enumerate(chosen):
        slot, before = slots[number], chosen[:place]
        if number in before and not slot.many:
            worth += _JOINED + (_APART if before[-1] != number else 0)
            continue
        worth += _WORTH[fits(slot, place)]
        if slot.option:
            worth += _UNNAMED + (_MEANT if slot.meant else 0)
    worth += sum(_TURNED for at, one in enumerate(chosen) for other in chosen[:at] if other > one)
    worth += sum(
        _MISSING for number, slot in enumerate(slots) if slot.needed and number not in chosen
    )
    sets = {slot.set for slot in slots if slot.set}
    for name in sets:
        given = [number in chosen for number, slot in enumerate(slots) if slot.set == name]
        worth += _TOGETHER * len(given) if all(given) else 0
    return worth


def _tears(slots: Sequence[Slot], chosen: Sequence[int], fits: Callable[[Slot, int], Fit]) -> bool:
    """Return whether a word is taken out of a text for an option, or put into none as its part."""
    torn = False
    for place, number in enumerate(chosen):
        if slots[number].text:
            if _is_sure(slots, place, fits) and not _inside(chosen, place):
                return True
            if number in chosen[:place] and number != (last := chosen[place - 1]):
                torn = torn or slots[last].option
    return torn


def _inside(chosen: Sequence[int], place: int) -> bool:
    """Return whether a word stands between two of the same slot."""
    return 0 < place < len(chosen) - 1 and chosen[place - 1] == chosen[place] == chosen[place + 1]


def _is_sure(slots: Sequence[Slot], place: int, fits: Callable[[Slot, int], Fit]) -> bool:
    return any(fits(slot, place) is Fit.SURE for slot in slots)


def _read(slots: Sequence[Slot], chosen: Sequence[int]) -> Reading:
    read: dict[str, list[int]] = {}
    for place, number in enumerate(chosen):
        read.setdefault(slots[number].name, []).append(place)
    return read
