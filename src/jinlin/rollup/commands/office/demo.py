"""`jinlin rollup demo`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.days.stretch import Length, Stretch, stretch_with
from jinlin.core.errors import FileError
from jinlin.core.files.disk import make_folder
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import FOLDER
from jinlin.output.delivery.files import file_error
from jinlin.output.delivery.show import done
from jinlin.rollup.commands.office.words import office_clock
from jinlin.rollup.example.folder import CONSIGNED, LOOSE, STREET, TREE, files
from jinlin.rollup.example.tree import PROVINCE
from jinlin.store.file.drafts import new_private_file

_USUAL: Final = "示例省"
_MONTHS: Final = 3
_AS_A_STREET: Final = (
    N_("jinlin rollup init --organisation {street} --name 春江街道 --folder 街道"),
    N_("jinlin rollup org {folder}/{tree} --folder 街道"),
    N_("jinlin rollup add {folder}/{loose} --folder 街道"),
    N_("jinlin rollup status {month} --folder 街道"),
    N_("jinlin rollup pass {month} -o {folder}/{consigned}/{loose}.zip --folder 街道"),
)
_AS_THE_PROVINCE: Final = (
    N_("jinlin rollup init --organisation {province} --name 示例省 --folder 省"),
    N_("jinlin rollup org {folder}/{tree} --folder 省"),
    N_("jinlin rollup add {folder}/{consigned} --folder 省"),
    N_("jinlin rollup status {month} --folder 省"),
)


def demo(
    call: Call,
    folder: Annotated[
        str | None,
        FOLDER.argument(help=N_("A new folder for them; otherwise 示例省 here.")),
    ] = None,
) -> None:
    target = call.environment.path(folder or _USUAL)
    if target.exists() and (target.is_file() or any(target.iterdir())):
        raise FileError(
            _("{path} is there already.").format(path=target),
            hint=_("Name another folder: jinlin rollup demo FOLDER"),
        )
    months = _months(call)
    made = dict(files(months))
    if not call.dry_run:
        _write(target, made)
    done(
        call,
        _("An invented province of 60 branches, {count} files, in {path}.").format(
            count=len(made), path=target
        ),
        number=str(target),
        data={
            "folder": str(target),
            "files": len(made),
            "months": [str(month) for month in months],
        },
    )
    for line in _next(target.name, months[-1]):
        call.tell(line)


def _months(call: Call) -> Sequence[Stretch]:
    """Return the last months that are over."""
    months = [stretch_with(office_clock(call).today, Length.MONTH).previous]
    while len(months) < _MONTHS:
        months.insert(0, months[0].previous)
    return months


def _write(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write all files into a new folder, or none.

    Raises:
        FileError: one cannot be written.
    """
    try:
        for name, content in made.items():
            path = folder / name
            make_folder(path.parent)
            new_private_file(path)
            path.write_bytes(content)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise file_error(folder, error) from error


def _next(folder: str, month: Stretch) -> Iterator[str]:
    """Yield what to type: as a street, then as the province."""
    said = {
        "folder": folder, "street": STREET, "province": PROVINCE,
        "tree": TREE, "loose": LOOSE, "consigned": CONSIGNED, "month": month,
    }  # fmt: skip
    yield _("As the street of 春江, whose branches sent their files one by one:")
    for line in _AS_A_STREET:
        yield "  " + _(line).format(**said)
    yield _("As the province, which the streets sent theirs:")
    for line in _AS_THE_PROVINCE:
        yield "  " + _(line).format(**said)
