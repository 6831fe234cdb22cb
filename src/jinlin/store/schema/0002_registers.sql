-- Registers that take what people really have: where a file came from, the days off, who lives
-- where, who holds which post, which purse paid.

-- Where an imported file came from and on what basis it is used (PIPL 6, 17, 23).
CREATE TABLE import_origin (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT NOT NULL,
    register TEXT NOT NULL CHECK (register IN ('building', 'household', 'member', 'issue')),
    file     TEXT NOT NULL,
    digest   TEXT NOT NULL,
    source   TEXT,
    basis    TEXT,
    purpose  TEXT,
    rows     INTEGER NOT NULL CHECK (rows >= 0)
) STRICT;

-- Days off on a weekday and working days on a weekend, as the State Council publishes them.
CREATE TABLE public_holiday (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    day    TEXT NOT NULL UNIQUE,
    kind   TEXT NOT NULL CHECK (kind IN ('off', 'work')),
    name   TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL
) STRICT;

-- What is forgotten loses its values and its salt; the digest stays, and with it the chain.
DROP TRIGGER row_change_is_sealed;
CREATE TRIGGER row_change_is_sealed BEFORE UPDATE ON row_change
WHEN OLD.digest IS NOT NULL AND NOT (
    NEW.before IS NULL AND NEW.after IS NULL AND NEW.salt IS NULL AND NEW.digest IS OLD.digest
    AND NEW.id = OLD.id AND NEW.entry = OLD.entry AND NEW.table_name = OLD.table_name
    AND NEW.row_id = OLD.row_id)
BEGIN SELECT RAISE(ABORT, 'the history is sealed'); END;

-- person
ALTER TABLE person ADD COLUMN other_phone TEXT;
ALTER TABLE person ADD COLUMN id_number TEXT;
ALTER TABLE person ADD COLUMN id_purpose TEXT;
ALTER TABLE person ADD COLUMN id_override TEXT;
ALTER TABLE person ADD COLUMN birth_on TEXT;
ALTER TABLE person ADD COLUMN sex TEXT CHECK (sex IN ('female', 'male'));
ALTER TABLE person ADD COLUMN pinyin TEXT;
ALTER TABLE person ADD COLUMN initials TEXT;
ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id);
ALTER TABLE person ADD COLUMN forgotten_at TEXT;
CREATE INDEX person_by_initials ON person (initials);
CREATE INDEX person_by_pinyin ON person (pinyin);
CREATE INDEX person_by_phone ON person (phone) WHERE phone IS NOT NULL;
CREATE INDEX person_by_other_phone ON person (other_phone) WHERE other_phone IS NOT NULL;
CREATE INDEX person_by_merge ON person (merged_into) WHERE merged_into IS NOT NULL;

-- complex
ALTER TABLE household ADD COLUMN area_basis TEXT CHECK (area_basis IN ('registry', 'survey', 'contract'));
ALTER TABLE household ADD COLUMN representative_id INTEGER REFERENCES person (id);
ALTER TABLE household ADD COLUMN occupants INTEGER CHECK (occupants BETWEEN 0 AND 99);
-- A representative who owns nothing needs the owners' written authority (民法典 165).
ALTER TABLE household ADD COLUMN representative_authority TEXT;
-- The listing's order within a building, without sorting a hundred thousand homes.
CREATE INDEX household_order ON household (building_id, entrance, floor, length(room), room, state)
    WHERE removed_at IS NULL;

-- Who owned it before stays, marked as removed, with the day it ended.
ALTER TABLE ownership ADD COLUMN since TEXT;
ALTER TABLE ownership ADD COLUMN until TEXT;

CREATE TABLE building_note (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    building_id INTEGER NOT NULL REFERENCES building (id),
    kind        TEXT NOT NULL CHECK (kind IN ('note', 'plant', 'contact', 'history')),
    text        TEXT NOT NULL CHECK (text <> ''),
    noted_on    TEXT NOT NULL,
    removed_at  TEXT
) STRICT;
CREATE INDEX building_note_of_building ON building_note (building_id);

CREATE TABLE occupancy (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    household_id INTEGER NOT NULL REFERENCES household (id),
    person_id    INTEGER NOT NULL REFERENCES person (id),
    role         TEXT NOT NULL CHECK (role IN ('occupant', 'tenant')),
    relation     TEXT,
    since        TEXT,
    until        TEXT,
    removed_at   TEXT
) STRICT;
CREATE UNIQUE INDEX occupancy_once ON occupancy (household_id, person_id)
    WHERE removed_at IS NULL AND until IS NULL;
