"""Consent is bound to an amount: only who pays more than a paper named is asked again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jinlin.elevator.rules.version_effects import NewAmount, Told, door_changes, to_see_again

FEN = st.integers(0, 10**7)
TOLD = st.builds(Told, *(st.none() | FEN for _paper in range(3)))


@given(st.lists(st.tuples(FEN, st.none() | FEN, TOLD), max_size=8))
def test_who_is_asked_again(doors: list[tuple[int, int | None, Told]]) -> None:
    now = [
        NewAmount(household_id=place + 1, label=f"3-1-{place}", floor=1, amount=amount)
        for place, (amount, _before, _told) in enumerate(doors)
    ]
    before = {f"3-1-{n}": fen for n, (_now, fen, _told) in enumerate(doors) if fen is not None}
    told = {n + 1: said for n, (_now, _before, said) in enumerate(doors)}
    changes = door_changes(now, before=before, told=told)
    assert [change.now for change in changes] == [amount for amount, _before, _told in doors]
    for change, (amount, earlier, said) in zip(changes, doors, strict=True):
        assert set(change.again) == {p for p, fen in said.papers.items() if fen < amount}
        assert change.pays_more == (earlier is not None and amount > earlier)
    assert to_see_again(changes) == [change for change in changes if change.again]
