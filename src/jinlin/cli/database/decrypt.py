"""`jinlin db decrypt`."""

from __future__ import annotations

from typing import Annotated

from jinlin.cli.database.passphrase_file import PassphraseFile
from jinlin.core.call import Call
from jinlin.core.errors import FileError, UsageError
from jinlin.core.files.reading import read_file
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import FILE
from jinlin.output.delivery.disclosure import tell_of_keeping
from jinlin.output.delivery.files import check_free, write_whole
from jinlin.output.delivery.passphrase import old_passphrase
from jinlin.output.delivery.show import done
from jinlin.store.backup.encryption import ENDING, is_sealed, unsealed

MOST_BYTES = 2**30


def decrypt(
    call: Call,
    source: Annotated[str, FILE.argument(help=N_("The encrypted file, such as 业主.xlsx.age."))],
    target: Annotated[
        str | None, FILE.argument(help=N_("Where to; otherwise its name without .age."))
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    if target is None and not source.lower().endswith(ENDING):
        raise UsageError(
            _("Where to? The name does not end in {ending}.").format(ending=ENDING),
            hint=_("Name a second file: jinlin db decrypt 业主.bin 业主.xlsx"),
        )
    target = target or source[: -len(ENDING)]
    path = call.environment.path(source)
    content = read_file(path, MOST_BYTES)
    if not is_sealed(content):
        raise FileError(
            _("{path} is not encrypted.").format(path=path), hint=_("It opens as it is.")
        )
    written = check_free(call, target)  # refuses before anybody types
    plain = unsealed(path, content, old_passphrase(call, passphrase_file))
    if not call.dry_run:
        write_whole(call, target, lambda file: file.writelines([plain]))
    done(
        call,
        _("Decrypted to {path}.").format(path=written),
        number=str(written),
        data={"path": str(written)},
    )
    tell_of_keeping(call)
