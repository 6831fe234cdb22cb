"""Recording who owns a home, and that it was sold: an owner before stays in the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from jinlin.complex.household.door import Door
from jinlin.complex.household.newcomers import Meant, person_for
from jinlin.complex.household.owners import (
    NamedOwner,
    OwnerRow,
    has_another_phone,
    meant_owners,
    other_phone,
    owner_called,
    owners,
)
from jinlin.complex.rules.shares import kept_share, share_text, total
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.person.people.queries import PersonRow, namesakes
from jinlin.store.transaction.tx import Reader, Tx


def set_owners(
    tx: Tx, door: Door, named: Sequence[NamedOwner], *, since: date | None, namesake: bool
) -> list[Meant]:
    """Record owners of a household, or correct the share of those who are recorded.

    Returns:
        Who they are.

    Raises:
        NotFoundError: several people are called so.
        RuleError: the shares exceed the whole, or nothing would change.
    """
    meant = _take(tx, door, named, since=since, namesake=namesake)
    if not tx.changed:
        raise RuleError(
            _("{home} is recorded like that already.").format(home=door.label),
            hint=_("See: jinlin household show {home}").format(home=door.label),
        )
    _describe(tx, door, N_("Changed the owners of {home}"), N_("change the owners of {home} back"))
    return meant


def add_owners(tx: Tx, door: Door, named: Sequence[NamedOwner], *, namesake: bool) -> list[Meant]:
    """Record the first owners of a household that is being recorded itself.

    Raises:
        NotFoundError: several people are called so.
        RuleError: the shares exceed the whole.
    """
    return _take(tx, door, named, since=None, namesake=namesake)


def remove_owner(tx: Tx, door: Door, text: str) -> PersonRow:
    """Take away somebody who was recorded as an owner by mistake.

    Raises:
        NotFoundError: no owner of this household is meant.
    """
    [owner] = meant_owners(tx, door, text)
    tx.update("ownership", owner.id, removed_at=tx.clock.stamp)
    if door.authority is None:
        _check_representative(tx, door)
    _describe(tx, door, N_("Changed the owners of {home}"), N_("change the owners of {home} back"))
    return owner.person


def sell(
    tx: Tx,
    door: Door,
    buyers: Sequence[NamedOwner],
    *,
    seller: str | None,
    on: date,
    namesake: bool,
) -> list[Meant]:
    """Record that a household, or the share of one owner, has gone to others.

    Who sold stays in the register as having owned it. One buyer takes over the share that was
    sold; several say theirs.

    Args:
        tx: the transaction.
        door: the household.
        buyers: who owns it now; a co-owner's share grows.
        seller: the one owner who sold; None when all did.
        on: the day of the transfer.
        namesake: the buyers are not the people of that name who are known already.

    Raises:
        NotFoundError: no owner is meant by `seller`, or several people by a buyer.
        RuleError: nobody is recorded to have owned it, a buyer is a seller, the day lies ahead.
    """
    if on > tx.clock.today:
        raise RuleError(
            _("{day} has not come yet.").format(day=on),
            hint=_("Record the transfer when it has been registered."),
        )
    sold = meant_owners(tx, door, seller)
    for owner in sold:
        if owner.since and owner.since > on.isoformat():
            raise RuleError(
                _("{person} has owned {home} only since {day}.").format(
                    person=owner.person.masked, home=door.label, day=owner.since
                ),
                hint=_("Check the day: --date"),
            )
        tx.update("ownership", owner.id, removed_at=tx.clock.stamp, until=on.isoformat())
    if len(buyers) == 1 and buyers[0].share is None:
        buyers = [_taking_over(tx, door, buyers[0], sold)]
    meant = _take(tx, door, buyers, since=on, namesake=namesake)
    if {m.person.id for m in meant} & {owner.person.id for owner in sold}:
        raise RuleError(
            _("The buyer owns {home} already.").format(home=door.label),
            hint=_("Somebody else of that name: --namesake. One of several sells: --from NAME"),
        )
    _check_representative(tx, door)
    _describe(
        tx, door, N_("Recorded new owners of {home}"), N_("give {home} back to its owners before")
    )
    return meant


def _take(
    tx: Tx, door: Door, named: Sequence[NamedOwner], *, since: date | None, namesake: bool
) -> list[Meant]:
    """Record each as an owner, or bring her share up to date."""
    meant: list[Meant] = []
    for said in named:
        found = _found(tx, door, said, meant, namesake=namesake or said.namesake)
        share = share_text(said.share) if said.share is not None else None
        owned = [row for row in owners(tx, door.id) if row.person.id == found.person.id]
        if not owned:
            tx.insert(
                "ownership",
                household_id=door.id,
                person_id=found.person.id,
                share=share,
                since=since.isoformat() if since else None,
            )
        elif share is not None and kept_share(owned[0].share) != said.share:
            tx.update("ownership", owned[0].id, share=share)
        meant.append(found)
    total(row.share for row in owners(tx, door.id))
    return meant


def _found(
    tx: Tx, door: Door, said: NamedOwner, before: Sequence[Meant], *, namesake: bool
) -> Meant:
    """Return who an owner is; two of one name in one command are two people.

    Args:
        tx: the transaction.
        door: the household.
        said: the owner as she was named.
        before: whom the command has named before her.
        namesake: she is another person than anybody known of that name.

    Raises:
        RuleError: an owner of that name is kept with another phone, or named twice without one.
    """
    here = owner_called(tx, door, said.who) if not namesake else None
    if here is None:
        if not namesake:
            _refuse_part(tx, door, said.who)
        return person_for(tx, said.who, phone=said.phone, namesake=namesake)
    person = here.person
    if person.id in {one.person.id for one in before}:
        if said.phone is None or said.phone == person.phone:
            raise RuleError(
                _("“{text}” is named twice.").format(text=said.who),
                hint=_("Two people of one name: give each her phone, or write --namesake."),
            )
        same = [p for p in namesakes(tx, person.name) if p.phone == said.phone]
        if len(same) == 1:
            return Meant(same[0], recognised=True)
        return person_for(tx, person.name, phone=said.phone, namesake=True)
    if has_another_phone(person, said):
        raise RuleError(
            other_phone(here, door),
            hint=_(
                "Somebody else of that name: --namesake. A new number of hers:"
                " jinlin member edit {number} --phone NUMBER"
            ).format(number=person.label),
        )
    if said.phone:
        tx.update("person", person.id, phone=said.phone)
    return Meant(person, recognised=False)


def _refuse_part(reader: Reader, door: Door, text: str) -> None:
    """Refuse a part of the name of somebody who owns the home: it would make a new owner.

    Raises:
        UsageError: it is such a part.
    """
    said = "".join(text.split())
    for row in owners(reader, door.id):
        if said and said != row.person.name and said in row.person.name:
            raise UsageError(
                _("“{text}” is only a part of the name of an owner of {home}.").format(
                    text=text, home=door.label
                ),
                hint=_("Write the whole name. Somebody else who is called so: --namesake"),
            )


def _taking_over(tx: Tx, door: Door, buyer: NamedOwner, sold: Sequence[OwnerRow]) -> NamedOwner:
    """Return the one buyer with the share that was sold, and hers as a co-owner before."""
    shares = [kept_share(row.share) for row in sold]
    already = owner_called(tx, door, buyer.who)
    if already is not None:
        shares.append(kept_share(already.share))
    known = [share for share in shares if share is not None]
    if not known or len(known) < len(shares):
        return buyer
    return buyer._replace(share=sum(known, Fraction(0)))


def _check_representative(tx: Tx, door: Door) -> None:
    """Let nobody vote any more who does not own it now; an authority went with who gave it."""
    if door.representative_id is None:
        return
    if door.representative_id not in {row.person.id for row in owners(tx, door.id)}:
        tx.update("household", door.id, representative_id=None, representative_authority=None)


def _describe(tx: Tx, door: Door, did: str, reverse: str) -> None:
    said = {"home": door.label}
    tx.describe(Message(did, said), reverse=Message(reverse, said), subject=door.label)
