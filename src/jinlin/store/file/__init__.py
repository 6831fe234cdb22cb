"""The database file: opened with the right settings, whole on the disk, private, errors in words.

Read `connection` (readers and writers), `header` (whose file it is), `journals` (SQLite's side
files), `sqlite_errors` and `unwritable` (what goes wrong, in the user's words), `drafts` (new
files under a hidden name first), `standing` (an optimistic check: whether the file is still the
one that was opened); `own_files` and `public_folders` say where nothing may be put. Other rooms
use `header`, `drafts` and `own_files`.
"""
