"""`jinlin household owner`, `sell`, `representative` and `occupant`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from jinlin.complex.commands.household import options
from jinlin.complex.household import occupants, owners
from jinlin.complex.household.door import Door, find_household
from jinlin.complex.household.newcomers import Meant
from jinlin.complex.household.representative import appoint, dismiss
from jinlin.complex.rules.buildings import Role
from jinlin.complex.rules.shares import kept_share, total
from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.people.phone import parse_phone
from jinlin.core.text import clean
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing


def owner(
    ctx: typer.Context,
    home: options.Home = None,
    who: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("PERSON"), help=_("Who owns it; several one after another.")),
    ] = None,
    share: options.Shares = None,
    phone: options.Phones = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar=_("DATE"), help=_("Owner since."))
    ] = None,
    namesake: options.Namesake = False,
    remove: Annotated[
        bool, typer.Option("--remove", help=_("She was recorded by mistake; sold: use sell."))
    ] = False,
) -> None:
    call = called(ctx)
    said, names = _asked(call, home, who)
    named = options.named_owners(names, share, phone)
    meant: list[Meant] = []
    if call.environment.interactive and not (remove or namesake):
        named = _told_apart(call, said, named)
    with writing(call) as tx:
        door = find_household(tx, said)
        if remove:
            for name in names:
                owners.remove_owner(tx, door, name)
        else:
            day = parse_day(since, tx.clock) if since else None
            meant = owners.set_owners(tx, door, named, since=day, namesake=namesake)
        now = owners.owners(tx, door.id)
    _done(call, door, now)
    options.tell_known(call, meant)


def _told_apart(
    call: Call, home: str, named: Sequence[owners.NamedOwner]
) -> list[owners.NamedOwner]:
    """Ask whether an owner with another phone than is kept is another person of that name."""
    told = []
    with reading(call) as reader:
        door = find_household(reader, home)
        for one in named:
            kept = owners.kept_otherwise(reader, door, one)
            told.append((one, owners.other_phone(kept, door) if kept else ""))
    for _one, sentence in told:
        if sentence:
            confirm(call, _("{sentence} Another person of that name?").format(sentence=sentence))
    return [one._replace(namesake=bool(sentence)) for one, sentence in told]


def sell(
    ctx: typer.Context,
    home: options.Home = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar=_("PERSON"), help=_("Who owns it now; once for each.")),
    ] = None,
    seller: Annotated[
        str | None,
        typer.Option("--from", metavar=_("PERSON"), help=_("Only this owner sold; else all did.")),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar=_("DATE"), help=_("When; today if left."))
    ] = None,
    share: options.Shares = None,
    phone: options.Phones = None,
    namesake: options.Namesake = False,
) -> None:
    call = called(ctx)
    said, buyer = answers(
        call,
        [
            Question(option=_("HOUSEHOLD"), text=_("Which household"), given=home),
            Question(
                option="--to", text=_("The buyer, the new owner"), given=to[0] if to else None
            ),
        ],
    )
    named = options.named_owners([buyer, *(to or ())[1:]], share, phone)
    if call.environment.interactive:
        _agreed(call, said, seller, [owner.who for owner in named])
    with writing(call) as tx:
        door = find_household(tx, said)
        day = parse_day(date, tx.clock) if date else tx.clock.today
        meant = owners.sell(tx, door, named, seller=seller, on=day, namesake=namesake)
        now = owners.owners(tx, door.id)
        living = occupants.occupants(tx, door.id)
    _done(call, door, now)
    options.tell_known(call, meant)
    if living:
        call.tell(
            _("Still recorded to live there: {count}; see jinlin household show {home}").format(
                count=len(living), home=door.label
            ),
        )


def _agreed(call: Call, home: str, seller: str | None, buyers: Sequence[str]) -> None:
    """Show who sells to whom, and ask; the two are easily taken for one another."""
    with reading(call) as reader:
        door = find_household(reader, home)
        owning = [row.person.name for row in owners.owners(reader, door.id)]
    between = _(", ")
    confirm(
        call,
        _("{home}: {sellers} → {buyers} (seller → buyer).").format(
            home=door.label, sellers=seller or between.join(owning), buyers=between.join(buyers)
        ),
    )


def representative(
    ctx: typer.Context,
    home: options.Home = None,
    who: Annotated[
        str | None, typer.Argument(metavar=_("PERSON"), help=_("One of the owners."))
    ] = None,
    authority: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("The written authority, for who is no owner.")),
    ] = None,
    namesake: options.Namesake = False,
    remove: Annotated[bool, typer.Option("--remove", help=_("Nobody in particular."))] = False,
) -> None:
    call = called(ctx)
    if remove:
        with writing(call) as tx:
            door = find_household(tx, options.asked_home(call, home))
            dismiss(tx, door)
        done(
            call,
            _("{home} has no representative any more.").format(home=door.label),
            number=door.label,
            data={"household": door.label, "representative": None},
        )
        return
    said, names = _asked(call, home, [who] if who else None)
    letter = clean(authority) if authority is not None else None
    if letter == "":
        raise UsageError(
            _("The written authority is not named."),
            hint=_("Like: --authority '2026-03-01 委托书'"),
        )
    with writing(call) as tx:
        door = find_household(tx, said)
        person = appoint(tx, door, names[0], authority=letter, namesake=namesake)
    done(
        call,
        _("{home}: {person} votes for it.").format(
            home=door.label, person=f"{person.label} {person.name}"
        ),
        number=door.label,
        data={"household": door.label, "representative": person.label},
    )


def occupant(
    ctx: typer.Context,
    home: options.Home = None,
    who: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("PERSON"), help=_("Who lives there; several after another.")),
    ] = None,
    tenant: Annotated[
        bool | None, typer.Option("--tenant/--family", help=_("A tenant, or the owner's family."))
    ] = None,
    relation: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("To the owner, such as 儿子."))
    ] = None,
    phone: options.Phones = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar=_("DATE"), help=_("Lives there since."))
    ] = None,
    left: Annotated[
        str | None, typer.Option("--left", metavar=_("DATE"), help=_("She left on this day."))
    ] = None,
    namesake: options.Namesake = False,
    remove: Annotated[
        bool, typer.Option("--remove", help=_("She was recorded by mistake."))
    ] = False,
) -> None:
    call = called(ctx)
    if remove and left is not None:
        raise UsageError(
            _("She left, or was never there."), hint=_("Leave --left or --remove away.")
        )
    said, names = _asked(call, home, who)
    numbers = [parse_phone(number) for number in phone or ()]
    if numbers and len(numbers) != len(names):
        raise UsageError(
            _("There are {names} names and {count} times {option}.").format(
                names=len(names), count=len(numbers), option="--phone"
            ),
            hint=_("Give it once for each, in the order of the names."),
        )
    meant: list[Meant] = []
    with writing(call) as tx:
        door = find_household(tx, said)
        if left is not None or remove:
            for name in names:
                day = parse_day(left, tx.clock) if left else None
                occupants.end_occupancy(tx, door, name, left=day)
        else:
            new = [
                occupants.NewOccupant(
                    who=name,
                    role=None if tenant is None else Role.TENANT if tenant else Role.OCCUPANT,
                    relation=clean(relation) if relation else None,
                    phone=numbers[place] if numbers else None,
                    since=parse_day(since, tx.clock) if since else None,
                )
                for place, name in enumerate(names)
            ]
            meant = occupants.set_occupants(tx, door, new, namesake=namesake)
        living = occupants.occupants(tx, door.id)
    done(
        call,
        _("{home}: {count} recorded to live there.").format(home=door.label, count=len(living)),
        number=door.label,
        data={
            "household": door.label,
            "occupants": [{"number": o.person.label, "role": o.role} for o in living],
        },
    )
    options.tell_known(call, meant)


def _asked(call: Call, home: str | None, who: Sequence[str] | None) -> tuple[str, list[str]]:
    """Return the household and the people, asked for on a terminal."""
    said, name = answers(
        call,
        [
            Question(option=_("HOUSEHOLD"), text=_("Which household"), given=home),
            Question(option=_("PERSON"), text=_("Name"), given=who[0] if who else None),
        ],
    )
    return said, [name, *(who or ())[1:]]


def _done(call: Call, door: Door, now: Sequence[owners.OwnerRow]) -> None:
    """Say who owns a household now; its shares where they do not make up the whole."""
    said = [
        f"{row.person.label} {row.person.name}" + (f" {row.share}" if row.share else "")
        for row in now
    ]
    done(
        call,
        _("Owners of {home}: {owners}.").format(
            home=door.label, owners=_(", ").join(said) or _("none")
        ),
        number=door.label,
        data={
            "household": door.label,
            "owners": [{"number": row.person.label, "share": row.share} for row in now],
        },
    )
    known = total(row.share for row in now)
    if known is not None and known < 1:
        call.tell(_("The shares add up to {total}, not to the whole.").format(total=known))
    elif known is None and any(kept_share(row.share) for row in now):
        call.tell(_("The share of some owner is not known yet."))
