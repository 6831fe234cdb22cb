"""Which import a file is meant for that was named without a noun: told by its columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.exchange.table.book import Needed, recognised
from jinlin.output.register.sheets import RegisterTable
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

WEIGHTY: Final = frozenset(
    {"elevator import", "elevator ballot import", "elevator agreement import",
     "meeting vote import", "partner support import"}
)  # fmt: skip
"""Those that bring money or votes."""

_SHEETS: Final[Mapping[str, tuple[str, str, str]]] = {
    "household import": ("jinlin.complex.exchange.row", "WANTED", "NEEDED"),
    "member import": ("jinlin.member.exchange.roster", "WANTED", "NEEDED"),
    "issue import": ("jinlin.issue.notebook.notebook_rows", "WANTED", "NEEDED"),
    "issue rate import": ("jinlin.issue.lists.call_form", "WANTED", "NEEDED"),
    "elevator import": ("jinlin.elevator.money.bank_statement", "WANTED", "NEEDED"),
    "elevator consult import": ("jinlin.elevator.consent.importing", "OPINION_FIELDS", "ANSWERED"),
    "elevator ballot import": ("jinlin.elevator.consent.importing", "VOTE_FIELDS", "ANSWERED"),
    "elevator agreement import": (
        "jinlin.elevator.consent.importing", "AGREEMENT_FIELDS", "SIGNED",
    ),
    "meeting attend import": ("jinlin.meeting.attendance.attendance_form", "WANTED", "NEEDED"),
    "partner support import": ("jinlin.partner.support_list", "WANTED", "NEEDED"),
    "meeting vote import": ("jinlin.meeting.voting.named_vote_form", "WANTED", "NEEDED"),
}  # fmt: skip
"""By import what it takes and what it needs, by module and names."""
_REGISTERS: Final[Mapping[str, tuple[str, str]]] = {
    "building import": ("jinlin.complex.building.buildings", "BUILDINGS"),
    "branch room import": ("jinlin.member.branch.rooms", "ROOMS"),
    "branch offer import": ("jinlin.member.management.offers", "OFFERS"),
    "branch task import": ("jinlin.member.branch.tasks", "TASKS"),
    "partner import": ("jinlin.partner.record.partners", "PARTNERS"),
    "notice powers import": ("jinlin.notice.small_powers", "POWERS"),
}
"""The same for the registers that are declared."""
_USUAL: Final = ("household import", "member import", "issue import", "building import")
"""What is named where a file does not tell what it is."""


def imports_of(call: Call, words: Sequence[str]) -> tuple[list[str], str]:
    """Return the imports a file may be meant for, in English words, and what there is to ask.

    Args:
        call: the surroundings.
        words: what was typed after the verb; one of them is the file.

    Raises:
        FileError: it cannot be read.
        UsageError: no file was named.
    """
    named = [word for word in words if not word.startswith("-")]
    file = next((word for word in named if PurePath(word).suffix), next(iter(named), ""))
    if not file:
        raise UsageError(
            _("Which file is to be imported is missing."),
            hint=_("For example: jinlin household import 房屋.xlsx"),
        )
    with reading(call) as reader:
        found = recognised(call.environment.path(file), _kinds(reader))
    if found:
        return found, _("“{file}” may be for several imports.").format(file=file)
    return [*_USUAL], _("The columns of “{file}” do not tell what it is.").format(file=file)


def known_imports() -> set[str]:
    """Return the imports that are told by columns, in English words."""
    return {*_SHEETS, *_REGISTERS}


def _kinds(reader: Reader) -> dict[str, tuple[Collection[str], Needed]]:
    kinds: dict[str, tuple[Collection[str], Needed]] = {}
    for home, (module, wanted, needed) in _SHEETS.items():
        held = import_module(module)
        kinds[home] = getattr(held, wanted), getattr(held, needed)
    for home, (module, name) in _REGISTERS.items():
        sheet = RegisterTable(getattr(import_module(module), name), reader).sheet()
        kinds[home] = sheet.wanted, sheet.needed
    return kinds
