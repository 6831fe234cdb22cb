"""`jinlin notice powers`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.notice.small_powers import POWERS, Power, take_out
from jinlin.output.asking import confirm
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done
from jinlin.output.importing.report_words import few
from jinlin.output.register.verbs import register_family
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


def remove(
    call: Call,
    *,
    which: Annotated[
        list[str] | None,
        NAME.argument(called=N_("MATTERS"), help=N_("Their names, one or several.")),
    ] = None,
    source: Annotated[
        str | None, TEXT.option(help=N_("All lines whose basis holds these words: 惯例."))
    ] = None,
) -> None:
    with reading(call) as reader:
        lines = _meant(reader, which or (), source)
    if len(lines) > 1:
        confirm(
            call,
            _("{count} lines will be taken out of the list: {names}.").format(
                count=len(lines), names=few(one.matter for one in lines)
            ),
        )
    with writing(call) as tx:
        if len(lines) == 1:
            POWERS.remove(tx, lines[0])
        else:
            take_out(tx, lines)
    done(
        call,
        _("Taken out of the list of small powers: {names} (lines: {count}).").format(
            names=few(one.matter for one in lines), count=len(lines)
        ),
        number=lines[0].matter,
        data={"removed": [one.matter for one in lines]},
    )


def _meant(reader: Reader, names: list[str] | tuple[str, ...], source: str | None) -> list[Power]:
    """Return the lines that are to go, each once.

    Raises:
        NotFoundError: there is no such line.
        UsageError: none are named.
    """
    if not names and not source:
        raise UsageError(
            _("Which lines are to be taken out?"),
            hint=_("Name them, or all of one basis: {option} 惯例").format(
                option=as_typed("--source")
            ),
        )
    found = {one.id: one for name in names for one in [POWERS.find(reader, name, whole=True)]}
    if source:
        of_it = [one for one in POWERS.rows(reader) if source in (one.source or "")]
        if not of_it:
            raise NotFoundError(
                _("No line of the list has “{text}” for its basis.").format(text=source),
                hint=_("See: jinlin notice powers"),
            )
        found |= {one.id: one for one in of_it}
    return list(found.values())


app = register_family(
    POWERS,
    N_("The list of small powers: who decides what."),
    verbs=("list", "show", "add", "edit", "remove", "import", "export", "template"),
    helps={
        "list": N_("Every line of the list."),
        "show": N_("One line of the list."),
        "add": N_("Add a line to the list."),
        "edit": N_("Change a line of the list."),
    },
    own=(verb_in(__name__, "remove", "remove", N_("Take lines out of the list.")),),
)
