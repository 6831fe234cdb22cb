"""`jinlin config field`: fields of a branch's own; `cli/config/__init__.py` hangs them in."""

from __future__ import annotations

from jinlin.complex.field.fields import FIELDS
from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command.grammar import ListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted
from jinlin.output.register.pages import listing_of
from jinlin.output.register.verbs import RegisterVerb
from jinlin.store.command.command import reading

app = noun(
    N_("Fields of your own for buildings, households and members."),
    later=(
        RegisterVerb("add", FIELDS, N_("Make a field, such as 车位 for households.")),
        RegisterVerb("edit", FIELDS, N_("Change the name or the choices of a field.")),
        verb_in(__name__, "list", "list_", N_("All fields of your own."), ListingCommand),
        RegisterVerb("remove", FIELDS, N_("Take a field away; undo brings it back.")),
    ),
)


def list_(call: Call) -> None:
    with reading(call) as reader:
        found = FIELDS.rows(reader)
    show(call, listing_of(FIELDS, found, rows_wanted(call)))
