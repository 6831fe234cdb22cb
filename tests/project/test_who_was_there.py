"""A note of works says at its end who was there."""

from __future__ import annotations

import pytest

from jinlin.project.rules.who_was_there import who_was_there


@pytest.mark.parametrize(
    ("note", "text", "names"),
    [
        ("防水两处返工 在场 杨卫国", "防水两处返工", ["杨卫国"]),
        ("防水返工，在场：杨卫国、物业李工", "防水返工", ["杨卫国", "物业李工"]),
        ("防水返工 杨卫国、林秀英在场。", "防水返工", ["杨卫国", "林秀英"]),
        ("业主多人在场", "业主多人在场", []),
        ("讲清了要求 在场 居民都不同意", "讲清了要求 在场 居民都不同意", []),
    ],
)
def test_names_at_the_end_are_who_was_there(note: str, text: str, names: list[str]) -> None:
    assert who_was_there(note) == (text, names)
