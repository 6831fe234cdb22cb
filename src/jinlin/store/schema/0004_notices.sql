-- What is posted: notices, the objections to them, the proof that they hung, questions and answers.

-- notice
CREATE TABLE notice (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    number        INTEGER NOT NULL UNIQUE,
    type          TEXT NOT NULL CHECK (type IN ('public_notice', 'announcement', 'disclosure', 'notification')),
    -- Which line of the list of what must be public; its code.
    matter        TEXT,
    title         TEXT NOT NULL CHECK (title <> ''),
    body          TEXT NOT NULL CHECK (body <> ''),
    basis         TEXT NOT NULL DEFAULT '',
    audience      TEXT NOT NULL DEFAULT '',
    signer        TEXT NOT NULL CHECK (signer <> ''),
    witness       TEXT NOT NULL DEFAULT '',
    contact       TEXT NOT NULL DEFAULT '',
    -- One a line each.
    places        TEXT NOT NULL DEFAULT '',
    attachments   TEXT NOT NULL DEFAULT '',
    named         TEXT NOT NULL DEFAULT '',
    -- What it is about: a record of a higher room, in words, such as `issue` `2026-0007`.
    about_kind    TEXT,
    about_number  TEXT,
    -- The days whose records it tells of, such as a quarter.
    covers_from   TEXT,
    covers_to     TEXT,
    period_days   INTEGER CHECK (period_days BETWEEN 1 AND 366),
    period_unit   TEXT CHECK (period_unit IN ('natural_days', 'working_days')),
    period_source TEXT NOT NULL DEFAULT '',
    posted_on     TEXT,
    ends_on       TEXT,
    taken_down_on TEXT,
    withdrawn_on  TEXT,
    withdrawn_because TEXT,
    removed_at    TEXT,
    CHECK ((about_kind IS NULL) = (about_number IS NULL)),
    CHECK ((covers_from IS NULL) = (covers_to IS NULL) AND covers_from <= covers_to),
    CHECK ((period_days IS NULL) = (period_unit IS NULL)),
    CHECK ((ends_on IS NOT NULL) = (posted_on IS NOT NULL AND period_days IS NOT NULL)),
    CHECK (posted_on IS NOT NULL OR taken_down_on IS NULL),
    CHECK ((withdrawn_on IS NULL) = (withdrawn_because IS NULL))
) STRICT;
CREATE INDEX notice_about ON notice (about_kind, about_number) WHERE about_kind IS NOT NULL;
CREATE INDEX notice_by_matter ON notice (matter, posted_on) WHERE matter IS NOT NULL;
CREATE INDEX notice_up ON notice (ends_on)
    WHERE taken_down_on IS NULL AND withdrawn_on IS NULL AND removed_at IS NULL;

-- What was put right after it had been posted, each time with the reason.
CREATE TABLE notice_correction (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    notice_id    INTEGER NOT NULL REFERENCES notice (id),
    corrected_on TEXT NOT NULL,
    fields       TEXT NOT NULL CHECK (fields <> ''),
    reason       TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX notice_correction_of ON notice_correction (notice_id);

CREATE TABLE notice_proof (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    notice_id  INTEGER NOT NULL REFERENCES notice (id),
    kind       TEXT NOT NULL CHECK (kind IN ('posted', 'taken_down')),
    day        TEXT NOT NULL,
    place      TEXT NOT NULL DEFAULT '',
    done_by    TEXT NOT NULL DEFAULT '',
    witness    TEXT NOT NULL DEFAULT '',
    path       TEXT,
    sha256     TEXT,
    removed_at TEXT,
    CHECK ((path IS NULL) = (sha256 IS NULL))
) STRICT;
CREATE INDEX notice_proof_of ON notice_proof (notice_id);

CREATE TABLE notice_objection (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    notice_id      INTEGER NOT NULL REFERENCES notice (id),
    number         INTEGER NOT NULL CHECK (number > 0),
    objector       TEXT NOT NULL CHECK (objector <> ''),
    objector_phone TEXT,
    text           TEXT NOT NULL CHECK (text <> ''),
    received_on    TEXT NOT NULL,
    answer_by      TEXT NOT NULL,
    answer         TEXT,
    answered_on    TEXT,
    outcome        TEXT CHECK (outcome IN ('upheld', 'partly', 'rejected')),
    removed_at     TEXT,
    UNIQUE (notice_id, number),
    CHECK ((answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX notice_objection_open ON notice_objection (answer_by) WHERE answer IS NULL AND removed_at IS NULL;

-- What residents ask (监督一点通), and what they were told.
CREATE TABLE question (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    number       INTEGER NOT NULL UNIQUE,
    text         TEXT NOT NULL CHECK (text <> ''),
    asker        TEXT,
    asker_phone  TEXT,
    asked_on     TEXT NOT NULL,
    answer_by    TEXT NOT NULL,
    answer       TEXT,
    answered_on  TEXT,
    answered_by  TEXT,
    private      INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    about_kind   TEXT,
    about_number TEXT,
    removed_at   TEXT,
    CHECK ((about_kind IS NULL) = (about_number IS NULL)),
    CHECK ((answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
) STRICT;
CREATE INDEX question_open ON question (answer_by) WHERE answer IS NULL AND removed_at IS NULL;
CREATE INDEX question_by_day ON question (asked_on);
