"""What the cells of a roster say of a Party life: status, membership, reporting in, absence."""

from __future__ import annotations

from typing import Any, Final

from jinlin.core.clock import Clock
from jinlin.core.errors import JinlinError
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row
from jinlin.exchange.table.value_words import value_meaning
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.party_days import parse_party_day

_YES: Final = frozenset({"是", "已报到", "报到", "√", "✓", "有", "yes"})


_HERE: Final = frozenset({"是", "√", "✓", "已转入", "yes"})


_NOWHERE: Final = "无"


_ASK: Final = "ask"
"""What `党员` alone means: full or probationary, it does not say."""


_NO: Final = frozenset({"否", "未报到", "×", "未转入", "no", "不是", "没有"})


def party_state(row: Row) -> dict[str, Any]:
    """Read the Party status; `党员` alone does not say which, `群众` says none.

    Rosters have 政治面貌, which says `中共党员`, beside a column that says which of the two; where
    none does, the day she became a full member says it.
    """
    found = _party_state_in(row.text("party_state"))
    if not found:
        sure = next((m for m in _meanings(row) if m in {"full", "probationary"}), None)
        if sure is None and calls_her_a_member(row) and row.text("full_on"):
            sure = PartyState.FULL
        if sure is not None:
            return {"party_state": PartyState(sure)}
    return found


def _meanings(row: Row) -> list[str | None]:
    """Return what every column of the Party status means."""
    return [value_meaning("party_state", said) for _header, said in row.texts("party_state")]


def calls_her_a_member(row: Row) -> bool:
    """Return whether a roster calls her a Party member without saying full or probationary."""
    return _ASK in _meanings(row)


def _party_state_in(said: str) -> dict[str, Any]:
    """Read one cell of a Party status."""
    if not said:
        return {}
    meaning = value_meaning("party_state", said)
    if meaning in {"full", "probationary"}:
        return {"party_state": PartyState(meaning)}
    if meaning == _ASK:
        return {}
    try:
        return {"party_state": PartyState.read(said)}
    except JinlinError:
        if meaning == "other":
            return {"affiliation": Affiliation.NONE}
        raise


def reported(row: Row, clock: Clock) -> dict[str, Any]:
    """Read the day of reporting in, for which some rosters write only yes or no."""
    said = row.text("reported_on")
    if not said or compact(said) in _NO:
        return {}
    if compact(said) in _YES:
        return {"affiliation": Affiliation.REPORT_IN}
    return {"affiliation": Affiliation.REPORT_IN, "reported_on": parse_party_day(said, clock)}


def affiliation(row: Row, complex_name: str) -> dict[str, Any] | None:
    """Read where membership is held: our words, yes or no, or the name of a branch.

    `无` says something here, and is not the empty cell it is elsewhere.

    Returns:
        What it says; None when membership is held elsewhere, which is no reporting in.
    """
    column = row.headers.columns.get("affiliation")
    if column is not None and row.cells[column : column + 1] == [_NOWHERE]:
        return {"affiliation": Affiliation.NONE}
    said = row.text("affiliation")
    if not said:
        return {}
    if compact(said) in _HERE or compact(complex_name) in compact(said):
        return {"affiliation": Affiliation.HERE}
    try:
        return {"affiliation": Affiliation.read(said)}
    except JinlinError:  # another branch's name, or no
        return None


def standing(row: Row) -> dict[str, Any]:
    """Read whether she takes part; a column `流动党员` says yes, no, or where she has gone."""
    said = row.text("standing")
    if said:
        return {"standing": MemberStanding.read(said)}
    away = row.text("migrant")
    if not away or compact(away) in _NO:
        return {}
    return {"standing": MemberStanding.MIGRANT}
