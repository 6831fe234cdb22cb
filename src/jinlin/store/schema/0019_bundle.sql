-- What is handed up each month: by which code, signed by whom, and with which cells.

-- member
ALTER TABLE branch ADD COLUMN organisation TEXT
    CHECK (length(organisation) = 15 AND organisation NOT GLOB '*[^0-9]*');

-- rollup
-- Whoever holds this file is the branch: what signs is in it, and in no history and no export.
CREATE TABLE signing_key (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    key_id  TEXT NOT NULL CHECK (length(key_id) = 16),
    seed    TEXT NOT NULL CHECK (length(seed) = 64),
    made_at TEXT NOT NULL
) STRICT;

-- The cells of a report as they were handed up first: a revision never changes, so that the same
-- report is the same file, whenever it is made again.
CREATE TABLE filed_bundle (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    filed_report_id INTEGER NOT NULL UNIQUE REFERENCES filed_report (id),
    program         TEXT NOT NULL CHECK (program <> ''),
    definitions     TEXT NOT NULL CHECK (definitions <> ''),
    covers          TEXT NOT NULL,
    empty           INTEGER NOT NULL CHECK (empty IN (0, 1)),
    cells           TEXT NOT NULL CHECK (cells <> '')
) STRICT;
