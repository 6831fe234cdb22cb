"""What the installer does to a PATH that is not its own."""

from __future__ import annotations

import pytest
from installer.path_entry import changed

HERS = r"%USERPROFILE%\bin;C:\old"
OURS = r"C:\林秀英\jinlin"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", OURS),
        (HERS, rf"{HERS};{OURS}"),
        (rf"{HERS};", rf"{HERS};{OURS}"),
        (rf"{OURS.upper()}\;{HERS}", rf"{HERS};{OURS}"),
    ],
)
def test_the_folder_stands_on_the_path_once_at_its_end(before: str, after: str) -> None:
    assert changed(before, OURS, add=True) == after


def test_what_was_there_before_is_there_again_when_it_is_taken_off() -> None:
    assert changed(changed(HERS, OURS, add=True), OURS, add=False) == HERS
    assert changed(HERS, OURS, add=False) == HERS
