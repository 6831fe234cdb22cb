"""What a user can do with the branch and its members."""

from __future__ import annotations

from jinlin.person.actions import add_person
from jinlin.store.command import Tx


def found_branch(tx: Tx, *, name: str, superior: str | None, secretary: str | None) -> None:
    """Record the branch when the database is made, and who its secretary is.

    Args:
        tx: the transaction.
        name: the branch's full name.
        superior: the community's Party organisation.
        secretary: the secretary's name; it also signs the history where no other user is named.
    """
    from jinlin.member.tables import Branch, Member, Post

    tx.session.add(Branch(name=name, type="regular", superior=superior))
    if secretary is None:
        return
    person = add_person(tx, secretary)
    assert person.id is not None
    tx.session.add(Member(person_id=person.id, party_state="full", affiliation="here"))
    tx.session.add(Post(person_id=person.id, body="branch", title="书记"))
    tx.session.flush()
    tx.insert("setting", key="secretary", value=secretary)
