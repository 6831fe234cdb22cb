"""`jinlin member forget`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.errors import StoreError
from jinlin.core.i18n import N_, _
from jinlin.member.commands.people.shared import AnyWho, counted, named
from jinlin.output.asking import confirm
from jinlin.output.delivery.show import done
from jinlin.person.erasure.copies import Copies, copies_telling
from jinlin.person.erasure.erasure import Erasure, forget, survey
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import reading, writing
from jinlin.store.file.own_files import FOLDER
from jinlin.store.history.forgetting import pack


def forget_(
    call: Call,
    who: AnyWho,
) -> None:
    with reading(call) as reader:
        person = find_person(reader, who)
        planned = survey(reader, person)
        path = reader.path
    # Before any lock is held: looking through gigabytes takes long.
    copies = copies_telling(path, person.number, planned.needles)
    for line in _forget_lines(BEFORE, person, planned, copies):
        call.tell(line)
    confirm(
        call,
        _("What is kept of {person} is deleted for good; no undo brings it back.").format(
            person=named(person)
        ),
    )
    with writing(call) as tx:
        told = forget(tx, person)
    if not call.dry_run:
        _pack(path, person)
        for line in _forget_lines(AFTER, person, told, copies):
            call.tell(line)
    done(
        call,
        _("{number} was forgotten. The number stays, and everything is still counted.").format(
            number=person.label
        ),
        number=person.label,
        data={
            "number": person.label,
            "own": dict(told.own),
            "named": dict(told.named),
            "left": sum(told.left.values()),
            "left_in": dict(told.left),
            "shared": dict(told.shared),
            "kept": dict(told.kept),
            "history": told.changes,
            "entries": told.entries,
            "backups": sorted((*copies.holding, *copies.perhaps)),
            "backups_unread": list(copies.perhaps),
        },
    )


def _pack(path: Path, person: PersonRow) -> None:
    """Write the file anew without the pages that were given up.

    Raises:
        StoreError: it cannot be done; what was kept of the person is overwritten all the same.
    """
    try:
        pack(path)
    except StoreError as error:
        raise StoreError(
            _("{number} was forgotten and saved; only writing the file anew did not work.").format(
                number=person.label
            ),
            hint=_("Nothing need be repeated; free some space before the next command."),
            detail=error.detail or error.message,
        ) from error


def _forget_lines(
    said: Mapping[str, str], person: PersonRow, planned: Erasure, copies: Copies
) -> list[str]:
    """Return what is deleted, what stays, and where else to look, before it or after it."""
    names = _(", ")
    words = {
        "own": counted(planned.own),
        "named": counted(planned.named),
        "history": planned.changes,
        "left": counted(planned.left),
        "shared": counted(planned.shared),
        "kept": counted(planned.kept),
        "holding": names.join(copies.holding),
        "perhaps": names.join(copies.perhaps),
        "elsewhere": FOLDER,
    }
    return [
        _(text).format(
            person=person.label if said is AFTER else named(person),
            what=words[key],
            entries=planned.entries,
            homes=names.join(planned.homes),
            home=next(iter(planned.homes), ""),
        )
        for key, text in said.items()
        if words[key]
    ]


_STAYING: Final[Mapping[str, str]] = {
    "left": N_("A namesake may be meant, so these stay; look yourself: {what}"),
    "shared": N_(
        "Others are or were in the home too, or are named, so these stay; look yourself whom they"
        " tell of:"
        " {what} ({homes}). See: jinlin household show {home}. To take a care tag or a visit away:"
        " jinlin household care {home} --remove, jinlin household visit {home} --remove N; answers"
        " to a survey go with all of them: jinlin survey close W1 --forget"
    ),
    "kept": N_(
        "The person's name, phone or id stays in: {what}. Accounts, the sentences of the log and"
        " filed papers are not rewritten."
    ),
    "holding": N_("These backups still hold the person; delete them yourself: {what}"),
    "perhaps": N_("These may hold the person, nobody can look inside; decide yourself: {what}"),
    "elsewhere": N_(
        "Only the folder {what} was searched. Copies elsewhere (papers, exports, handover files,"
        " USB sticks) are yours to delete."
    ),
}
BEFORE: Final[Mapping[str, str]] = {
    "own": N_("To be deleted of {person}: {what}"),
    "named": N_("Name, phone or id will be taken out of: {what}"),
    "history": N_(
        "Values to be deleted from the history: {what}; commands that can then no longer be"
        " undone: {entries}."
    ),
    **_STAYING,
}
"""What is said before somebody is forgotten, by what it is about."""
AFTER: Final[Mapping[str, str]] = {
    "own": N_("Deleted of {person}: {what}"),
    "named": N_("Name, phone or id was taken out of: {what}"),
    "history": N_(
        "Values deleted from the history: {what}; commands that can no longer be undone: {entries}."
    ),
    **_STAYING,
}
"""What is said afterwards."""
