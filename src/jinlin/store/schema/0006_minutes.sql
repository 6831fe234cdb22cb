-- Meetings that stand up: the agenda and where it comes from, resolutions, action items, minutes.

-- meeting
-- From `opened_at` on a change of the agenda needs a reason; from `confirmed_at` on nothing of the
-- meeting changes any more, and `confirmed_hash` is the SHA-256 of what was confirmed.
ALTER TABLE meeting ADD COLUMN opened_at TEXT;
ALTER TABLE meeting ADD COLUMN confirmed_at TEXT;
ALTER TABLE meeting ADD COLUMN confirmed_hash TEXT
    CHECK ((confirmed_hash IS NULL) = (confirmed_at IS NULL));
-- For when it was planned first, where it was put off.
ALTER TABLE meeting ADD COLUMN planned_for TEXT;
-- 发送范围 of the summary.
ALTER TABLE meeting ADD COLUMN sent_to TEXT;

-- Where an item comes from: `issue` 2026-0007, `action` A5, `resolution` M12-1, `item` M12/3, or
-- what a higher room has put up; and in words why it is here.
ALTER TABLE agenda_item ADD COLUMN source_kind TEXT;
ALTER TABLE agenda_item ADD COLUMN source_ref TEXT
    CHECK ((source_ref IS NULL) = (source_kind IS NULL));
ALTER TABLE agenda_item ADD COLUMN source_text TEXT;
ALTER TABLE agenda_item ADD COLUMN internal INTEGER NOT NULL DEFAULT 0 CHECK (internal IN (0, 1));
-- 党支部先议: the branch deliberates it before this meeting does.
ALTER TABLE agenda_item ADD COLUMN branch_first INTEGER NOT NULL DEFAULT 0
    CHECK (branch_first IN (0, 1));
-- The item of another meeting that is deliberated here beforehand.
ALTER TABLE agenda_item ADD COLUMN for_item_id INTEGER REFERENCES agenda_item (id);
-- What the meeting held of it, for the summary (会议认为).
ALTER TABLE agenda_item ADD COLUMN view TEXT;
ALTER TABLE agenda_item ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1));
CREATE INDEX agenda_item_by_source ON agenda_item (source_kind, source_ref)
    WHERE source_kind IS NOT NULL;
CREATE INDEX agenda_item_for ON agenda_item (for_item_id) WHERE for_item_id IS NOT NULL;

-- What was changed on an agenda after the meeting was opened, and why.
CREATE TABLE agenda_change (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    item_id    INTEGER NOT NULL REFERENCES agenda_item (id),
    at         TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('added', 'edited', 'removed')),
    before     TEXT,
    reason     TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX agenda_change_of_meeting ON agenda_change (meeting_id, id);

-- What a speaker said, in short; `dissent` where she was of another opinion.
CREATE TABLE statement (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    item_id    INTEGER REFERENCES agenda_item (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    speaker    TEXT NOT NULL CHECK (speaker <> ''),
    text       TEXT NOT NULL CHECK (text <> ''),
    dissent    INTEGER NOT NULL DEFAULT 0 CHECK (dissent IN (0, 1)),
    removed_at TEXT,
    UNIQUE (meeting_id, number)
) STRICT;

ALTER TABLE resolution ADD COLUMN basis TEXT;
ALTER TABLE resolution ADD COLUMN result TEXT;
ALTER TABLE resolution ADD COLUMN effective_on TEXT;
ALTER TABLE resolution ADD COLUMN review_on TEXT;
ALTER TABLE resolution ADD COLUMN status TEXT NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'done', 'revoked'));
ALTER TABLE resolution ADD COLUMN ended_on TEXT;
ALTER TABLE resolution ADD COLUMN remark TEXT;
CREATE INDEX resolution_to_review ON resolution (review_on)
    WHERE review_on IS NOT NULL AND status = 'open' AND removed_at IS NULL;

CREATE TABLE resolution_issue (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    resolution_id INTEGER NOT NULL REFERENCES resolution (id),
    issue_id      INTEGER NOT NULL REFERENCES issue (id),
    UNIQUE (resolution_id, issue_id)
) STRICT;
CREATE INDEX resolution_issue_of_issue ON resolution_issue (issue_id);

-- 待办: who does what by when.
CREATE TABLE action_item (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    number        INTEGER NOT NULL UNIQUE,
    meeting_id    INTEGER NOT NULL REFERENCES meeting (id),
    item_id       INTEGER REFERENCES agenda_item (id),
    resolution_id INTEGER REFERENCES resolution (id),
    text          TEXT NOT NULL CHECK (text <> ''),
    owner         TEXT,
    due_on        TEXT,
    percent       INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    done_on       TEXT,
    remark        TEXT,
    removed_at    TEXT,
    CHECK ((done_on IS NULL) = (percent < 100))
) STRICT;
CREATE INDEX action_item_open ON action_item (due_on) WHERE done_on IS NULL AND removed_at IS NULL;
CREATE INDEX action_item_of_meeting ON action_item (meeting_id);

CREATE TABLE action_issue (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES action_item (id),
    issue_id  INTEGER NOT NULL REFERENCES issue (id),
    UNIQUE (action_id, issue_id)
) STRICT;

-- What somebody who was there has against the minutes, before they are confirmed.
CREATE TABLE minutes_objection (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    at         TEXT NOT NULL,
    name       TEXT NOT NULL CHECK (name <> ''),
    text       TEXT NOT NULL CHECK (text <> ''),
    removed_at TEXT
) STRICT;
CREATE INDEX minutes_objection_of_meeting ON minutes_objection (meeting_id);

-- What was found to be wrong in confirmed minutes: shown with them, never written into them.
CREATE TABLE minutes_correction (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    at         TEXT NOT NULL,
    text       TEXT NOT NULL CHECK (text <> ''),
    reason     TEXT NOT NULL CHECK (reason <> ''),
    user       TEXT NOT NULL,
    UNIQUE (meeting_id, number)
) STRICT;
