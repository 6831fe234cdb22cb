"""`jinlin db handover`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

from jinlin.cli.database.passphrase_file import PassphraseFile
from jinlin.cli.database.problems import problems, refuse_praise
from jinlin.core.call import Call
from jinlin.core.clock import computer_time
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import typed
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import FILE
from jinlin.output.delivery.files import take_away, tell_where
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.delivery.passphrase import new_passphrase
from jinlin.output.delivery.show import done
from jinlin.report.handover.handover import Handover
from jinlin.report.handover.handover import handover as asked
from jinlin.report.handover.pages import handover_page
from jinlin.store.backup.backup import Copy, back_up, name_for
from jinlin.store.backup.encryption import ENDING
from jinlin.store.backup.kept import in_the_way, is_lone_digest, remove, written_digest
from jinlin.store.command.command import reading

TEMPLATE = "移交清单"


def handover(
    call: Call,
    file: Annotated[
        str | None,
        FILE.argument(
            help=N_("The list, such as 移交清单.docx; beside it a checked backup is laid."),
        ),
    ] = None,
    encrypt: Annotated[
        bool, flag("--encrypt", help=N_("Encrypt the backup with a passphrase."))
    ] = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    file = _one_file(call, file)
    with reading(call) as reader:
        what = asked(reader, call.user)
    wrong = problems(call)
    if file is None:
        _show(call, what, wrong)
        call.tell(_("With a file name, the list and a checked backup are written."))
        return
    if wrong and not call.force:
        raise StoreError(
            _("The data did not pass the check. {what}.").format(what=wrong[0]),
            hint=_(
                "Look with jinlin db check. To hand it over as it is: --force, and the list says"
                " so."
            ),
        )
    paper = call._replace(output=file, json=False, md=False)
    check_page(paper)
    sealed = encrypt or passphrase_file is not None
    path = call.environment.path(file).absolute()
    target = _beside(path, sealed=sealed)
    moment = computer_time(call.environment.now())
    name_for(database_path(call), moment, target, sealed=sealed)  # refuses before anybody types
    passphrase = new_passphrase(call, passphrase_file) if sealed else None
    if call.dry_run:
        _show(call, what, wrong)
        for written in (path, target):
            tell_where(call, written)
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))
        refuse_praise(wrong)
        return
    copy = back_up(
        database_path(call), moment, target, passphrase=passphrase, flawed_too=call.force
    )
    _write_list(paper, what, copy.path, wrong)
    _tell(call, path, copy, wrong, sealed=sealed)


def _one_file(call: Call, file: str | None) -> str | None:
    """Return the file that was named, as a word or with `-o`.

    Raises:
        UsageError: both were.
    """
    if file and call.output:
        raise UsageError(
            _("Two files are named: {one} and {other}.").format(one=file, other=call.output),
            hint=_("Name one; the backup goes beside it."),
        )
    return file or call.output


def _show(call: Call, what: Handover, wrong: Sequence[str]) -> None:
    """Show the list, which names no backup yet."""
    shown = call._replace(output=None)
    show_pages(shown, [handover_page(what, wrong=wrong)], data=_data(what), template=TEMPLATE)


def _write_list(paper: Call, what: Handover, backup: Path, wrong: Sequence[str]) -> None:
    """Write the list; where it cannot be written, the backup goes too.

    One without the other would stand in the way of the next try.
    """
    digest = written_digest(backup) or ""
    page = handover_page(what, backup=backup.name, digest=digest, wrong=wrong)
    lists: list[Path] = []
    try:
        quiet = paper._replace(quiet=True, new_files=lists)
        show_pages(quiet, [page], data=_data(what, backup.name), template=TEMPLATE)
    except BaseException:
        with suppress(OSError):
            remove(backup)
        take_away(lists)
        raise


def _tell(call: Call, path: Path, copy: Copy, wrong: Sequence[str], *, sealed: bool) -> None:
    """Say where list and backup are, and how the one who takes over looks at them.

    Raises:
        StoreError: what was copied is not as it should be; it is kept all the same.
    """
    said = (
        _("The list is at {path}; the copy beside it is {backup}.")
        if wrong
        else _("The list is at {path}; the checked backup beside it is {backup}.")
    )
    done(
        call,
        said.format(path=path, backup=copy.path.name),
        number=str(path),
        data={"path": str(path), "backup": str(copy.path), "encrypted": sealed},
    )
    if not copy.strange:
        _advise(call, copy.path, sealed=sealed)
    refuse_praise(wrong, copy.strange)


def _advise(call: Call, copy: Path, *, sealed: bool) -> None:
    """Say how the one who takes over looks whether the backup is good."""
    folder = call.environment.folder
    if not sealed:
        call.tell(
            _("Both sign the list after looking through it: {command}").format(
                command=as_spoken(f"jinlin db check {as_typed('--db')} {typed(copy, folder)}")
            ),
        )
        return
    trial = copy.with_name(copy.name.removesuffix(f".db{ENDING}") + _("-trial") + ".db")
    beside = f"{as_typed('--db')} {typed(trial, folder)}"
    call.tell(
        _(
            "Both sign the list after looking through it: restore the backup into a new file with"
            " {restore}, then {check}; delete that file afterwards."
        ).format(
            restore=as_spoken(f"jinlin db restore {typed(copy, folder)} {beside}"),
            check=as_spoken(f"jinlin db check {beside}"),
        ),
    )


def _beside(path: Path, *, sealed: bool) -> Path:
    """Return where the backup goes: beside the list, under its name.

    Raises:
        StoreError: a file is there already.
    """
    target = path.with_suffix(".db" + ENDING * sealed)
    if (there := in_the_way(target)) and not is_lone_digest(there):
        raise StoreError(
            _("There is a file at {path} already.").format(path=there),
            hint=_("Choose another name for the list."),
        )
    return target


def _data(what: Handover, backup: str = "") -> dict[str, Any]:
    return {
        "author": what.author,
        "day": what.day.isoformat(),
        **{key: value for part in what.parts for key, value in part.data.items()},
        "counts": what.counts,
        "papers": what.papers,
        "entries": what.entries,
        "checksum": what.checksum,
        "backup": backup,
    }
