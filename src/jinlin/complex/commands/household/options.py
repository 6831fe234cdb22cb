"""What the commands of `jinlin household` share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeAlias

import typer

from jinlin.complex.household.newcomers import Meant
from jinlin.complex.household.owners import NamedOwner
from jinlin.complex.rules.shares import parse_share
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.people.phone import parse_phone
from jinlin.output.asking import Question, answers

Home: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar=_("HOUSEHOLD"), help=_("Such as 3-1-502, 3-502 or 3号楼1单元502室.")),
]
Shares: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--share", metavar="1/2", help=_("Her share; once for all, or one an owner.")),
]
Phones: TypeAlias = Annotated[
    list[str] | None, typer.Option("--phone", metavar=_("PHONE"), help=_("One an owner."))
]
Namesake: TypeAlias = Annotated[
    bool, typer.Option("--namesake", help=_("Not the person of that name known here."))
]


def asked_home(call: Call, given: str | None) -> str:
    """Return the household that was named, asked for on a terminal.

    Raises:
        UsageError: it is missing.
    """
    [said] = answers(
        call, [Question(option=_("HOUSEHOLD"), text=_("Which household"), given=given)]
    )
    return said


def named_owners(
    names: Sequence[str], shares: Sequence[str] | None, phones: Sequence[str] | None
) -> list[NamedOwner]:
    """Bring names, shares and phones together: a share for all, or one an owner.

    Raises:
        UsageError: a share or phone cannot be read, or there are not as many as names.
    """
    read = [parse_share(share) for share in shares or ()]
    if len(read) == 1:
        read *= len(names)
    numbers = [parse_phone(phone) for phone in phones or ()]
    check_one_each(names, read, "--share")
    check_one_each(names, numbers, "--phone")
    return [
        NamedOwner(
            who=name,
            share=read[place] if read else None,
            phone=numbers[place] if numbers else None,
        )
        for place, name in enumerate(names)
    ]


def check_one_each(names: Sequence[str], found: Sequence[object], option: str) -> None:
    """Refuse an option that is given neither once for each of the names nor at all.

    Raises:
        UsageError: there are more names than that, or fewer.
    """
    if found and len(found) != len(names):
        raise UsageError(
            _("There are {names} names and {count} times {option}.").format(
                names=len(names), count=len(found), option=option
            ),
            hint=_("Give it once for each, in the order of the names."),
        )


def tell_known(call: Call, meant: Sequence[Meant]) -> None:
    """Say who of the people named was recorded before, so that a wrong one is noticed."""
    known = [m.person.masked for m in meant if m.recognised]
    if known:
        call.tell(
            _(
                "Taken to be people known here: {people}. Somebody else of that name: undo it,"
                " then again with --namesake."
            ).format(people=_(", ").join(known)),
        )
