-- Form 2: which editions there are of a month, so that no two of them can be laid side by side.

CREATE TABLE IF NOT EXISTS publication (  -- what was published here; some ledgers of form 1 have it
    period TEXT PRIMARY KEY,
    level TEXT NOT NULL,
    others TEXT NOT NULL  -- the codes of those that stood together, in JSON
) STRICT, WITHOUT ROWID;
ALTER TABLE publication ADD COLUMN figures BLOB CHECK (length(figures) = 32);  -- their digest

CREATE TABLE published_below (  -- what those below have published themselves, as they say
    period TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (period, organisation)
) STRICT, WITHOUT ROWID;

CREATE TABLE passed (  -- the months that went on to the next level
    period TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