CREATE INDEX occupancy_of_person ON occupancy (person_id);

-- A care tag needs the person's separate consent (PIPL 28 to 31).
CREATE TABLE care (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    household_id  INTEGER NOT NULL REFERENCES household (id),
    person_id     INTEGER REFERENCES person (id),
    tag           TEXT NOT NULL CHECK (tag <> ''),
    interval_days INTEGER CHECK (interval_days BETWEEN 1 AND 3660),
    consent_on    TEXT NOT NULL,
    consent_by    TEXT NOT NULL CHECK (consent_by <> ''),
    consent_until TEXT,
    note          TEXT,
    removed_at    TEXT
) STRICT;
CREATE INDEX care_of_household ON care (household_id);

CREATE TABLE visit (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    household_id INTEGER NOT NULL REFERENCES household (id),
    visited_on   TEXT NOT NULL,
    visitors     TEXT NOT NULL CHECK (visitors <> ''),
    outcome      TEXT NOT NULL CHECK (outcome IN ('met', 'not_at_home', 'refused')),
    met          TEXT,
    purpose      TEXT,
    result       TEXT,
    next_on      TEXT,
    user         TEXT NOT NULL,
    removed_at   TEXT
) STRICT;
CREATE INDEX visit_of_household ON visit (household_id, visited_on);

-- Fields of a branch's own, for buildings, households and members.
CREATE TABLE field (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    scope      TEXT NOT NULL CHECK (scope IN ('building', 'household', 'member')),
    name       TEXT NOT NULL CHECK (name <> ''),
    kind       TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'yes_no', 'choice')),
    choices    TEXT,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX field_name ON field (scope, name) WHERE removed_at IS NULL;

CREATE TABLE field_value (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    field_id INTEGER NOT NULL REFERENCES field (id),
    row_id   INTEGER NOT NULL,
    value    TEXT NOT NULL,
    UNIQUE (field_id, row_id)
) STRICT;

-- member
ALTER TABLE branch ADD COLUMN short_name TEXT;
ALTER TABLE branch ADD COLUMN founded_on TEXT;
ALTER TABLE branch ADD COLUMN term_years INTEGER CHECK (term_years IN (3, 5));
ALTER TABLE branch ADD COLUMN term_from TEXT;
ALTER TABLE branch ADD COLUMN term_to TEXT;
-- What the superior allows an overlay branch beyond the usual, in its own words.
ALTER TABLE branch ADD COLUMN overlay_permission TEXT;

ALTER TABLE member ADD COLUMN availability TEXT;
ALTER TABLE member ADD COLUMN standing TEXT NOT NULL DEFAULT 'active'
    CHECK (standing IN ('active', 'migrant', 'lost_contact'));
ALTER TABLE member ADD COLUMN standing_since TEXT;
-- Why she may not vote although a full member of this branch (留党察看), and why she is not counted
-- among those who should attend (long illness, abroad; domain C2).
ALTER TABLE member ADD COLUMN no_vote_reason TEXT;
ALTER TABLE member ADD COLUMN not_counted_reason TEXT;
ALTER TABLE member ADD COLUMN left_on TEXT;
ALTER TABLE member ADD COLUMN left_reason TEXT;

CREATE TABLE post_wider (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    body       TEXT NOT NULL CHECK (body IN ('branch', 'group', 'owners_committee',
        'supervisory_board', 'property_company', 'residents_committee', 'community_party',
        'service_centre', 'service_station', 'building', 'team', 'other')),
    title      TEXT NOT NULL CHECK (title <> ''),
    unit       TEXT,
    started_on TEXT,
    ended_on   TEXT,
    source     TEXT,
    removed_at TEXT
) STRICT;
INSERT INTO post_wider (id, person_id, body, title, started_on, ended_on, source, removed_at)
    SELECT id, person_id, body, title, started_on, ended_on, source, removed_at FROM post;
DELETE FROM sqlite_sequence WHERE name = 'post_wider';
INSERT INTO sqlite_sequence (name, seq) SELECT 'post_wider', seq FROM sqlite_sequence WHERE name = 'post';
DROP TABLE post;
ALTER TABLE post_wider RENAME TO post;
CREATE INDEX post_of_person ON post (person_id);

