-- The money of an elevator after adoption: account, instalments, one book of entries, settlements,
-- running costs. What a door owes is its share of the adopted plan, or of the latest settlement;
-- everything that was paid, and every balance, is a sum of entries.

-- Where a file came from: bank lists and filled sheets of an elevator too.
CREATE TABLE import_origin_new (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT NOT NULL,
    register TEXT NOT NULL CHECK (register IN ('building', 'household', 'member', 'issue', 'elevator')),
    file     TEXT NOT NULL,
    digest   TEXT NOT NULL,
    source   TEXT,
    basis    TEXT,
    purpose  TEXT,
    rows     INTEGER NOT NULL CHECK (rows >= 0)
) STRICT;
INSERT INTO import_origin_new SELECT * FROM import_origin;
DELETE FROM sqlite_sequence WHERE name = 'import_origin_new';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'import_origin_new', seq FROM sqlite_sequence WHERE name = 'import_origin';
DROP TABLE import_origin;
ALTER TABLE import_origin_new RENAME TO import_origin;

-- elevator
-- Who takes the money and who watches over it; never the branch.
CREATE TABLE elevator_account (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL UNIQUE REFERENCES elevator_project (id),
    payee      TEXT NOT NULL CHECK (payee <> ''),
    account    TEXT NOT NULL CHECK (account <> ''),
    handler    TEXT NOT NULL CHECK (handler <> ''),
    checker    TEXT NOT NULL CHECK (checker <> ''),
    CHECK (handler <> checker)
) STRICT;

CREATE TABLE elevator_term (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES elevator_project (id),
    position   INTEGER NOT NULL CHECK (position > 0),
    name       TEXT NOT NULL DEFAULT '',
    rate       TEXT NOT NULL,
    due_on     TEXT,
    UNIQUE (project_id, position)
) STRICT;

-- One movement of money. Receipts are the series R, all else the series V; each runs by itself in a
-- project. An entry is never changed or deleted: a reversal has the same kind and amount.
CREATE TABLE elevator_entry (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id   INTEGER NOT NULL REFERENCES elevator_project (id),
    book         TEXT NOT NULL CHECK (book IN ('works', 'running')),
    series       TEXT NOT NULL CHECK (series IN ('R', 'V')),
    number       INTEGER NOT NULL CHECK (number > 0),
    kind         TEXT NOT NULL CHECK (kind IN ('payment', 'refund', 'subsidy', 'interest', 'aid',
        'revenue', 'other', 'spending')),
    amount       INTEGER NOT NULL CHECK (amount > 0),
    day          TEXT NOT NULL,
    household_id INTEGER REFERENCES household (id),
    method       TEXT CHECK (method IN ('transfer', 'cash', 'mobile', 'card', 'fund', 'housing_fund')),
    counterparty TEXT,
    purpose      TEXT,
    plan_id      INTEGER REFERENCES plan (id),
    -- As the account stood on that day.
    payee        TEXT NOT NULL CHECK (payee <> ''),
    account      TEXT NOT NULL CHECK (account <> ''),
    handled_by   TEXT NOT NULL CHECK (handled_by <> ''),
    approved_by  TEXT NOT NULL CHECK (approved_by <> ''),
    subsidy_id   INTEGER REFERENCES elevator_subsidy (id),
    voucher      TEXT,
    voucher_sha256 TEXT,
    reverses     INTEGER UNIQUE REFERENCES elevator_entry (id),
    reason       TEXT,
    recorded_at  TEXT NOT NULL,
    UNIQUE (project_id, series, number),
    CHECK (handled_by <> approved_by),
    CHECK ((series = 'R') = (kind = 'payment' AND reverses IS NULL)),
    CHECK ((kind IN ('payment', 'refund')) = (household_id IS NOT NULL)),
    CHECK ((kind = 'payment') = (method IS NOT NULL)),
    CHECK ((reverses IS NULL) = (reason IS NULL))
) STRICT;
CREATE INDEX elevator_entry_of_project ON elevator_entry (project_id, book, day, id);
CREATE INDEX elevator_entry_of_household ON elevator_entry (household_id, project_id)
    WHERE household_id IS NOT NULL;
