"""Meetings: who was there, what was settled, and the minutes people sign.

Read `rules` (the kinds of meeting, quorum and count, the owners' vote by heads and area), then
`record` (a meeting with all that is kept of it), `agenda` and `attendance` on it, `minutes` (what
was said, tasks, confirmation), `voting` and `resolution`; `calendar` says what is due, `pages` are
the papers, `commands` is `jinlin meeting`. `types.toml` holds the kinds of meeting with their
rules, `matters.toml` what owners decide; `references.py` says which votes stand on a home. Other
rooms use the faces the packages name.
"""
