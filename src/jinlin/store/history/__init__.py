"""The history (audit log) after it was written: verified, taken back, forgotten.

Read `chain` (the hash chain verified, and the rows against it), `untold` and `outside` (what no
entry tells of), `undo` and `restoring` (rows as they were before), `forgetting` (values gone
for good). Other rooms use `chain`, `undo` and `forgetting`.
"""
