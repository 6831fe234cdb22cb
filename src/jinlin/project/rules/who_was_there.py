"""Who was there, where a note of works says it at its end: `防水返工 在场 杨卫国`."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.people.parties import looks_like_person
from jinlin.core.text import listed

_BEHIND: Final = r"(?s)(.+?)[\s，,；;。]*在场(?:人员|的有|的|有)?[:：\s]\s*(.+?)[。.]?"
_BEFORE: Final = r"(?s)(.+?)[\s，,；;。]+(\S+?)都?在场[。.]?"


def who_was_there(text: str) -> tuple[str, list[str]]:
    """Return a note without its end that says who was there, and who that was; nobody else."""
    for pattern in (_BEHIND, _BEFORE):
        match = re.fullmatch(pattern, text.strip())
        names = listed(match[2], also=" 和") if match else []
        if match and names and all(map(_may_be_named, names)):
            return match[1], names
    return text, []


def _may_be_named(text: str) -> bool:
    """Return whether somebody is named, or named behind where she comes from: `物业李工`."""
    return any(looks_like_person(text[start:]) for start in (0, 2))
