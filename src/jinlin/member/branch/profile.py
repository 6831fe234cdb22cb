"""What a user can do with the branch itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.sentences import enumerated
from jinlin.member.own_branch import BranchRow, branch
from jinlin.member.rules.branch import FIELD_LABELS, BranchType, end_of_term
from jinlin.person.people.actions import add_person
from jinlin.store.transaction.tx import Tx


class NewBranch(NamedTuple):
    """The branch as it is first recorded; days are ISO text.

    Attributes:
        name: its full name.
        short_name: what people call it.
        type: how it is put together.
        superior: the Party organisation above it.
        term_years: 3 or 5.
        term_from: when it was elected.
    """

    name: str
    short_name: str | None = None
    type: BranchType = BranchType.REGULAR
    superior: str | None = None
    term_years: int | None = None
    term_from: str | None = None


def found_branch(tx: Tx, new: NewBranch, *, secretary: str | None) -> None:
    """Record the branch when the database is made, and who its secretary is.

    Args:
        tx: the transaction.
        new: the branch.
        secretary: the secretary's name; it also signs the history where no other user is named.

    Raises:
        RuleError: a day of election without the length of the term.
    """
    _check_term(new.term_years, new.term_from)
    ends = _usual_end(new.term_years, new.term_from)
    tx.insert("branch", id=1, **new._asdict(), term_to=ends)
    if secretary is None:
        return
    person = add_person(tx, secretary)
    tx.insert("member", person_id=person.id, party_state="full", affiliation="here")
    tx.insert("post", person_id=person.id, body="branch", title="书记", started_on=new.term_from)
    tx.insert("setting", key="secretary", value=secretary)


def edit_branch(tx: Tx, changes: Mapping[str, str | int | None]) -> BranchRow:
    """Change what is kept of the branch; the end of the term follows its beginning and length.

    Args:
        tx: the transaction.
        changes: the new values by field; None clears one.

    Returns:
        The branch as it is now.

    Raises:
        RuleError: nothing would change, or the days contradict each other.
    """
    old = branch(tx)._asdict()
    values = dict(changes)
    if {"term_from", "term_years"} & values.keys() and "term_to" not in values:
        merged = {**old, **values}
        if merged["term_from"] and merged["term_years"]:
            values["term_to"] = _usual_end(merged["term_years"], merged["term_from"])
    changed = {field: value for field, value in values.items() if value != old[field]}
    if not changed:
        raise RuleError(
            _("The branch is recorded like that already."), hint=_("See: jinlin branch show")
        )
    merged = {**old, **changed}
    begun, ends = merged["term_from"], merged["term_to"]
    if begun and ends and ends <= begun:
        raise RuleError(
            _("A term since {begun} cannot end on {ends}.").format(begun=begun, ends=ends),
            hint=_("Compare --term-from and --term-to."),
        )
    tx.update("branch", 1, **changed)
    words: dict[str, Value] = {"fields": enumerated(FIELD_LABELS[field] for field in changed)}
    tx.describe(
        Message(N_("The branch was changed: {fields}"), words),
        reverse=Message(N_("set the branch back: {fields}"), words),
    )
    return branch(tx)


def _check_term(years: int | None, begun: str | None) -> None:
    if begun and years is None:
        raise RuleError(
            _("How long the term is was not said."), hint=_("Say --term 3 or --term 5.")
        )


def _usual_end(years: int | None, begun: str | None) -> str | None:
    if not years or not begun:
        return None
    return end_of_term(date.fromisoformat(begun), years).isoformat()
