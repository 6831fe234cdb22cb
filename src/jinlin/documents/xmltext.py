"""Text that XML can carry, as it stands inside every docx, xlsx and html."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.text import clean

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BLANK: Final = "＿"
_UNBROKEN: Final = "__"
"""As wide as a blank's full-width low line; between these no program breaks a line."""


def xml_text(text: str) -> str:
    """Return a text without what XML forbids, controls and broken bytes; a blank stays whole."""
    kept = text.strip() if text.isprintable() else clean(_NO_XML.sub("\ufffd", text))
    return kept.replace(_BLANK, _UNBROKEN)
