"""What becomes of each file that comes: it is opened, and judged by the ledger as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from jinlin.core.clock import Clock, Month
from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.rollup.office.archive import Arrival, contents, usual_name
from jinlin.rollup.office.ledger import BundleState, Kept, Ledger, Problem, SignerState
from jinlin.rollup.office.sources import Consignment
from jinlin.rollup.rules.bundle import BadBundle, Bundle, Envelope, enveloped, opened
from jinlin.rollup.rules.checks import Examined, examined
from jinlin.rollup.rules.tree import OrgLevel, line_up


class Refusal(Word):
    """Why a file was not taken."""

    DAMAGED = (
        "damaged",
        N_(
            "no file of a month, or damaged or only half copied: copy it again, or have it sent"
            " again"
        ),
    )
    NEWER = "newer", N_("made by a newer jinlin: update jinlin here")
    SIGNATURE = "signature", N_("changed on the way, or not signed by who it says: ask the branch")
    KEY_CHANGED = (
        "key_changed",
        N_(
            "signed with another key than is known: have the fingerprint read out, then trust"
            " it with jinlin rollup org --trust CODE"
        ),
    )
    UNCONFIRMED = (
        "unconfirmed",
        N_(
            "signed with a key that is not confirmed: have the fingerprint read out, then trust"
            " it with jinlin rollup org --trust CODE"
        ),
    )
    UNFINISHED = "unfinished", N_("the month was not over when it was made, or lies ahead")
    WRONG = "wrong", N_("its figures do not add up: ask the branch")
    CONFLICT = "conflict", N_("another edition of the same revision is known: ask the branch")
    UNKNOWN_OFFICE = "unknown_office", N_("the office that sends it is not in the tree")
    UNREADABLE = "unreadable", N_("it cannot be read: see that the stick is in, then add it again")


class Refused(NamedTuple):
    """A file that was not taken.

    Attributes:
        of: whose it says to be; empty where it does not even say that.
        checks: which of its sums do not hold.
    """

    file: str
    why: Refusal
    of: str = ""
    checks: Sequence[str] = ()


class Taken(NamedTuple):
    """A bundle that was taken in.

    Attributes:
        arrival: how it came, with what is believed of it.
    """

    kept: Kept
    arrival: Arrival
    bundle: Bundle


class Judge:
    """Opens what comes and decides what becomes of it, by the ledger as it stands."""

    def __init__(self, ledger: Ledger, clock: Clock, batch: int, received_on: str) -> None:
        self.ledger, self.clock = ledger, clock
        self.batch, self.received_on = batch, received_on
        self.confirmed_only = ledger.office.confirmed_only
        self.units = ledger.units()
        self.signers = ledger.signers()
        self.same = self.passed_by = 0
        self.periods: set[str] = set()
        """The months of which something was taken."""
        self.counting: set[str] = set()
        """Those of which something counts."""
        self.refused: list[Refused] = []
        self.uncounted: set[str] = set()
        self.earlier: set[str] = set()
        """The months of which something known turns out to have come earlier."""
        self.consignment: Consignment | None = None
        """What is looked through."""

    def sender(self, consignment: Consignment) -> bool:
        """Return whether a consignment is of an office that may send one."""
        organisation, key, published = consignment.sender
        if organisation not in self.units:
            self.refused.append(Refused(consignment.file, Refusal.UNKNOWN_OFFICE, organisation))
            return False
        why = self._against_key(organisation, key.line)
        if why:
            self.refused.append(Refused(consignment.file, why, organisation))
            return False
        for code in published.organisations:
            if organisation in line_up(self.units, code):
                self.ledger.note_published_below(published.period, code)
        return True

    def take(self, arrival: Arrival) -> Taken | None:
        """Take a file in; return None where it is known, or not taken."""
        try:
            envelope = enveloped(arrival.content)
        except BadBundle as error:
            self.refused.append(Refused(arrival.file, Refusal(error.fault.value)))
            return None
        head = envelope.head
        arrival = self._believed(arrival, envelope)
        editions = self.ledger.editions(head.organisation, head.period)
        for known in editions:
            if known.digest == envelope.digest:
                self._note_again(known, arrival)
                return None
        try:
            bundle = envelope.opened()
        except BadBundle as error:
            self.refused.append(Refused(arrival.file, Refusal(error.fault.value)))
            return None
        kept = self._as_kept(bundle, envelope.digest, arrival)
        verdict = examined(bundle.rows, head.covers)
        why = self._against(bundle, kept, verdict)
        other = next((one for one in editions if one.revision == head.revision), None)
        if why is None and other:
            if self._says_the_same(other, bundle):
                self.same += 1
                return None
            why = Refusal.CONFLICT
        if why:
            self._refuse(arrival, kept, why, verdict)
            return None
        self._keep(kept, arrival, alone=not editions)
        self.uncounted.update(verdict.uncounted)
        return Taken(kept, arrival, bundle)

    def _keep(self, kept: Kept, arrival: Arrival, *, alone: bool) -> None:
        """Keep what is known of a bundle; of its month the newest revision counts."""
        self.ledger.keep(kept)
        self._note_below(kept, arrival)
        self.periods.add(kept.period)
        if kept.state != BundleState.WAITING:
            self.counting.add(kept.period)
            if not alone:
                self.ledger.settle(kept.organisation, kept.period)

    def _believed(self, arrival: Arrival, envelope: Envelope) -> Arrival:
        """Return what came with what the office says of it that sends it, where it may."""
        if self.consignment is None:
            return arrival
        line = self.consignment.known.get(envelope.digest.hex())
        above = [*line_up(self.units, envelope.head.organisation)]
        if line is None or (above and self.consignment.sender.organisation not in above):
            return arrival
        return arrival._replace(received_below=line.received_on, problems=line.problems)

    def _note_again(self, kept: Kept, arrival: Arrival) -> None:
        """Note that a known bundle came; those below may have had it earlier than was known."""
        self.same += 1
        self._note_below(kept, arrival)
        below = arrival.received_below
        if below and below < (kept.received_below or "9"):
            self.ledger.write(
                "UPDATE bundle SET received_below = ?"
                " WHERE period = ? AND organisation = ? AND revision = ?",
                (below, kept.period, kept.organisation, kept.revision),
            )
            self.earlier.add(kept.period)

    def _as_kept(self, bundle: Bundle, digest: bytes, arrival: Arrival) -> Kept:
        head = bundle.head
        usual = usual_name(head.organisation, head.period, head.revision)
        unit = self.units.get(head.organisation)
        known = unit is not None and unit.level is OrgLevel.COMPLEX
        return Kept(
            period=head.period,
            organisation=head.organisation,
            revision=head.revision,
            digest=digest,
            created=head.created,
            empty=int(head.empty),
            signer=bundle.key.id.hex(),
            received_on=self.received_on,
            received_below=arrival.received_below,
            batch=self.batch,
            state=BundleState.ACCEPTED if known else BundleState.WAITING,
            file=None if arrival.file == usual else arrival.file,
        )

    def _against(self, bundle: Bundle, kept: Kept, verdict: Examined) -> Refusal | None:
        """Return why a bundle is not taken; None where nothing is against it."""
        if self._is_unfinished(kept):
            return Refusal.UNFINISHED
        if why := self._against_key(kept.organisation, bundle.key.line):
            return why
        return Refusal.WRONG if verdict.wrong or verdict.misshapen else None

    def _is_unfinished(self, kept: Kept) -> bool:
        month = Month(*map(int, kept.period.split("-")))
        made = self.clock.local(kept.created).date()
        ahead = self.clock.today + timedelta(days=1)
        return made <= month.last or month.last >= self.clock.today or made > ahead

    def _against_key(self, organisation: str, line: str) -> Refusal | None:
        """Return why what a key signed is not taken; the first key of an organisation counts."""
        known = self.signers.setdefault(organisation, {})
        state = known.get(line)
        if state is None:
            state = known[line] = SignerState.OFFERED if known else SignerState.UNCONFIRMED
            self.ledger.note_signer(organisation, line, state)
        if state in {SignerState.OFFERED, SignerState.FORMER}:
            return Refusal.KEY_CHANGED
        if self.confirmed_only and state is not SignerState.CONFIRMED:
            return Refusal.UNCONFIRMED
        return None

    def _says_the_same(self, other: Kept, bundle: Bundle) -> bool:
        """Return whether a known edition says the same, signed with the key of before."""
        if other.batch == self.batch:
            return False
        [(_kept, content)] = contents(self.ledger.folder, [other])
        known = opened(content)
        return (known.head, known.lines) == (bundle.head, bundle.lines)

    def _refuse(self, arrival: Arrival, kept: Kept, why: Refusal, verdict: Examined) -> None:
        checks = verdict.wrong if why is Refusal.WRONG else ()
        self.refused.append(Refused(arrival.file, why, kept.organisation, checks))
        for code in checks or (why,):
            self.ledger.note(_problem(kept, code, self.received_on))

    def _note_below(self, kept: Kept, arrival: Arrival) -> None:
        for code in arrival.problems:
            self.ledger.note(_problem(kept, code, self.received_on))


def _problem(kept: Kept, code: str, noted_on: str) -> Problem:
    return Problem(kept.digest, code, kept.organisation, kept.period, kept.revision, noted_on)
