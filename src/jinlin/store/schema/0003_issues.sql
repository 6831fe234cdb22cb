-- Residents' issues from the notebook to satisfaction: dispatch, the ladder, the street's call.

-- issue
CREATE TABLE category_new (
    id            INTEGER PRIMARY KEY,
    code          TEXT NOT NULL UNIQUE,
    group_code    TEXT NOT NULL,
    name          TEXT NOT NULL UNIQUE,
    spoken        TEXT NOT NULL DEFAULT '',
    first_handler TEXT NOT NULL DEFAULT '',
    goes_to       TEXT NOT NULL DEFAULT '',
    privacy       TEXT NOT NULL CHECK (privacy IN ('open', 'private', 'secret')),
    advice        TEXT NOT NULL DEFAULT '',
    origin        TEXT NOT NULL DEFAULT '',
    skill         TEXT NOT NULL DEFAULT '',
    questions     TEXT NOT NULL DEFAULT ''
) STRICT;
-- What the branch promises for a category from a day on; the latest that has begun holds.
CREATE TABLE category_limit (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    category_id    INTEGER NOT NULL REFERENCES category (id),
    since          TEXT NOT NULL,
    respond_amount INTEGER NOT NULL CHECK (respond_amount >= 0),
    respond_unit   TEXT NOT NULL CHECK (respond_unit IN ('at_once', 'hours', 'days', 'working_days')),
    close_amount   INTEGER NOT NULL CHECK (close_amount >= 0),
    close_unit     TEXT NOT NULL CHECK (close_unit IN ('at_once', 'hours', 'days', 'working_days')),
    raise_amount   INTEGER NOT NULL CHECK (raise_amount >= 0),
    raise_unit     TEXT NOT NULL CHECK (raise_unit IN ('at_once', 'hours', 'days', 'working_days')),
    warn_days      INTEGER NOT NULL DEFAULT 1 CHECK (warn_days BETWEEN 0 AND 60),
    source         TEXT NOT NULL DEFAULT '',
    UNIQUE (category_id, since)
) STRICT;
INSERT INTO category_new (id, code, group_code, name, spoken, first_handler, goes_to, privacy, advice, origin)
    SELECT id, code, group_code, name, spoken, first_handler, goes_to, privacy, advice, origin FROM category;
INSERT INTO category_limit (category_id, since, respond_amount, respond_unit, close_amount, close_unit,
        raise_amount, raise_unit, source)
    SELECT id, '1990-01-01', respond_amount, respond_unit, close_amount, close_unit,
        raise_amount, raise_unit, origin FROM category ORDER BY id;
DROP TABLE category;
ALTER TABLE category_new RENAME TO category;

ALTER TABLE issue ADD COLUMN doer_id INTEGER REFERENCES person (id);
ALTER TABLE issue ADD COLUMN accepted_at TEXT;
ALTER TABLE issue ADD COLUMN solved_at TEXT;
ALTER TABLE issue ADD COLUMN respond_by TEXT;
ALTER TABLE issue ADD COLUMN raise_on TEXT;
ALTER TABLE issue ADD COLUMN warn_on TEXT;
ALTER TABLE issue ADD COLUMN accused TEXT;
ALTER TABLE issue ADD COLUMN on_behalf_of TEXT;
ALTER TABLE issue ADD COLUMN deferred_until TEXT;
ALTER TABLE issue ADD COLUMN level TEXT NOT NULL DEFAULT 'complex'
    CHECK (level IN ('complex', 'friday', 'community', 'street', 'district'));
