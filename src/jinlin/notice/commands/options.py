"""The options that several verbs of `jinlin notice` share, and how their words are read."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, TypeAlias

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.files.reading import piped_text, read_text
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.core.said import SaidDay
from jinlin.core.text import clean
from jinlin.notice.commands.kinds import LINE, NOTICE, PARAGRAPHS, PERIOD
from jinlin.notice.rules.notices import NoticePeriod, Unit
from jinlin.output.command.kinds import DAY, FILE, NAME, RECORD, TEXT

NoticeNumber: TypeAlias = Annotated[int, NOTICE.argument(help=N_("The number of the notice."))]
About: TypeAlias = Annotated[
    Reference | None,
    RECORD.option("--about", help=N_("What it is about: 2026-7, E3, X1, G1, M12, M12-1, F5.")),
]
Day: TypeAlias = Annotated[
    SaidDay | None, DAY.option("--date", help=N_("The day, today otherwise."))
]


class NoticeFields(NamedTuple):
    """What is told of a notice that is written or changed."""

    text: Annotated[
        str | None,
        PARAGRAPHS.option("--text", "--正文", help=N_("What it says; a new line, a paragraph.")),
    ] = None
    file: Annotated[
        str | None,
        FILE.option(help=N_("What it says, from a text file; - reads what is piped in.")),
    ] = None
    basis: Annotated[str | None, TEXT.option(help=N_("Why and on which basis."), cleared="")] = None
    audience: Annotated[
        str | None, TEXT.option("--for", "--对象", help=N_("Whom it concerns."), cleared="")
    ] = None
    signer: Annotated[str | None, NAME.option(help=N_("Who signs it."))] = None
    witness: Annotated[str | None, NAME.option(help=N_("Who witnesses it."), cleared="")] = None
    contact: Annotated[
        str | None,
        TEXT.option(help=N_("Where to object or ask: who, phone, place, hours."), cleared=""),
    ] = None
    places: Annotated[
        list[str] | None,
        LINE.option(
            "--place", called=N_("PLACE"), help=N_("Where it hangs; repeat it."), cleared=""
        ),
    ] = None
    attachments: Annotated[
        list[str] | None,
        LINE.option("--attachment", help=N_("An attachment; repeat it."), cleared=""),
    ] = None
    named: Annotated[
        list[str] | None,
        LINE.option(
            "--name", "--可署名", called=N_("NAME"), cleared="",
            help=N_("May be named: agreed in writing, or acts in a post; repeat it."),
        ),
    ] = None  # fmt: skip
    days: Annotated[
        tuple[int, Unit | None] | None,
        PERIOD.option(help=N_("How long, such as 15 or 7个工作日.")),
    ] = None

    def kept(self, call: Call) -> dict[str, Any]:
        """Return by field what is kept of it, but for the period; None where nothing was said.

        Raises:
            UsageError: both a text and its file were given, or nothing stands there.
            FileError: the file cannot be read.
        """
        return {
            "body": self._body(call), "basis": self.basis, "audience": self.audience,
            "signer": self.signer, "witness": self.witness, "contact": self.contact,
            "places": _each(self.places), "attachments": _each(self.attachments),
            "named": _each(self.named),
        }  # fmt: skip

    def _body(self, call: Call) -> str | None:
        if self.file is None:
            return self.text
        if self.text is not None:
            raise UsageError(
                _("Choose one of --text and --file."), hint=_("Give only one of them.")
            )
        said = clean(_read(call, self.file))
        if not said:
            raise UsageError(
                _("Nothing stands in {file}.").format(file=self.file),
                hint=_("Write the text into it."),
            )
        return said


def _each(said: list[str] | None) -> tuple[str, ...] | None:
    return None if said is None else tuple(filter(None, said))


def period_said(
    said: tuple[int, Unit | None] | None, usual: NoticePeriod | None
) -> NoticePeriod | None:
    """Return the period that was said; without a unit it counts days as the usual one does."""
    if said is None:
        return usual
    days, unit = said
    unit = unit or (usual.unit if usual else Unit.NATURAL)
    source = usual.source if usual and (usual.days, usual.unit) == (days, unit) else ""
    return NoticePeriod(days, unit, source)


def _read(call: Call, file: str) -> str:
    if file == "-":
        return "".join(piped_text(call.environment.stdin))
    return read_text(call.environment.path(file))