CREATE TABLE transfer (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id  INTEGER NOT NULL REFERENCES member (id),
    direction  TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    moved_on   TEXT NOT NULL,
    other_side TEXT NOT NULL CHECK (other_side <> ''),
    letter     TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX transfer_of_member ON transfer (member_id);

CREATE TABLE party_group (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (name <> ''),
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX party_group_name ON party_group (name) WHERE removed_at IS NULL;

CREATE TABLE group_building (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id    INTEGER NOT NULL REFERENCES party_group (id),
    building_id INTEGER NOT NULL REFERENCES building (id),
    removed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX group_building_once ON group_building (group_id, building_id)
    WHERE removed_at IS NULL;

CREATE TABLE venue_item (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL CHECK (name <> ''),
    met        INTEGER NOT NULL DEFAULT 0 CHECK (met IN (0, 1)),
    checked_on TEXT,
    note       TEXT,
    origin     TEXT,
    removed_at TEXT
) STRICT;
-- 六有: of two lists that circulate the one of what a venue has; no list of Fujian's was found.
INSERT INTO venue_item (position, name, origin) VALUES
    (1, '有场所', '基层党建资料通行的“六有”，以街道要求为准'),
    (2, '有设施', '基层党建资料通行的“六有”，以街道要求为准'),
    (3, '有标志', '基层党建资料通行的“六有”，以街道要求为准'),
    (4, '有党旗', '基层党建资料通行的“六有”，以街道要求为准'),
    (5, '有书报', '基层党建资料通行的“六有”，以街道要求为准'),
    (6, '有制度', '基层党建资料通行的“六有”，以街道要求为准');

CREATE TABLE room (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (name <> ''),
    whose      TEXT,
    place      TEXT,
    uses       TEXT NOT NULL DEFAULT '[]',
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX room_name ON room (name) WHERE removed_at IS NULL;

-- Six purses, never mixed: there is no transfer.
CREATE TABLE fund_entry (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    number        INTEGER NOT NULL UNIQUE,
    purse         TEXT NOT NULL CHECK (purse IN ('start_up_grant', 'dues', 'common_revenue',
        'maintenance_fund', 'own_money', 'partner_aid')),
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
    CHECK (direction = 'income' OR approved_by IS NOT NULL OR reverses IS NOT NULL),
    CHECK ((reverses IS NULL) = (reason IS NULL))
) STRICT;
CREATE INDEX fund_entry_by_day ON fund_entry (purse, day);

CREATE TABLE team (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (name <> ''),
    kind       TEXT NOT NULL CHECK (kind IN ('red_stewards', 'volunteers', 'staff')),
    duties     TEXT,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX team_name ON team (name) WHERE removed_at IS NULL;

CREATE TABLE team_member (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    team_id    INTEGER NOT NULL REFERENCES team (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    role       TEXT NOT NULL CHECK (role IN ('leader', 'member')),
    skills     TEXT,
    availability TEXT,
    since      TEXT,
    until      TEXT,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX team_member_once ON team_member (team_id, person_id)
    WHERE removed_at IS NULL AND until IS NULL;
CREATE INDEX team_member_of_person ON team_member (person_id);

-- Which red steward looks after which building (or one entrance of it), with which skill.
CREATE TABLE coverage (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    building_id INTEGER NOT NULL REFERENCES building (id),
    entrance    TEXT,
    skill       TEXT,
    substitute  INTEGER NOT NULL DEFAULT 0 CHECK (substitute IN (0, 1)),
    removed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX coverage_once ON coverage
    (person_id, building_id, ifnull(entrance, ''), ifnull(skill, '')) WHERE removed_at IS NULL;
CREATE INDEX coverage_of_building ON coverage (building_id);

-- 双报到: what a member who reported in has claimed, and what she did of it.
CREATE TABLE service_claim (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id  INTEGER NOT NULL REFERENCES member (id),
    what       TEXT NOT NULL CHECK (what <> ''),
    claimed_on TEXT NOT NULL,
    done_on    TEXT,
    minutes    INTEGER CHECK (minutes > 0),
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX service_claim_of_member ON service_claim (member_id);

-- 征求意见: an employer's letter about a member who reported in, and the branch's reply.
CREATE TABLE opinion (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    number       INTEGER NOT NULL UNIQUE,
    member_id    INTEGER NOT NULL REFERENCES member (id),
    asked_by     TEXT NOT NULL CHECK (asked_by <> ''),
    letter       TEXT,
    cause        TEXT NOT NULL CHECK (cause IN ('honours', 'promotion', 'delegate', 'other')),
    received_on  TEXT NOT NULL,
    reply_by     TEXT,
    discussed_on TEXT,
    text         TEXT,
    replied_on   TEXT,
    removed_at   TEXT
) STRICT;
