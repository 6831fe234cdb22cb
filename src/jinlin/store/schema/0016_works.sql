-- Works in the complex (架空层、车位、食堂), from the first question to their use.

-- project
CREATE TABLE project (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    -- A line of the list of kinds of works, which the program brings along.
    kind        TEXT NOT NULL CHECK (kind <> ''),
    title       TEXT NOT NULL CHECK (title <> ''),
    building_id INTEGER REFERENCES building (id),
    entrance    TEXT CHECK (entrance <> ''),
    place       TEXT CHECK (place <> ''),
    stage       TEXT NOT NULL DEFAULT 'sounding' CHECK (stage IN ('sounding', 'council', 'plan', 'decision',
        'notice', 'siting', 'survey', 'design', 'contract', 'works', 'acceptance', 'account', 'use')),
    stage_since TEXT NOT NULL,
    due_on      TEXT,
    started_on  TEXT NOT NULL,
    -- Who carries it out for the owners: their committee, their representative, never the branch.
    responsible TEXT CHECK (responsible <> ''),
    contact     TEXT,
    budget      INTEGER CHECK (budget > 0),
    -- Out of which purse it is to be paid.
    purse       TEXT CHECK (purse IN ('start_up_grant', 'dues', 'common_revenue', 'maintenance_fund', 'own_money',
        'partner_aid', 'service_account')),
    -- What of 民法典 278 the owners decide; NULL where they decide nothing, for the reason given.
    matter      TEXT,
    scope       TEXT,
    matter_reason TEXT CHECK (matter_reason <> ''),
    about_kind  TEXT,
    about_number TEXT,
    ended_on    TEXT,
    ended_reason TEXT,
    removed_at  TEXT,
    CHECK ((about_kind IS NULL) = (about_number IS NULL)),
    CHECK ((matter IS NULL) = (scope IS NULL)),
    CHECK (entrance IS NULL OR building_id IS NOT NULL),
    CHECK (scope IS NULL OR scope = 'complex' OR building_id IS NOT NULL),
    CHECK (scope IS NULL OR scope <> 'entrance' OR entrance IS NOT NULL),
    CHECK (matter IS NOT NULL OR matter_reason IS NOT NULL)
) STRICT;
CREATE INDEX project_of_building ON project (building_id) WHERE building_id IS NOT NULL;

-- Every step from stage to stage; one that was passed over says why, and a gate that was overridden
-- keeps what stood in the way.
CREATE TABLE project_stage (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project (id),
    stage      TEXT NOT NULL,
    entered_on TEXT NOT NULL,
    skipped    TEXT CHECK (skipped <> ''),
    override_reason TEXT,
    overridden TEXT,
    user       TEXT NOT NULL
) STRICT;
CREATE INDEX project_stage_of_project ON project_stage (project_id, id);

