-- Reports that were handed in, with the figures as they were then.

-- report
CREATE TABLE filed_report (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    length   TEXT NOT NULL CHECK (length IN ('week', 'month', 'quarter', 'year')),
    first_on TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 0),
    filed_at TEXT NOT NULL,
    signed_by TEXT NOT NULL CHECK (signed_by <> ''),
    reason   TEXT,
    figures  TEXT NOT NULL,
    digest   TEXT NOT NULL,
    UNIQUE (length, first_on, revision),
    CHECK ((revision = 0) = (reason IS NULL))
) STRICT;
