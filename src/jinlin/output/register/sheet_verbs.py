"""The commands that take a register in from a file, give it out, and make an empty table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from jinlin.core.call import Call
from jinlin.core.columns import Personal
from jinlin.core.i18n import N_, _
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE
from jinlin.output.command.verb import taking_call
from jinlin.output.delivery.export import export, write_blank
from jinlin.output.register.register import Register
from jinlin.store.command.command import reading


def template_table(register: Register[Any]) -> Callable[..., None]:
    """Return what makes an empty table."""

    def template(call: Call) -> None:
        from jinlin.output.register.sheets import RegisterTable

        with reading(call) as reader:
            table = RegisterTable(register, reader)
        title = _(register.wording.title)
        write_blank(
            call,
            _("Template for {title}").format(title=title),
            title=title,
            blanks=[column.blank for column in table.columns()],
            lines=[
                _("When it is filled in: {command}").format(
                    command=register.wording.line("import", _("FILE"))
                )
            ],
        )

    return taking_call(template)


def import_table(register: Register[Any]) -> Callable[..., None]:
    """Return what takes a file in."""

    def import_(
        call: Call,
        file: Annotated[str, FILE.argument(help=N_("The list to be taken in."))],
        words: ImportWords,
    ) -> None:
        from jinlin.output.importing.take import Terms, import_file
        from jinlin.output.register.sheets import RegisterTable

        with reading(call) as reader:
            table = RegisterTable(register, reader)
        if all(one.personal in {None, Personal.TEXT} for one in register.record.fields):
            # It is nobody's data: where the list comes from may stay unsaid.
            words = words._replace(source=words.source or "", basis=words.basis or "")
        sheet, terms = table.sheet(), Terms(register.record.table, *words)
        import_file(call, file, sheet.wanted, table.take, terms, needed=sheet.needed)

    return taking_call(import_)


def export_table(register: Register[Any]) -> Callable[..., None]:
    """Return what gives the whole register out."""

    def export_(call: Call) -> None:
        from jinlin.output.register.sheets import RegisterTable

        export(
            call,
            register.wording.title,
            lambda reader: RegisterTable(register, reader).exported(reader),
            masked=False,
        )

    return taking_call(export_)
