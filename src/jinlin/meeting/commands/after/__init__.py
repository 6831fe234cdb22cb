"""Afterwards: `resolutions`, `review`, `actions`, `done`.

`resolution_listing` and `action_listing` are the two registers as tables.
"""
