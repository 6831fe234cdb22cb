"""The guided walks, one small file each; the table says which there are."""

from __future__ import annotations

from typing import Final

WALKS: Final[dict[str, tuple[str, ...]]] = {}
"""The file of each walk, and what is typed to begin it."""
