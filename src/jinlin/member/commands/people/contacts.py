"""`jinlin member contacts`."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

from jinlin.complex.building.queries import building_id
from jinlin.complex.kinds import BUILDING
from jinlin.core.call import Call
from jinlin.core.columns import Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.member.commands.post.shared import BODY
from jinlin.member.own_branch import branch
from jinlin.member.posts.contacts import ActingContact
from jinlin.member.posts.contacts import contacts as known
from jinlin.member.rules.posts import Body
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.store.command.command import reading


def contacts(
    call: Call,
    body: Annotated[Body | None, BODY.option(help=N_("Only this body, such as 业委会."))] = None,
    building: Annotated[
        str | None, BUILDING.option(help=N_("Only who looks after this building."))
    ] = None,
) -> None:
    if body and building:
        raise UsageError(
            _("Choose one of --body and --building."), hint=_("Give only one of them.")
        )
    with reading(call) as reader:
        if building is not None:
            building_id(reader, building)
        found = known(reader, bodies=(body,) if body else (), building=building)
    if PurePath(call.output or "").suffix.lower() == ".vcf":
        _save_cards(call, found)
        return
    cells: tuple[Cell[ActingContact], ...] = (
        Cell("number", _("Number"), "person.label"),
        Cell("name", _("Name"), "person.name", personal=Personal.ACTING),
        Cell("roles", _("What she is"), lambda one: "、".join(one.roles)),
        Cell("phone", _("Phone"), "person.phone", personal=Personal.PHONE),
    )
    show(
        call,
        Listing.of(
            "contacts",
            _("Contacts"),
            cells,
            found,
            empty=_("Nobody is recorded. See: jinlin member post add; jinlin team cover"),
            notes=(_("For a phone's contacts: jinlin member contacts -o 通讯录.vcf --unmask"),),
        ),
    )


def _save_cards(call: Call, found: list[ActingContact]) -> None:
    """Write the contacts for a phone; with numbers it is asked about and logged.

    Raises:
        FileError: the file cannot be written.
    """
    from jinlin.member.posts.vcard import cards
    from jinlin.output.delivery.content import save_content
    from jinlin.store.history.chain import database_key

    with reading(call) as reader:
        content = cards(
            found,
            key=database_key(reader),
            place=branch(reader).name,
            made_at=reader.clock.now,
            unmask=call.unmask,
        )
    save_content(call, content, persons=len(found))
    if not call.unmask:
        call.tell(_("Without the phones. With them: add --unmask"))