CREATE INDEX elevator_entry_lately ON elevator_entry (recorded_at);

-- What the doors bear since the cost was final or somebody joined: each version whole.
CREATE TABLE elevator_settlement (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES elevator_project (id),
    version    INTEGER NOT NULL CHECK (version > 0),
    kind       TEXT NOT NULL CHECK (kind IN ('final', 'join')),
    plan_id    INTEGER NOT NULL REFERENCES plan (id),
    -- The final cost and what came from elsewhere; NULL while the adopted cost counts.
    total      INTEGER CHECK (total > 0),
    relief     INTEGER CHECK (relief >= 0),
    cap        TEXT,
    -- Who joined, and by what the share she would have had was multiplied.
    joiner_id  INTEGER REFERENCES household (id),
    times      TEXT,
    reason     TEXT NOT NULL CHECK (reason <> ''),
    settled_on TEXT NOT NULL,
    reopened_on TEXT,
    reopened_reason TEXT,
    user       TEXT NOT NULL,
    UNIQUE (project_id, version),
    CHECK ((total IS NULL) = (relief IS NULL)),
    CHECK (kind = 'join' OR total IS NOT NULL),
    CHECK ((kind = 'join') = (joiner_id IS NOT NULL)),
    CHECK ((kind = 'join') = (times IS NOT NULL)),
    CHECK ((reopened_on IS NULL) = (reopened_reason IS NULL))
) STRICT;

CREATE TABLE elevator_settlement_share (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    settlement_id INTEGER NOT NULL REFERENCES elevator_settlement (id),
    position      INTEGER NOT NULL,
    household_id  INTEGER NOT NULL REFERENCES household (id),
    building      TEXT,
    entrance      TEXT,
    room          TEXT NOT NULL,
    floor         INTEGER NOT NULL,
    area          INTEGER,
    status        TEXT NOT NULL CHECK (status IN ('pays', 'exempt', 'excluded')),
    weight        TEXT NOT NULL,
    before        INTEGER NOT NULL CHECK (before >= 0),
    amount        INTEGER NOT NULL CHECK (amount >= 0),
    UNIQUE (settlement_id, position),
    UNIQUE (settlement_id, household_id)
) STRICT;

-- What a door's own sub-account of the maintenance fund holds, as somebody was told.
CREATE TABLE elevator_fund (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id   INTEGER NOT NULL REFERENCES elevator_project (id),
    household_id INTEGER NOT NULL REFERENCES household (id),
    balance      INTEGER NOT NULL CHECK (balance >= 0),
    told_on      TEXT NOT NULL,
    source       TEXT,
    UNIQUE (project_id, household_id)
) STRICT;

-- What the running lift cost in a month, shared on the ladder.
CREATE TABLE elevator_month (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id  INTEGER NOT NULL REFERENCES elevator_project (id),
    month       TEXT NOT NULL,
    power       INTEGER NOT NULL DEFAULT 0 CHECK (power >= 0),
    inspection  INTEGER NOT NULL DEFAULT 0 CHECK (inspection >= 0),
    maintenance INTEGER NOT NULL DEFAULT 0 CHECK (maintenance >= 0),
    repair      INTEGER NOT NULL DEFAULT 0 CHECK (repair >= 0),
    other       INTEGER NOT NULL DEFAULT 0 CHECK (other >= 0),
    due_on      TEXT NOT NULL,
    -- Why it takes the place of an earlier one of that month.
    reason      TEXT,
    removed_at  TEXT,
    CHECK (power + inspection + maintenance + repair + other > 0)
) STRICT;
CREATE UNIQUE INDEX elevator_month_once ON elevator_month (project_id, month) WHERE removed_at IS NULL;

CREATE TABLE elevator_month_share (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    month_id     INTEGER NOT NULL REFERENCES elevator_month (id),
    household_id INTEGER NOT NULL REFERENCES household (id),
    amount       INTEGER NOT NULL CHECK (amount >= 0),
    UNIQUE (month_id, household_id)
) STRICT;
CREATE INDEX elevator_month_share_of_household ON elevator_month_share (household_id);
