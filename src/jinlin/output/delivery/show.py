"""The one way out: what a command has to say goes to the screen, a pipe or a file."""

from __future__ import annotations

from typing import Any, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import shown
from jinlin.output.listing.listing import Listing, Record, chosen
from jinlin.output.listing.paging import by_screens
from jinlin.output.listing.stream import handing_on, print_json
from jinlin.store.command.command import read_to_the_end

FEW_DAYS: Final = 3
"""So many days a command is told by hand; more stand in a file."""


def show(call: Call, what: Listing | Record) -> None:
    """Print a listing or a record in the form that was asked for.

    Raises:
        UsageError: two forms at once, a file ending or a field that is not known.
        FileError: the file cannot be written.
    """
    if call.fields is not None:
        what = chosen(what, call.fields)
    if isinstance(what, Record):
        own = (one._replace(shown_by_itself=True) for one in what.listings)
        what = what._replace(listings=tuple(own))
    if sum((call.json, call.csv, call.md)) > 1:
        raise UsageError(
            _("Choose one of --json, --csv and --md."), hint=_("Give only one of them.")
        )
    if call.output:
        _save(call, what, call.output)
        return
    if isinstance(what, Listing) and call.environment.window is not None:
        from jinlin.output.listing.typed_records import records_in

        what = what._replace(rows=list(what.rows))
        call.environment.window.listed(records_in(what))
    with handing_on(call.environment.stdout), by_screens(call) as held:
        _print(held, what)


def _print(call: Call, what: Listing | Record) -> None:
    if call.json or call.csv or call.md:
        from jinlin.output.listing import formats

        write = (
            formats.write_json
            if call.json
            else formats.write_csv
            if call.csv
            else formats.write_markdown
        )
        call.environment.stdout.flush()
        write(call, what, call.environment.stdout.buffer)
        call.environment.stdout.buffer.flush()
    else:
        from jinlin.output.listing import screen

        if isinstance(what, Listing):
            screen.show_listing(call, what)
        else:
            screen.show_record(call, what)


def _save(call: Call, what: Listing | Record, target: str) -> None:
    from jinlin.core.files.filenames import ending_of
    from jinlin.output.delivery import disclosure, files
    from jinlin.output.listing import formats

    write = formats.BY_ENDING[ending_of(target, formats.BY_ENDING)]
    if not call.unmask:
        path = files.write_whole(call, target, lambda file: write(call, what, file))
        files.tell_where(call, path)
        return
    whole = disclosure.settled(what)
    read_to_the_end()
    with disclosure.disclosed(call, target, disclosure.people_in(whole)) as held:
        path = files.write_whole(held, target, lambda file: write(held, whole, file))
        files.tell_where(held, path)
    disclosure.tell_of_keeping(call)


def done(call: Call, text: str, *, number: str = "", data: dict[str, Any] | None = None) -> None:
    """Say what a writing command did, its number and title first.

    Args:
        call: the command.
        text: the sentence for people.
        number: what `--quiet` prints alone.
        data: what `--json` prints.
    """
    stdout, window = call.environment.stdout, call.environment.window
    if window is not None:
        window.told(number)
    with handing_on(stdout):
        if call.json:
            print_json(stdout, {**(data or {}), "dry_run": call.dry_run})
        elif call.quiet:
            if number and window is not None:
                stdout.write(_("Saved as {number}.").format(number=number) + "\n")
            elif number:
                stdout.write(f"{number}\n")
        else:
            stdout.write(f"{call.environment.folded(shown(text), stdout)}\n")
    if not call.json:
        _tell_days(call, text)
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))


def _tell_days(call: Call, text: str) -> None:
    """Say as which days the words were read, as far as the answer does not name them."""
    said = call.environment.said_days
    if said is None:
        return
    days = sorted(set(said.read.values()))
    untold = [day for day in days if day not in text]
    said.read.clear()
    if 0 < len(untold) <= FEW_DAYS:  # of a file the rows tell
        call.tell(_("Written down with the day {days}.").format(days=_(", ").join(untold)))


def forget_days(call: Call) -> None:
    """Tell of no days that were read: nothing was written down with them."""
    if call.environment.said_days is not None:
        call.environment.said_days.read.clear()
