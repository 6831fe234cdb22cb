-- Money is integer fen, area integer hundredths of a square metre, moments are UTC text
-- (2026-11-05T08:00:00Z), days and months are ISO text, enums are English words.
-- Ids are never given twice (AUTOINCREMENT), so that the history speaks of one row only.
-- A row with removed_at is deleted for the user and kept for the history.

-- The history: one entry a command, one row_change a changed row. Outside undo.
CREATE TABLE entry (
    seq       INTEGER PRIMARY KEY,
    operation TEXT NOT NULL UNIQUE,
    at        TEXT NOT NULL,
    user      TEXT NOT NULL,
    command   TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    subject   TEXT NOT NULL DEFAULT '',
    did       TEXT,
    reverse   TEXT,
    reverses  INTEGER REFERENCES entry (seq),
    previous  TEXT,
    digest    TEXT
) STRICT;

CREATE TABLE row_change (
    id         INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL REFERENCES entry (seq),
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    before     TEXT,
    after      TEXT,
    salt       TEXT,
    digest     TEXT
) STRICT;
CREATE INDEX row_change_of_entry ON row_change (entry);
CREATE INDEX row_change_of_row ON row_change (table_name, row_id);

CREATE TRIGGER row_change_needs_open_entry BEFORE INSERT ON row_change
WHEN (SELECT digest FROM entry WHERE seq = NEW.entry) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a row was changed outside a command'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the history is kept'); END;
CREATE TRIGGER entry_is_sealed BEFORE UPDATE ON entry WHEN OLD.digest IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the history is sealed'); END;
CREATE TRIGGER row_change_is_kept BEFORE DELETE ON row_change
BEGIN SELECT RAISE(ABORT, 'the history is kept'); END;
CREATE TRIGGER row_change_is_sealed BEFORE UPDATE ON row_change WHEN OLD.digest IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the history is sealed'); END;

-- Permanent short numbers; a number once given is never given again, not even after undo.
CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;