ALTER TABLE issue ADD COLUMN level_since TEXT;
ALTER TABLE issue ADD COLUMN partly_solved TEXT;
ALTER TABLE issue ADD COLUMN parent_id INTEGER REFERENCES issue (id);
ALTER TABLE issue ADD COLUMN merged_into INTEGER REFERENCES issue (id);
ALTER TABLE issue ADD COLUMN urged INTEGER NOT NULL DEFAULT 0 CHECK (urged >= 0);
ALTER TABLE issue ADD COLUMN reopened INTEGER NOT NULL DEFAULT 0 CHECK (reopened >= 0);
ALTER TABLE issue ADD COLUMN handed_back INTEGER NOT NULL DEFAULT 0 CHECK (handed_back >= 0);
ALTER TABLE issue ADD COLUMN ask_on TEXT;
ALTER TABLE issue ADD COLUMN satisfaction_reason TEXT;
ALTER TABLE issue ADD COLUMN quality TEXT CHECK (quality IN ('passed', 'failed'));
ALTER TABLE issue ADD COLUMN quality_note TEXT;
ALTER TABLE issue ADD COLUMN affected_from TEXT;
ALTER TABLE issue ADD COLUMN affected_to TEXT;
CREATE INDEX issue_by_place ON issue (building_id, category_id, reported_at);
CREATE INDEX issue_by_parent ON issue (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE issue_event_new (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id     INTEGER NOT NULL REFERENCES issue (id),
    at           TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('reported', 'noted', 'assigned', 'accepted',
        'handed_back', 'visited', 'consulted', 'urged', 'deferred', 'resumed', 'agenda', 'decided',
        'escalated', 'called', 'arrived', 'joint_handling', 'partly_solved', 'scored', 'edited',
        'linked', 'merged', 'closed', 'declined', 'reopened', 'rated', 'checked', 'replied')),
    from_status  TEXT,
    to_status    TEXT,
    satisfaction TEXT CHECK (satisfaction IN ('satisfied', 'basically_satisfied', 'not_satisfied')),
    person_id    INTEGER REFERENCES person (id),
    note         TEXT,
    -- Which record of a higher room decided it, in words: `M12-3`.
    reference    TEXT,
    user         TEXT NOT NULL
) STRICT;
INSERT INTO issue_event_new (id, issue_id, at, kind, from_status, to_status, satisfaction, person_id, note, user)
    SELECT id, issue_id, at, kind, from_status, to_status, satisfaction, person_id, note, user FROM issue_event;
DELETE FROM sqlite_sequence WHERE name = 'issue_event_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'issue_event_new', seq FROM sqlite_sequence WHERE name = 'issue_event';
DROP TABLE issue_event;
ALTER TABLE issue_event_new RENAME TO issue_event;
CREATE INDEX issue_event_of_issue ON issue_event (issue_id, id);
CREATE INDEX issue_event_by_kind ON issue_event (kind, at);

CREATE TABLE issue_informed (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id   INTEGER NOT NULL REFERENCES issue (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX issue_informed_once ON issue_informed (issue_id, person_id) WHERE removed_at IS NULL;

CREATE TABLE issue_household (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id     INTEGER NOT NULL REFERENCES issue (id),
    household_id INTEGER NOT NULL REFERENCES household (id),
    removed_at   TEXT
) STRICT;
CREATE UNIQUE INDEX issue_household_once ON issue_household (issue_id, household_id) WHERE removed_at IS NULL;

CREATE TABLE issue_link (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id   INTEGER NOT NULL REFERENCES issue (id),
    other_id   INTEGER NOT NULL REFERENCES issue (id),
    removed_at TEXT,
    CHECK (issue_id < other_id)
) STRICT;
CREATE UNIQUE INDEX issue_link_once ON issue_link (issue_id, other_id) WHERE removed_at IS NULL;
CREATE INDEX issue_link_of_other ON issue_link (other_id);

-- 街道呼叫 and 部门报到: one row a call, one a department that was called.
CREATE TABLE street_call (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id   INTEGER NOT NULL REFERENCES issue (id),
    called_at  TEXT NOT NULL,
    lead       TEXT NOT NULL CHECK (lead <> ''),
    wanted_by  TEXT,
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX street_call_of_issue ON street_call (issue_id);

CREATE TABLE called_department (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    call_id    INTEGER NOT NULL REFERENCES street_call (id),
    department TEXT NOT NULL CHECK (department <> ''),
    arrived_at TEXT,
    who_came   TEXT,
    result     TEXT,
    score      INTEGER CHECK (score BETWEEN 1 AND 5),
    scored_by  TEXT CHECK (scored_by IN ('street', 'branch')),
    score_note TEXT,
    UNIQUE (call_id, department)
) STRICT;
CREATE INDEX called_department_by_name ON called_department (department);

CREATE TABLE saved_filter (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (name <> ''),
    words      TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX saved_filter_name ON saved_filter (name) WHERE removed_at IS NULL;

-- A reply of the branch's own, in place of the one that came with the program.
CREATE TABLE reply_template (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    category_code TEXT NOT NULL,
    status        TEXT NOT NULL,
    text          TEXT NOT NULL CHECK (text <> ''),
    removed_at    TEXT
) STRICT;
CREATE UNIQUE INDEX reply_template_once ON reply_template (category_code, status) WHERE removed_at IS NULL;
