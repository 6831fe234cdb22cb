-- Service days (爱心日、义务劳动): meetings with numbers of their own. Who served is their attendance.

-- meeting
-- Volunteers and residents as numbers beside those who are named.
CREATE TABLE service_day (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id  INTEGER NOT NULL UNIQUE REFERENCES meeting (id),
    -- How long each volunteer served, where that was said.
    minutes     INTEGER CHECK (minutes > 0),
    -- Volunteers whom nobody named.
    unnamed     INTEGER NOT NULL DEFAULT 0 CHECK (unnamed >= 0),
    -- Volunteers under 14: a number, and that their guardians agreed.
    minors      INTEGER NOT NULL DEFAULT 0 CHECK (minors >= 0),
    -- What it spared the owners.
    saved       INTEGER CHECK (saved > 0)
) STRICT;

-- A list tells two of one name apart by their doors, and counts whom nobody named with whoever
-- brings them (“+2”). Who put down a door alone is called by it.
ALTER TABLE attendance ADD COLUMN door TEXT CHECK (door <> '');
ALTER TABLE attendance ADD COLUMN more INTEGER NOT NULL DEFAULT 0 CHECK (more >= 0);
DROP INDEX attendance_once;
CREATE UNIQUE INDEX attendance_once
    ON attendance (meeting_id, name, ifnull(person_id, 0), ifnull(door, ''))
    WHERE removed_at IS NULL;

-- What was offered; how many residents took it, once that is known. Residents are numbers only.
CREATE TABLE service_item (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id  INTEGER NOT NULL REFERENCES meeting (id),
    what        TEXT NOT NULL CHECK (what <> ''),
    served      INTEGER CHECK (served >= 0),
    removed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX service_item_once ON service_item (meeting_id, what) WHERE removed_at IS NULL;

-- Which teams of the register took part.
CREATE TABLE service_team (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id  INTEGER NOT NULL REFERENCES meeting (id),
    team_id     INTEGER NOT NULL REFERENCES team (id),
    UNIQUE (meeting_id, team_id)
) STRICT;

-- What is usual of a kind of service day here.
CREATE TABLE service_kind (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    type        TEXT NOT NULL UNIQUE,
    place       TEXT CHECK (place <> ''),
    items       TEXT CHECK (items <> ''),
    -- Since which month the branch says it was never missed, before this register began.
    unbroken_since TEXT CHECK (unbroken_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')
) STRICT;

-- issue
-- How long somebody worked for a resident on what was closed: a service of hers.
ALTER TABLE issue_event ADD COLUMN minutes INTEGER CHECK (minutes > 0);
CREATE INDEX issue_event_served ON issue_event (person_id, at) WHERE minutes IS NOT NULL;

-- member
-- What is offered: ordered by a resident for her home, or by the owners for the whole complex.
CREATE TABLE offer (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    what        TEXT NOT NULL CHECK (what <> ''),
    audience    TEXT NOT NULL CHECK (audience IN ('home', 'complex')),
    -- Of one unit; 0 where it is free, NULL where it is not known.
    price       INTEGER CHECK (price >= 0),
    at_cost     INTEGER NOT NULL DEFAULT 0 CHECK (at_cost IN (0, 1)),
    unit        TEXT CHECK (unit <> ''),
    who         TEXT CHECK (who <> ''),
    supplier    TEXT CHECK (supplier <> ''),
    since       TEXT,
    until       TEXT,
    -- The resolution or vote: M12-1, M12-V1.
    decided     TEXT CHECK (decided IS NOT NULL OR audience = 'home'),
    removed_at  TEXT,
    CHECK (at_cost = 0 OR price IS NULL OR price > 0)
) STRICT;

-- Every service that somebody did: what a member who reported in claimed and did, every service day
-- she was at, and every issue she settled. It is made from those records, so that nothing is
-- written twice.
CREATE VIEW service_done AS
    SELECT m.person_id, s.what, s.claimed_on, s.done_on, s.minutes, 'claim' AS source
    FROM service_claim AS s JOIN member AS m ON m.id = s.member_id
    WHERE s.removed_at IS NULL AND s.done_on IS NOT NULL
    UNION ALL
    SELECT v.person_id, '办理小区事项', NULL,
        date(v.at, ifnull((SELECT value FROM setting WHERE key = 'zone'), '+08:00')),
        v.minutes, 'issue'
    FROM issue_event AS v JOIN issue AS i ON i.id = v.issue_id AND i.removed_at IS NULL
    WHERE v.minutes IS NOT NULL AND v.person_id IS NOT NULL
    UNION ALL
    SELECT a.person_id, e.title, NULL,
        date(e.held_at, ifnull((SELECT value FROM setting WHERE key = 'zone'), '+08:00')),
        d.minutes, 'meeting'
    FROM attendance AS a JOIN meeting AS e ON e.id = a.meeting_id AND e.removed_at IS NULL
    LEFT JOIN service_day AS d ON d.meeting_id = e.id
    WHERE a.removed_at IS NULL AND a.state IN ('present', 'late') AND a.person_id IS NOT NULL
        AND e.type IN ('charity_day', 'home_service_day', 'owners_reception', 'work_day', 'public_class');

-- issue
-- An issue that is an order names what was ordered, and what the resident paid for it to whoever did it.
ALTER TABLE issue ADD COLUMN offer_id INTEGER REFERENCES offer (id);
ALTER TABLE issue ADD COLUMN paid INTEGER CHECK (paid >= 0 AND (paid IS NULL OR offer_id IS NOT NULL));
CREATE INDEX issue_of_offer ON issue (offer_id) WHERE offer_id IS NOT NULL;
