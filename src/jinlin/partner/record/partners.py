"""The register of partners."""

from __future__ import annotations

from datetime import date
from typing import Final

from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.member.kinds import LAST_DAY
from jinlin.output.command.kinds import FILE, NAME, PAST_DAY, choice
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, SheetCell, computed, field, kept
from jinlin.output.register.rules import Draft, Numbering, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.partner.kinds import CONTACT_PHONE, PartnerKind
from jinlin.partner.record.conditions import received
from jinlin.store.transaction.tx import Reader
from jinlin.works.undertaking import check_past


class Partner(RegisterRow, table="partner"):
    """A partner; days as ISO text, money in fen.

    Attributes:
        signed_by: who signed for us; the community's Party organisation where nobody is named.
        received: what came in money, whoever was paid.
        supports: how many supports came.
    """

    name: str = field(
        NAME, N_("Partner"), N_("The unit."), word=True, asked=N_("Which unit"),
        sheet=SheetCell("partner"),
    )  # fmt: skip
    kind: PartnerKind = field(
        choice(PartnerKind, called=N_("KIND")), N_("Kind of partner"),
        N_("国企, 非公, 机关, 事业, 社会组织 or 其他."), default=PartnerKind.OTHER,
        sheet=SheetCell("partner_kind"),
    )  # fmt: skip
    agreement_on: str | None = field(
        PAST_DAY, N_("Agreement of"), N_("When it was signed."), names=("--agreement",),
        sheet=SheetCell("agreement_on"),
    )  # fmt: skip
    agreement_until: str | None = field(
        LAST_DAY, N_("Agreement until"), N_("Until when it holds."), names=("--until",),
        sheet=SheetCell("agreement_until"),
    )  # fmt: skip
    reported_on: str | None = field(
        PAST_DAY, N_("Reported in on"), N_("When its Party organisation reported in here."),
        names=("--reported",), sheet=SheetCell("reported_on"),
    )  # fmt: skip
    signed_by: str | None = field(
        NAME, N_("Signed for us by"),
        N_("Who signed for us; else the community's Party organisation."),
        names=("--signed-by",), aside=True,
    )  # fmt: skip
    contact: str | None = field(
        NAME, N_("Contact"), N_("Whom to talk to there."), personal=Personal.NAME,
        sheet=SheetCell("contact"),
    )  # fmt: skip
    contact_phone: str | None = field(
        CONTACT_PHONE, N_("Contact's phone"), N_("Its phone."), names=("--phone",),
        personal=Personal.PHONE, sheet=SheetCell("contact_phone"), aside=True,
    )  # fmt: skip
    file: str | None = field(
        FILE, N_("File"), N_("The agreement; its path and digest are kept, not itself."), aside=True
    )
    sha256: str | None = kept()
    supports: int = computed(
        N_("Supports received"),
        "(SELECT count(*) FROM partner_support AS s WHERE s.partner_id = r.id"  # noqa: S608  (our own words)
        f" AND {received()})",
        column=Kind.INTEGER, untold=True, json="supports_received",
    )  # fmt: skip
    received: int = computed(
        N_("Money received (yuan)"),
        "(SELECT coalesce(sum(s.amount), 0) FROM partner_support AS s"  # noqa: S608  (our own words)
        " WHERE s.partner_id = r.id"
        f" AND {received()})",
        column=Kind.MONEY, untold=True, summed=True, json="received_fen",
        instead={0: ""},
    )  # fmt: skip
    ended_on: str | None = kept(label=N_("Ended on"), column=Kind.DATE)
    ended_reason: str | None = kept(
        label=N_("Why ended"), column=Kind.TEXT, personal=Personal.TEXT, aside=True
    )


def _check(draft: Draft) -> None:
    """Refuse an agreement that ends before it begins or is still to be signed.

    One signed anew ended no longer.

    Raises:
        RuleError: it would.
    """
    begun, until = draft.values["agreement_on"], draft.values["agreement_until"]
    if begun and "agreement_on" in draft.said:
        check_past(draft.tx, date.fromisoformat(begun))
    if begun and until and until < begun:
        raise RuleError(
            _("The agreement would end before it begins."),
            hint=_("Check --agreement and --until."),
        )
    ended = draft.values["ended_on"]
    if ended and begun and "agreement_on" in draft.said and begun >= ended:
        draft.values.update(ended_on=None, ended_reason=None)


def _refuse_removal(reader: Reader, partner: Partner) -> None:
    """Refuse to take a partner out that gave or promised something.

    Raises:
        RuleError: it did.
    """
    if reader.value("SELECT 1 FROM partner_support WHERE partner_id = ?", (partner.id,)):
        raise RuleError(
            _("{name} gave or promised something; it stays on record.").format(name=partner.name),
            hint=_("If the agreement is over: jinlin partner end {number} --reason TEXT").format(
                number=partner.label
            ),
        )


PARTNERS: Final = Register(
    Partner,
    RegisterWords(N_("partner"), N_("Partners"), "partners", "partner", N_("春江银行 --kind 非公")),
    known_by="name",
    numbered=Numbering(prefix="D", unique=True),
    order="r.ended_on IS NOT NULL, r.number",
    rules=Rules(_check, _refuse_removal),
)
