"""Who is put in charge."""

from __future__ import annotations

from jinlin.complex.people import people_called
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.person.queries import PersonRow, only_one
from jinlin.store.tx import Reader


def person_called(reader: Reader, text: str) -> PersonRow:
    """Return the one person a text means.

    Raises:
        NotFoundError: nobody is meant, or several are.
    """
    found = people_called(reader, clean(text))
    if found:
        return only_one(found, text)
    raise NotFoundError(
        _("There is nobody called “{text}”.").format(text=text),
        hint=_(
            "Record the person first: jinlin member add {text}. For a body: "
            "jinlin issue assign NUMBER --unit 物业公司"
        ).format(text=text),
    )