CREATE TABLE setting (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

-- person
CREATE TABLE person (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    number     INTEGER NOT NULL UNIQUE,
    name       TEXT NOT NULL CHECK (name <> ''),
    phone      TEXT,
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX person_by_name ON person (name);

-- complex
CREATE TABLE complex (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    name      TEXT NOT NULL CHECK (name <> ''),
    street    TEXT,
    community TEXT
) STRICT;

CREATE TABLE building (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT NOT NULL CHECK (code <> ''),
    name         TEXT,
    floors       INTEGER CHECK (floors BETWEEN 1 AND 150),
    floors_below INTEGER NOT NULL DEFAULT 0 CHECK (floors_below BETWEEN 0 AND 9),
    entrances    INTEGER CHECK (entrances BETWEEN 1 AND 50),
    stilt_floor  INTEGER NOT NULL DEFAULT 0 CHECK (stilt_floor IN (0, 1)),
    elevator     INTEGER NOT NULL DEFAULT 0 CHECK (elevator IN (0, 1)),
    note         TEXT,
    removed_at   TEXT
) STRICT;
CREATE UNIQUE INDEX building_code ON building (code) WHERE removed_at IS NULL;

CREATE TABLE household (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    building_id INTEGER NOT NULL REFERENCES building (id),
    entrance    TEXT CHECK (entrance <> ''),
    room        TEXT NOT NULL CHECK (room <> ''),
    floor       INTEGER NOT NULL CHECK (floor BETWEEN -9 AND 150 AND floor <> 0),
    area        INTEGER CHECK (area > 0),
    state       TEXT CHECK (state IN ('owner_occupied', 'let', 'vacant', 'shop', 'developer')),
    note        TEXT,
    removed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX household_door ON household (building_id, ifnull(entrance, ''), room)
    WHERE removed_at IS NULL;

CREATE TABLE ownership (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    household_id INTEGER NOT NULL REFERENCES household (id),
    person_id    INTEGER NOT NULL REFERENCES person (id),
    share        TEXT,
    removed_at   TEXT
) STRICT;
CREATE UNIQUE INDEX ownership_once ON ownership (household_id, person_id) WHERE removed_at IS NULL;
CREATE INDEX ownership_of_person ON ownership (person_id);

-- member
CREATE TABLE branch (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    name     TEXT NOT NULL CHECK (name <> ''),
    type     TEXT NOT NULL CHECK (type IN ('regular', 'joint', 'overlay')),
    superior TEXT
) STRICT;

CREATE TABLE member (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    party_state TEXT CHECK (party_state IN
        ('full', 'probationary', 'activist', 'applicant')),
    affiliation TEXT NOT NULL CHECK (affiliation IN ('here', 'report_in', 'none')),
    joined_on   TEXT,
    full_on     TEXT,
    reported_on TEXT,
    employer    TEXT,
    group_name  TEXT,
    skills      TEXT,
    note        TEXT,
    removed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX member_once ON member (person_id) WHERE removed_at IS NULL;

CREATE TABLE post (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    body       TEXT NOT NULL CHECK (body IN ('branch', 'group', 'owners_committee',
        'supervisory_board', 'property_company', 'residents_committee', 'team')),
    title      TEXT NOT NULL CHECK (title <> ''),
    started_on TEXT,
    ended_on   TEXT,
    source     TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX post_of_person ON post (person_id);

-- issue
CREATE TABLE category (
    id             INTEGER PRIMARY KEY,
    code           TEXT NOT NULL UNIQUE,
    group_code     TEXT NOT NULL,
    name           TEXT NOT NULL UNIQUE,
    spoken         TEXT NOT NULL DEFAULT '',
    respond_amount INTEGER NOT NULL CHECK (respond_amount >= 0),
    respond_unit   TEXT NOT NULL CHECK (respond_unit IN ('at_once', 'hours', 'working_days')),
    close_amount   INTEGER NOT NULL CHECK (close_amount >= 0),
    close_unit     TEXT NOT NULL CHECK (close_unit IN ('at_once', 'hours', 'working_days')),
    raise_amount   INTEGER NOT NULL CHECK (raise_amount >= 0),
    raise_unit     TEXT NOT NULL CHECK (raise_unit IN ('at_once', 'hours', 'working_days')),
    first_handler  TEXT NOT NULL DEFAULT '',
    goes_to        TEXT NOT NULL DEFAULT '',
    privacy        TEXT NOT NULL CHECK (privacy IN ('open', 'private', 'secret')),
    advice         TEXT NOT NULL DEFAULT '',
    origin         TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE issue (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    year           INTEGER NOT NULL,
    number         INTEGER NOT NULL,
    title          TEXT NOT NULL CHECK (title <> ''),
    category_id    INTEGER NOT NULL REFERENCES category (id),
    place          TEXT,
    building_id    INTEGER REFERENCES building (id),
    household_id   INTEGER REFERENCES household (id),
    reporter       TEXT,
    reporter_phone TEXT,
    channel        TEXT NOT NULL CHECK (channel IN
        ('door', 'phone', 'wechat', 'patrol', 'meeting', '12345', 'notice_board', 'other')),
    urgency        TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'critical')),
    private        INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    status         TEXT NOT NULL CHECK (status IN ('reported', 'in_progress',
        'under_consultation', 'escalated', 'departments_called', 'departments_arrived',
        'deferred', 'closed_solved', 'closed_unsolved', 'declined')),
    reported_at    TEXT NOT NULL,
    due_on         TEXT,
    steward_id     INTEGER REFERENCES person (id),
    handler        TEXT,
    closed_at      TEXT,
    result         TEXT,
    satisfaction   TEXT CHECK (satisfaction IN ('satisfied', 'basically_satisfied', 'not_satisfied')),
    removed_at     TEXT,
    UNIQUE (year, number),
    CHECK ((closed_at IS NOT NULL) = (status IN ('closed_solved', 'closed_unsolved', 'declined')))
) STRICT;
-- The first two serve the listing's order: open and most urgent first, without sorting a table.
CREATE INDEX issue_open ON issue (
    CASE urgency WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END, due_on, id
) WHERE closed_at IS NULL AND removed_at IS NULL;
CREATE INDEX issue_closed ON issue (closed_at DESC, id) WHERE closed_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX issue_by_report ON issue (reported_at);
CREATE INDEX issue_by_building ON issue (building_id);

CREATE TABLE issue_event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id    INTEGER NOT NULL REFERENCES issue (id),
    at          TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('reported', 'noted', 'assigned', 'edited', 'closed',
        'reopened', 'rated')),
    from_status TEXT,
    to_status   TEXT,
    satisfaction TEXT CHECK (satisfaction IN ('satisfied', 'basically_satisfied', 'not_satisfied')),
    person_id   INTEGER REFERENCES person (id),
    note        TEXT,
    user        TEXT NOT NULL
) STRICT;
CREATE INDEX issue_event_of_issue ON issue_event (issue_id, id);
CREATE INDEX issue_event_by_kind ON issue_event (kind, at);

-- meeting
CREATE TABLE meeting (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    number     INTEGER NOT NULL UNIQUE,
    type       TEXT NOT NULL,
    title      TEXT NOT NULL CHECK (title <> ''),
    held_at    TEXT NOT NULL,
    ended_at   TEXT,
    place      TEXT,
    chair      TEXT,
    recorder   TEXT,
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX meeting_by_time ON meeting (held_at);

CREATE TABLE agenda_item (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position   INTEGER NOT NULL CHECK (position > 0),
    title      TEXT NOT NULL CHECK (title <> ''),
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX agenda_item_of_meeting ON agenda_item (meeting_id, position);

CREATE TABLE attendance (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    person_id  INTEGER REFERENCES person (id),
    name       TEXT NOT NULL CHECK (name <> ''),
    state      TEXT NOT NULL CHECK (state IN ('expected', 'present', 'late', 'excused', 'absent', 'sitting_in')),
    reason     TEXT,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX attendance_once ON attendance (meeting_id, name, ifnull(person_id, 0))
    WHERE removed_at IS NULL;

CREATE TABLE resolution (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    item_id    INTEGER REFERENCES agenda_item (id),
    number     INTEGER NOT NULL,
    text       TEXT NOT NULL CHECK (text <> ''),
    owner      TEXT,
    due_on     TEXT,
    removed_at TEXT,
    UNIQUE (meeting_id, number)
) STRICT;

-- elevator
CREATE TABLE plan (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    name        TEXT NOT NULL CHECK (name <> ''),
    building_id INTEGER REFERENCES building (id),
    entrance    TEXT,
    made_at     TEXT NOT NULL,
    total       INTEGER NOT NULL CHECK (total > 0),
    subsidy     INTEGER NOT NULL CHECK (subsidy >= 0 AND subsidy <= total),
    scheme      TEXT NOT NULL,
    mode        TEXT NOT NULL CHECK (mode IN ('household', 'area', 'floor', 'floor-area')),
    round_unit  INTEGER NOT NULL CHECK (round_unit > 0),
    cap         INTEGER CHECK (cap >= 0),
    request     TEXT NOT NULL,
    removed_at  TEXT
) STRICT;

CREATE TABLE plan_share (
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
    cap          INTEGER,
    capped       INTEGER NOT NULL CHECK (capped IN (0, 1)),
    status       TEXT NOT NULL CHECK (status IN ('pays', 'exempt', 'excluded')),
    UNIQUE (plan_id, position)
) STRICT;
