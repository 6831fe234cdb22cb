"""Text that XML can carry, as it stands inside every docx, xlsx and html."""

from __future__ import annotations

import re

from jinlin.core.text import clean

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Return a text without what XML forbids: controls and broken bytes."""
    return text.strip() if text.isprintable() else clean(_NO_XML.sub("\ufffd", text))
