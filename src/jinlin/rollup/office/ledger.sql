-- What an office knows of those below it, and of every bundle that came. The figures are in the lake.

CREATE TABLE office (  -- whose folder it is
    id INTEGER PRIMARY KEY CHECK (id = 1),
    organisation TEXT NOT NULL,
    level TEXT NOT NULL,
    due_day INTEGER CHECK (due_day BETWEEN 1 AND 28),  -- set here; NULL: as its level has it
    confirmed_only INTEGER NOT NULL CHECK (confirmed_only IN (0, 1)),
    key_id TEXT NOT NULL,
    seed TEXT NOT NULL  -- the secret key that signs what is passed on
) STRICT;

CREATE TABLE org (  -- the tree; contacts and phones stand here alone, and are never passed on
    code TEXT PRIMARY KEY,
    parent TEXT NOT NULL,
    level TEXT NOT NULL,
    name TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    contact TEXT NOT NULL,
    phone TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signer (  -- the public keys that were seen; of each organisation one counts
    organisation TEXT NOT NULL,
    line TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'confirmed', 'offered', 'former')),
    PRIMARY KEY (organisation, line)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX signer_counting ON signer (organisation)
    WHERE state IN ('unconfirmed', 'confirmed');

CREATE TABLE batch (  -- one addition; running: to be finished from the archive
    id INTEGER PRIMARY KEY,
    received_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done'))
) STRICT;

CREATE TABLE bundle (
    period TEXT NOT NULL,
    organisation TEXT NOT NULL,
    revision INTEGER NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    created TEXT NOT NULL,
    empty INTEGER NOT NULL CHECK (empty IN (0, 1)),
    signer TEXT NOT NULL,  -- the id of the key
    received_on TEXT NOT NULL,
    received_below TEXT,  -- when those below had it, as far as they say
    batch INTEGER NOT NULL REFERENCES batch (id),
    state TEXT NOT NULL CHECK (state IN ('accepted', 'superseded', 'waiting')),
    file TEXT,  -- NULL: as every bundle is called
    PRIMARY KEY (period, organisation, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (  -- what was refused, by what it said to be
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    code TEXT NOT NULL,
    organisation TEXT NOT NULL,
    period TEXT NOT NULL,
    revision INTEGER NOT NULL,
    noted_on TEXT NOT NULL,
    PRIMARY KEY (digest, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX problem_month ON problem (period, organisation, revision);
