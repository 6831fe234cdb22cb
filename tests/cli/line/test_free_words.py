"""Which word of a line is which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jinlin.cli.line.free_words import Slot, readings, strict_reading
from jinlin.cli.line.shapes import Fit

NUMBER, TEXT = Slot("number", needed=True), Slot("text", text=True)
DAY, OTHER_DAY = Slot("day", option=True), Slot("until", option=True)


def _fits(kinds: str) -> object:
    """Return how well words suit: `n` a number, `d` a day, `t` a text."""
    sure = {"n": "number", "d": ("day", "until"), "t": ""}

    def fits(slot: Slot, place: int) -> Fit:
        kind = kinds[place]
        if slot.name in sure[kind]:
            return Fit.SURE
        return Fit.OPEN if slot.text else Fit.NO

    return fits


def test_words_that_stand_as_declared_are_read_so() -> None:
    assert strict_reading([NUMBER, TEXT], 2) == {"number": [0], "text": [1]}
    assert strict_reading([NUMBER, TEXT], 3) is None


@given(st.permutations(["n", "t", "d"]))
def test_any_order_is_the_same_reading(kinds: list[str]) -> None:
    [read] = readings([NUMBER, TEXT, DAY], 3, _fits("".join(kinds)))  # type: ignore[arg-type]
    assert {name: [kinds[place] for place in places] for name, places in read.items()} == {
        "number": ["n"],
        "text": ["t"],
        "day": ["d"],
    }


def test_one_word_for_two_options_alike_has_two_readings() -> None:
    found = readings([NUMBER, DAY, OTHER_DAY], 2, _fits("nd"))  # type: ignore[arg-type]
    assert [sorted(read) for read in found] == [["day", "number"], ["number", "until"]]


def test_the_option_that_is_mostly_meant_wins() -> None:
    meant = OTHER_DAY._replace(meant=True)
    [read] = readings([NUMBER, DAY, meant], 2, _fits("nd"))  # type: ignore[arg-type]
    assert sorted(read) == ["number", "until"]


def test_several_words_of_a_text_are_one() -> None:
    [read] = readings([NUMBER, TEXT], 3, _fits("ntt"))  # type: ignore[arg-type]
    assert read == {"number": [0], "text": [1, 2]}


@given(st.text("ntd", min_size=1, max_size=5))
def test_every_word_of_a_reading_has_one_place(kinds: str) -> None:
    for read in readings([NUMBER, TEXT, DAY, OTHER_DAY], len(kinds), _fits(kinds)):  # type: ignore[arg-type]
        assert sorted(place for places in read.values() for place in places) == list(
            range(len(kinds))
        )
