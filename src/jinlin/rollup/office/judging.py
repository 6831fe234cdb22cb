"""What becomes of each file that comes: it is opened, and judged by the ledger as it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import NamedTuple

from jinlin.core.clock import Clock, Month
from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.rollup.office.archive import Arrival, contents, usual_name
from jinlin.rollup.office.ledger import BundleState, Kept, Ledger, Problem, SignerState
from jinlin.rollup.office.sources import Consignment
from jinlin.rollup.rules.bundle import BadBundle, Bundle, identity, opened
from jinlin.rollup.rules.checks import refused
from jinlin.rollup.rules.tables import TABLES
from jinlin.rollup.rules.tree import OrgLevel, within


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


class Judge:
    """Opens what comes and decides what becomes of it, by the ledger as it stands."""

    def __init__(self, ledger: Ledger, clock: Clock, batch: int, received_on: str) -> None:
        self.ledger, self.clock = ledger, clock
        self.batch, self.received_on = batch, received_on
        self.confirmed_only = ledger.office.confirmed_only
        self.known = {
            unit.code for unit in ledger.units().values() if unit.level is OrgLevel.COMPLEX
        }
        self.same = self.passed_by = 0
        self.kept: list[Kept] = []
        self.refused: list[Refused] = []
        self.uncounted: set[str] = set()
        self.earlier: set[str] = set()
        """The months of which something known turns out to have come earlier."""
        self.others: Collection[str] = ()
        """Of whom the office whose consignment is looked through has nothing to say."""

    def sender(self, consignment: Consignment) -> bool:
        """Return whether a consignment is of an office that may send one."""
        organisation, key = consignment.sender
        units = self.ledger.units()
        self.others = units.keys() - within(units, organisation)
        if organisation not in units:
            self.refused.append(Refused(consignment.file, Refusal.UNKNOWN_OFFICE, organisation))
            return False
        state = self.ledger.note_signer(organisation, key.line)
        why = self._against_key(state)
        if why:
            self.refused.append(Refused(consignment.file, why, organisation))
        return why is None

    def take(self, arrival: Arrival) -> tuple[Kept, Arrival] | None:
        """Take a file in, with what is believed of it; None where it is known, or not taken."""
        digest = identity(arrival.content)
        if digest and self._is_known(digest, arrival):
            return None
        try:
            bundle = opened(arrival.content)
        except BadBundle as error:
            self.refused.append(Refused(arrival.file, Refusal(error.fault.value)))
            return None
        arrival = self._believed(arrival, bundle.head.organisation)
        kept = self._as_kept(bundle, arrival)
        why = self._against(bundle, kept)
        if why is None and (other := self._other_edition(kept)):
            if self._says_the_same(other, bundle):
                self.same += 1
                return None
            why = Refusal.CONFLICT
        if why:
            self._refuse(arrival, kept, why, bundle)
            return None
        self.ledger.keep(kept)
        self._note_below(kept, arrival)
        self.kept.append(kept)
        self.uncounted |= {
            f"{key.table}.{key.measure}"
            for key in bundle.cells
            if key.table not in TABLES or key.measure not in TABLES[key.table].measures
        }
        return kept, arrival

    def _believed(self, arrival: Arrival, organisation: str) -> Arrival:
        """Return what came without what an office says of those who are not below it."""
        if organisation not in self.others:
            return arrival
        return arrival._replace(received_below=None, problems=())

    def _is_known(self, digest: bytes, arrival: Arrival) -> bool:
        """Return whether a bundle is known; those below may have had it earlier than was known."""
        [*known] = self.ledger.kept("digest = ?", (digest,))
        if not known:
            return False
        self.same += 1
        [kept] = known
        arrival = self._believed(arrival, kept.organisation)
        self._note_below(kept, arrival)
        below = arrival.received_below
        if below and below < (kept.received_below or "9"):
            self.ledger.write(
                "UPDATE bundle SET received_below = ? WHERE digest = ?", (below, digest)
            )
            self.earlier.add(kept.period)
        return True

    def _as_kept(self, bundle: Bundle, arrival: Arrival) -> Kept:
        head = bundle.head
        usual = usual_name(head.organisation, head.period, head.revision)
        known = head.organisation in self.known
        return Kept(
            digest=bytes.fromhex(bundle.digest),
            organisation=head.organisation,
            period=head.period,
            revision=head.revision,
            created=head.created,
            empty=int(head.empty),
            signer=bundle.key.id.hex(),
            received_on=self.received_on,
            received_below=arrival.received_below,
            batch=self.batch,
            state=BundleState.ACCEPTED if known else BundleState.WAITING,
            file=None if arrival.file == usual else arrival.file,
        )

    def _against(self, bundle: Bundle, kept: Kept) -> Refusal | None:
        """Return why a bundle is not taken; None where nothing is against it."""
        if self._is_unfinished(kept):
            return Refusal.UNFINISHED
        if why := self._against_key(self.ledger.note_signer(kept.organisation, bundle.key.line)):
            return why
        shapes = all(
            TABLES[key.table].item_columns(key.item) is not None
            for key in bundle.cells
            if key.table in TABLES
        )
        if not shapes or refused(bundle.cells, bundle.head.covers):
            return Refusal.WRONG
        return None

    def _is_unfinished(self, kept: Kept) -> bool:
        month = Month(*map(int, kept.period.split("-")))
        made = self.clock.local(kept.created)
        ahead = self.clock.today + timedelta(days=1)
        return made.date() <= month.last or month.last >= self.clock.today or made.date() > ahead

    def _against_key(self, state: SignerState) -> Refusal | None:
        if state in {SignerState.OFFERED, SignerState.FORMER}:
            return Refusal.KEY_CHANGED
        if self.confirmed_only and state is not SignerState.CONFIRMED:
            return Refusal.UNCONFIRMED
        return None

    def _other_edition(self, kept: Kept) -> Kept | None:
        """Return what is known of the same revision; it is another file."""
        found = self.ledger.kept(
            "period = ? AND organisation = ? AND revision = ?",
            (kept.period, kept.organisation, kept.revision),
        )
        return found[0] if found else None

    def _says_the_same(self, other: Kept, bundle: Bundle) -> bool:
        """Return whether a known edition says the same, signed with the key of before."""
        if other.batch == self.batch:
            return False
        [(_kept, content)] = contents(self.ledger.folder, [other])
        known = opened(content)
        return (known.head, known.cells) == (bundle.head, bundle.cells)

    def _refuse(self, arrival: Arrival, kept: Kept, why: Refusal, bundle: Bundle) -> None:
        checks = refused(bundle.cells, bundle.head.covers) if why is Refusal.WRONG else ()
        self.refused.append(Refused(arrival.file, why, kept.organisation, checks))
        for code in checks or (why,):
            self.ledger.note(_problem(kept, code, self.received_on))

    def _note_below(self, kept: Kept, arrival: Arrival) -> None:
        for code in arrival.problems:
            self.ledger.note(_problem(kept, code, self.received_on))


def _problem(kept: Kept, code: str, noted_on: str) -> Problem:
    return Problem(kept.digest, code, kept.organisation, kept.period, kept.revision, noted_on)
