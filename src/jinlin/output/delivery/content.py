"""What other programs read, such as cards and journals, into the file that was named."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.output.delivery.disclosure import disclosed, tell_of_keeping
from jinlin.output.delivery.files import tell_where, write_whole


def save_content(call: Call, content: bytes, *, persons: int) -> None:
    """Write it whole; what the call unmasks is asked about and logged.

    Args:
        call: the command; it names the file.
        content: what it holds.
        persons: of how many people it tells, where the call unmasks them.

    Raises:
        UsageError: nobody can be asked.
        FileError: it cannot be written.
    """
    assert call.output is not None
    if not call.unmask:
        tell_where(call, write_whole(call, call.output, lambda file: file.writelines([content])))
        return
    with disclosed(call, call.output, persons) as held:
        tell_where(held, write_whole(held, call.output, lambda file: file.writelines([content])))
    tell_of_keeping(call)
