"""`db check`: what is looked at in and around a database; nothing is repaired.

Read `checks` (inside the file, and the rules of the rooms), `surroundings` (program, disk,
folder, backups), `proofs` (papers kept by path and digest). Rooms declare a `checks.Rule` and
keep papers by `proofs`.
"""
