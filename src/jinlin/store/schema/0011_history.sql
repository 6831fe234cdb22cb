-- The triggers of the history are made anew, in a form that is read faster.

-- history
-- What was typed with an operation id, digested: the same id with other words is no repetition.
ALTER TABLE entry ADD COLUMN words TEXT;

-- elevator
-- A ceiling is no less than nothing, as every other amount.
CREATE TABLE plan_share_new (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id      INTEGER NOT NULL REFERENCES plan (id),
    position     INTEGER NOT NULL,
    household_id INTEGER REFERENCES household (id),
    building     TEXT,
    entrance     TEXT,
    room         TEXT NOT NULL,
    floor        INTEGER NOT NULL,
    area         INTEGER,
    coefficient  TEXT NOT NULL,
    weight       TEXT NOT NULL,
    exact        TEXT NOT NULL,
    amount       INTEGER NOT NULL CHECK (amount >= 0),
    cap          INTEGER CHECK (cap >= 0),
    capped       INTEGER NOT NULL CHECK (capped IN (0, 1)),
    status       TEXT NOT NULL CHECK (status IN ('pays', 'exempt', 'excluded')),
    owners       TEXT,
    registered_area INTEGER CHECK (registered_area > 0),
    area_basis   TEXT CHECK (area_basis IN ('registry', 'survey', 'contract')),
    UNIQUE (plan_id, position)
) STRICT;
INSERT INTO plan_share_new SELECT * FROM plan_share;
DELETE FROM sqlite_sequence WHERE name = 'plan_share_new';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'plan_share_new', seq FROM sqlite_sequence WHERE name = 'plan_share';
DROP TABLE plan_share;
ALTER TABLE plan_share_new RENAME TO plan_share;
CREATE INDEX plan_share_of_household ON plan_share (household_id, plan_id);
