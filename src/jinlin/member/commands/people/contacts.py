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
from jinlin.member.posts.contacts import Contact
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
    cells: tuple[Cell[Contact], ...] = (
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


def _save_cards(call: Call, found: list[Contact]) -> None:
    """Write the contacts for a phone; with numbers it is asked about and logged.

    Raises:
        FileError: the file cannot be written.
    """
    from jinlin.member.posts.vcard import cards
    from jinlin.output.delivery.disclosure import disclosed, tell_of_keeping
    from jinlin.output.delivery.files import tell_where, write_whole
    from jinlin.store.history.chain import database_key

    assert call.output is not None
    with reading(call) as reader:
        content = cards(
            found,
            key=database_key(reader),
            place=branch(reader).name,
            made_at=reader.clock.now,
            unmask=call.unmask,
        )
    if not call.unmask:
        tell_where(call, write_whole(call, call.output, lambda file: file.writelines([content])))
        call.tell(_("Without the phones. With them: add --unmask"))
        return
    with disclosed(call, call.output, len(found)) as held:
        path = write_whole(held, call.output, lambda file: file.writelines([content]))
        tell_where(held, path)
    tell_of_keeping(call)
