"""What an import changes of one home, in words that hide names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final, NamedTuple

from jinlin.complex.exchange.home_keys import Key
from jinlin.complex.exchange.recorded import name_of
from jinlin.complex.rules.address import label
from jinlin.complex.rules.buildings import AREA_BASIS_LABELS, HOUSEHOLD_FIELDS, STATE_LABELS
from jinlin.core.columns import Personal
from jinlin.core.i18n import N_, _
from jinlin.core.money import square_metres
from jinlin.output.listing.masking import masked

_LABELS: Final = {
    **{word.value: text for word, text in STATE_LABELS.items()},
    **{word.value: text for word, text in AREA_BASIS_LABELS.items()},
}
TITLES: Final = {
    **HOUSEHOLD_FIELDS,
    "owners": N_("Owners"),
    "renamed": N_("Name corrected"),
    "shares": N_("Shares"),
    "phones": N_("Phones"),
    "tenants": N_("Tenants"),
    "representative": N_("Voting representative"),
    "care": N_("Care tags"),
    "own": N_("Fields of your own"),
}
"""What people call what may change of a home."""
_WITHOUT_VALUES: Final = frozenset({"note"})
"""Free text may name anybody: only that it changes is said."""


class Difference(NamedTuple):
    """One thing that changes.

    Attributes:
        what: a field of the household; or `owners`, `renamed`, `shares`, `phones`,
            `tenants`, `representative`, `care`, `own`.
        before: the value, or the names.
        after: the value, or the names.
    """

    what: str
    before: Any = None
    after: Any = None


def home_label(key: Key, owners: Iterable[str]) -> str:
    """Return a home with its owners, masked: `3-1-502 张**`."""
    return " ".join([label(*key), *(masked(name_of(one), Personal.NAME) for one in owners)])


def in_words(differences: Iterable[Difference]) -> str:
    """Return what changes of one home: `Exclusive area 89.50 → 90.00`."""
    return _("; ").join(_one(difference) for difference in differences)


def _one(difference: Difference) -> str:
    what, before, after = difference
    title = _(TITLES[what])
    if what in _WITHOUT_VALUES or (before is None and after is None):
        return title
    if what not in HOUSEHOLD_FIELDS:
        return f"{title} {_names(before, after)} → {_names(after, before)}"
    return f"{title} {_value(what, before)} → {_value(what, after)}"


def _names(names: Collection[str], others: Collection[str]) -> str:
    """Return names masked; in full where that would hide the very characters that change."""
    names, others = [*map(name_of, names)], [*map(name_of, others)]
    hidden = {masked(name, Personal.NAME) for name in others if name not in names}
    return "、".join(
        name if name not in others and masked(name, Personal.NAME) in hidden
        else masked(name, Personal.NAME)
        for name in names
    ) or _("none")  # fmt: skip


def _value(what: str, value: Any) -> str:
    if value is None:
        return _("none")
    if what == "area":
        return square_metres(value)
    return _(_LABELS[value]) if value in _LABELS else str(value)
