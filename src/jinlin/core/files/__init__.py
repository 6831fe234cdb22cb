"""Bytes in and out: read within bounds, and down to the disk before they count as written.

Read `reading`, `filenames`, `shipped`, `disk`.
"""
