"""`jinlin member honour`."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.member.report_in.honours import HONOURS
from jinlin.output.register.verbs import register_family

app = register_family(
    HONOURS,
    N_("Honours of members, with what the records said of them then."),
    verbs=("add", "list", "show", "edit", "remove"),
    helps={
        "add": N_("Record an honour; what the records say of her is kept with it."),
        "list": N_("All honours, the latest first."),
        "show": N_("One honour, with her as she was then."),
        "edit": N_("Correct an honour; the facts stay as they were taken down."),
        "remove": N_("Take out an honour that was recorded by mistake."),
    },
)
