"""The guided walks, one small file each; the table says which there are."""

from __future__ import annotations

from typing import Final

WALKS: Final[dict[str, tuple[str, ...]]] = {
    "friday": ("周五议事", "周五", "friday"),
    "monthly": ("月报", "monthly"),
    "board": ("上墙", "board"),
    "calls": ("回访", "calls"),
    "payment": ("收款", "payment"),
    "handover": ("移交", "换届", "handover"),
}
"""The file of each walk, and what is typed to begin it."""