-- What happened, in the words of whoever was there.
CREATE TABLE project_note (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project (id),
    stage      TEXT NOT NULL,
    noted_on   TEXT NOT NULL,
    text       TEXT NOT NULL CHECK (text <> ''),
    file       TEXT,
    sha256     TEXT,
    user       TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX project_note_of_project ON project_note (project_id, id);

-- Who took part in a stage: a member of this branch, by which the stage may be left, or anybody else.
CREATE TABLE project_hand (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project (id),
    stage      TEXT NOT NULL,
    note_id    INTEGER REFERENCES project_note (id),
    person_id  INTEGER REFERENCES person (id),
    name       TEXT CHECK (name <> ''),
    ours       INTEGER NOT NULL CHECK (ours IN (0, 1)),
    removed_at TEXT,
    CHECK ((person_id IS NULL) <> (name IS NULL))
) STRICT;
CREATE INDEX project_hand_of_project ON project_hand (project_id, stage);
CREATE INDEX project_hand_of_note ON project_hand (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX project_hand_of_person ON project_hand (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE project_milestone (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project (id),
    milestone  TEXT NOT NULL CHECK (milestone IN ('plan', 'contract', 'works_done', 'accepted', 'balanced')),
    done_on    TEXT NOT NULL,
    detail     TEXT,
    source     TEXT,
    file       TEXT,
    sha256     TEXT,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX project_milestone_once ON project_milestone (project_id, milestone) WHERE removed_at IS NULL;

CREATE TABLE project_quote (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id  INTEGER NOT NULL REFERENCES project (id),
    number      INTEGER NOT NULL,
    company     TEXT NOT NULL CHECK (company <> ''),
    amount      INTEGER NOT NULL CHECK (amount > 0),
    quoted_on   TEXT NOT NULL,
    valid_until TEXT,
    scope       TEXT,
    works_days  INTEGER CHECK (works_days BETWEEN 1 AND 3660),
    warranty_months INTEGER CHECK (warranty_months BETWEEN 0 AND 600),
    licence     TEXT CHECK (licence <> ''),
    source      TEXT,
    file        TEXT,
    sha256      TEXT,
    excluded_reason TEXT CHECK (excluded_reason <> ''),
    accepted_on TEXT CHECK (accepted_on IS NULL OR excluded_reason IS NULL),
    accepted_reason TEXT,
    -- The vote that chose it: M12-V1.
    accepted_vote TEXT CHECK (accepted_vote IS NULL OR accepted_on IS NOT NULL),
    -- Why fewer than three were compared.
    fewer_reason TEXT CHECK (fewer_reason <> ''),
    removed_at  TEXT,
    UNIQUE (project_id, number)
) STRICT;
CREATE UNIQUE INDEX project_quote_accepted ON project_quote (project_id)
    WHERE accepted_on IS NOT NULL AND removed_at IS NULL;

-- member
-- A seventh purse, that of the property service, and what an entry is about: the project it pays for.
CREATE TABLE fund_entry_new (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    number        INTEGER NOT NULL UNIQUE,
    purse         TEXT NOT NULL CHECK (purse IN ('start_up_grant', 'dues', 'common_revenue',
        'maintenance_fund', 'own_money', 'partner_aid', 'service_account')),
    direction     TEXT NOT NULL CHECK (direction IN ('income', 'spending')),
    amount        INTEGER NOT NULL CHECK (amount > 0),
    day           TEXT NOT NULL,
    purpose       TEXT NOT NULL CHECK (purpose <> ''),
    counterparty  TEXT NOT NULL CHECK (counterparty <> ''),
    handled_by    TEXT NOT NULL CHECK (handled_by <> ''),
    approved_by   TEXT,
    voucher       TEXT,
    voucher_sha256 TEXT,
    disclosed_on  TEXT,
    disclosed_at_place TEXT,
    reverses      INTEGER UNIQUE REFERENCES fund_entry (id),
    reason        TEXT,
    counterparty_kind TEXT CHECK (counterparty_kind IN ('organisation', 'person')),
    disclosed_by  TEXT CHECK (disclosed_by <> ''),
    about_kind    TEXT,
    about_number  TEXT,
    CHECK (direction = 'income' OR approved_by IS NOT NULL OR reverses IS NOT NULL),
    CHECK ((reverses IS NULL) = (reason IS NULL)),
    CHECK ((about_kind IS NULL) = (about_number IS NULL))
) STRICT;
INSERT INTO fund_entry_new SELECT *, NULL, NULL FROM fund_entry;
DELETE FROM sqlite_sequence WHERE name = 'fund_entry_new';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'fund_entry_new', seq FROM sqlite_sequence WHERE name = 'fund_entry';
DROP TABLE fund_entry;
ALTER TABLE fund_entry_new RENAME TO fund_entry;
CREATE INDEX fund_entry_by_day ON fund_entry (purse, day);
CREATE INDEX fund_entry_about ON fund_entry (about_kind, about_number) WHERE about_kind IS NOT NULL;

-- Who manages the complex, since when; whoever managed it before stays.
CREATE TABLE manager (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    number       INTEGER NOT NULL UNIQUE,
    model        TEXT NOT NULL CHECK (model IN ('professional', 'owners', 'party_led', 'community', 'nobody')),
    company      TEXT CHECK (company <> ''),
    since        TEXT,
    until        TEXT,
    fee          INTEGER CHECK (fee > 0),
    -- The resolution or vote: M12-1, M12-V1.
    decided      TEXT,
    file         TEXT,
    sha256       TEXT,
    ended_on     TEXT,
    ended_reason TEXT CHECK (ended_reason <> ''),
    removed_at   TEXT
) STRICT;
CREATE UNIQUE INDEX manager_in_force ON manager ((ended_on IS NULL)) WHERE ended_on IS NULL AND removed_at IS NULL;

-- complex
-- What a visit was for, where that is a record: the project whose doors are sounded out.
ALTER TABLE visit ADD COLUMN about_kind TEXT;
ALTER TABLE visit ADD COLUMN about_number TEXT CHECK ((about_kind IS NULL) = (about_number IS NULL));
CREATE INDEX visit_about ON visit (about_kind, about_number) WHERE about_kind IS NOT NULL;

-- partner
-- Units that signed an agreement with the community's Party organisation (共建单位).
CREATE TABLE partner (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    name        TEXT NOT NULL CHECK (name <> ''),
    kind        TEXT NOT NULL CHECK (kind IN ('state_owned', 'private', 'authority', 'institution', 'social', 'other')),
    signed_by   TEXT CHECK (signed_by <> ''),
    agreement_on TEXT,
    agreement_until TEXT,
    file        TEXT,
    sha256      TEXT,
    contact     TEXT CHECK (contact <> ''),
    contact_phone TEXT CHECK (contact_phone <> ''),
    ended_on    TEXT,
    ended_reason TEXT,
    removed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX partner_name ON partner (name) WHERE removed_at IS NULL;

-- What a partner promised or gave. Money goes to whom the partner pays, or into a purse whose entry
-- is named: never both.
CREATE TABLE partner_support (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    partner_id  INTEGER NOT NULL REFERENCES partner (id),
    number      INTEGER NOT NULL CHECK (number > 0),
    kind        TEXT NOT NULL CHECK (kind IN ('venue', 'culture', 'service', 'information', 'money', 'people', 'goods')),
    what        TEXT NOT NULL CHECK (what <> ''),
    amount      INTEGER CHECK (amount > 0),
    promised_on TEXT NOT NULL,
    due_on      TEXT,
    received_on TEXT,
    paid_to     TEXT CHECK (paid_to <> ''),
    fund_entry_id INTEGER REFERENCES fund_entry (id),
    about_kind  TEXT,
    about_number TEXT,
    dropped_on  TEXT,
    dropped_reason TEXT CHECK (dropped_reason <> ''),
    user        TEXT NOT NULL,
    CHECK ((about_kind IS NULL) = (about_number IS NULL)),
    CHECK ((kind = 'money') = (amount IS NOT NULL)),
    CHECK (paid_to IS NULL OR fund_entry_id IS NULL),
    CHECK ((dropped_on IS NULL) = (dropped_reason IS NULL)),
    CHECK (received_on IS NULL OR dropped_on IS NULL),
    UNIQUE (partner_id, number)
) STRICT;
CREATE INDEX partner_support_about ON partner_support (about_kind, about_number) WHERE about_kind IS NOT NULL;
