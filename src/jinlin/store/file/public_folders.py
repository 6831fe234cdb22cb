"""Folders that everybody reads: a site of ours, into which nothing of the database may come."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from jinlin.core.i18n import _

PUBLIC: Final = ".jinlin-site"
"""This file says that a folder is a site of ours, and lists what we put into it."""


def public_folder(folder: Path) -> str:
    """Return in the user's language that a folder is a site; empty where it is none."""
    if not os.path.lexists(folder / PUBLIC):
        return ""
    return _("{path} is a site that everybody can read; no backup goes there.").format(path=folder)
