"""What the commands of `jinlin household` share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, Final, TypeAlias

from jinlin.complex.household.newcomers import Meant
from jinlin.complex.household.owners import NamedOwner
from jinlin.complex.kinds import HOME
from jinlin.complex.rules.shares import parse_share
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import PHONE

HOME_HELP: Final = N_("Such as 3-1-502, 3-502 or 3号楼1单元502室.")
Home: TypeAlias = Annotated[
    str, HOME.argument(help=HOME_HELP, asked=AskedFor(N_("Which household")))
]
AnyHome: TypeAlias = Annotated[str | None, HOME.argument(help=HOME_HELP)]
AnyHomeOption: TypeAlias = Annotated[str | None, HOME.option("--room", help=HOME_HELP)]
SHARE: Final = WordKind("share", "1/2", parse_share)
Shares: TypeAlias = Annotated[
    list[Fraction] | None,
    SHARE.option("--share", help=N_("Their share; one for all, or one per owner.")),
]
Phones: TypeAlias = Annotated[
    list[str] | None, PHONE.option("--phone", help=N_("One each, in the same order."))
]
Namesake: TypeAlias = Annotated[
    bool, flag("--namesake", help=N_("Another person than the one of that name known here."))
]


def named_owners(
    names: Sequence[str], shares: Sequence[Fraction] | None, phones: Sequence[str] | None
) -> list[NamedOwner]:
    """Bring names, shares and phones together: a share for all, or one an owner.

    Raises:
        UsageError: there are not as many shares or phones as names.
    """
    each, numbers = list(shares or ()), phones or ()
    if len(each) == 1:
        each *= len(names)
    check_one_each(names, each, "--share")
    check_one_each(names, numbers, "--phone")
    return [
        NamedOwner(
            who=name,
            share=each[place] if each else None,
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
                names=len(names), count=len(found), option=as_typed(option)
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
