-- Votes that stand up: who was in the room when, what a vote came to, and by which rule.

-- meeting
-- The day on which everybody was told of the meeting, and of each item: an owners' assembly votes on
-- nothing that was not announced fifteen days ahead (物业管理条例 14).
ALTER TABLE meeting ADD COLUMN notified_on TEXT;
ALTER TABLE agenda_item ADD COLUMN announced_on TEXT;

-- Moments like those of the meeting; null means from the beginning, or to the end. Somebody absent
-- may be represented by another who is there, by written authority, or have handed in an opinion.
ALTER TABLE attendance ADD COLUMN arrived_at TEXT;
ALTER TABLE attendance ADD COLUMN left_at TEXT CHECK (left_at IS NULL OR state IN ('present', 'late', 'sitting_in'));
ALTER TABLE attendance ADD COLUMN represented_by INTEGER REFERENCES attendance (id)
    CHECK (represented_by IS NULL OR state IN ('excused', 'absent'));
ALTER TABLE attendance ADD COLUMN authority TEXT CHECK (authority <> '');
ALTER TABLE attendance ADD COLUMN written TEXT CHECK (written <> '');

-- Where another rule holds for a kind of meeting than the one that came with the program: since when,
-- and from which source. The latest that has begun on the day of the meeting counts.
CREATE TABLE meeting_rule (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    type        TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('decision', 'admission', 'election')),
    since       TEXT NOT NULL,
    quorum      TEXT,
    passing     TEXT NOT NULL,
    base        TEXT NOT NULL CHECK (base IN ('entitled', 'present', 'valid')),
    written     INTEGER NOT NULL CHECK (written IN (0, 1)),
    recused_out INTEGER NOT NULL CHECK (recused_out IN (0, 1)),
    source      TEXT NOT NULL CHECK (source <> ''),
    removed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX meeting_rule_once ON meeting_rule (type, kind, since) WHERE removed_at IS NULL;

-- How often a kind of meeting is due instead; a null period means as needed.
CREATE TABLE meeting_frequency (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    type       TEXT NOT NULL,
    since      TEXT NOT NULL,
    times      INTEGER CHECK (times > 0),
    period     TEXT CHECK (period IN ('week', 'month', 'quarter', 'half_year', 'year')),
    source     TEXT NOT NULL CHECK (source <> ''),
    removed_at TEXT,
    CHECK ((times IS NULL) = (period IS NULL))
) STRICT;
CREATE UNIQUE INDEX meeting_frequency_once ON meeting_frequency (type, since) WHERE removed_at IS NULL;

-- One revision of one vote, with its numbers and the rule they were counted by, frozen. A correction
-- is another row with a reason; the one before stays, superseded.
CREATE TABLE vote (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id    INTEGER NOT NULL REFERENCES meeting (id),
    item_id       INTEGER NOT NULL REFERENCES agenda_item (id),
    number        INTEGER NOT NULL CHECK (number > 0),
    revision      INTEGER NOT NULL CHECK (revision > 0),
    reason        TEXT CHECK (reason <> ''),
    superseded    INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),
    subject       TEXT NOT NULL CHECK (subject <> ''),
    kind          TEXT NOT NULL CHECK (kind IN ('decision', 'admission', 'election', 'owners')),
    method        TEXT NOT NULL CHECK (method IN ('hands', 'named', 'secret', 'doors')),
    taken_at      TEXT NOT NULL,
    quorum        TEXT,
    passing       TEXT NOT NULL,
    base          TEXT NOT NULL CHECK (base IN ('entitled', 'present', 'valid')),
    source        TEXT NOT NULL,
    confidence    TEXT NOT NULL,
    entitled      INTEGER NOT NULL CHECK (entitled > 0),
    present       INTEGER NOT NULL CHECK (present >= 0),
    proxies       INTEGER NOT NULL DEFAULT 0 CHECK (proxies >= 0),
    written       INTEGER NOT NULL DEFAULT 0 CHECK (written >= 0),
    recused       INTEGER NOT NULL DEFAULT 0 CHECK (recused >= 0),
    recused_present INTEGER NOT NULL DEFAULT 0 CHECK (recused_present BETWEEN 0 AND recused),
    recused_out   INTEGER NOT NULL DEFAULT 0 CHECK (recused_out IN (0, 1)),
    quorum_needed INTEGER NOT NULL CHECK (quorum_needed >= 0),
    base_count    INTEGER NOT NULL CHECK (base_count >= 0),
    needed        INTEGER NOT NULL CHECK (needed > 0),
    in_favour     INTEGER NOT NULL DEFAULT 0 CHECK (in_favour >= 0),
    against       INTEGER NOT NULL DEFAULT 0 CHECK (against >= 0),
    abstained     INTEGER NOT NULL DEFAULT 0 CHECK (abstained >= 0),
    invalid       INTEGER NOT NULL DEFAULT 0 CHECK (invalid >= 0),
    not_voting    INTEGER NOT NULL DEFAULT 0 CHECK (not_voting >= 0),
    handed_out    INTEGER CHECK (handed_out >= 0),
    collected     INTEGER CHECK (collected >= 0 AND collected <= handed_out),
    seats         INTEGER CHECK (seats > 0),
    passed        INTEGER NOT NULL CHECK (passed IN (0, 1)),
    recorded_at   TEXT NOT NULL,
    removed_at    TEXT,
    UNIQUE (meeting_id, number, revision),
    CHECK ((revision = 1) = (reason IS NULL)),
    CHECK ((kind = 'election') = (seats IS NOT NULL)),
    CHECK ((method = 'doors') = (kind = 'owners'))
) STRICT;
CREATE INDEX vote_of_item ON vote (item_id);

-- How each voter voted, where a vote by name was taken.
CREATE TABLE vote_answer (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    vote_id   INTEGER NOT NULL REFERENCES vote (id),
    person_id INTEGER REFERENCES person (id),
    name      TEXT NOT NULL CHECK (name <> ''),
    answer    TEXT NOT NULL CHECK (answer IN ('for', 'against', 'abstain')),
    how       TEXT NOT NULL CHECK (how IN ('present', 'proxy', 'written'))
) STRICT;
CREATE INDEX vote_answer_of_vote ON vote_answer (vote_id);
CREATE INDEX vote_answer_of_person ON vote_answer (person_id);

-- Who stood back for a conflict of interest (回避).
CREATE TABLE vote_recusal (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    vote_id   INTEGER NOT NULL REFERENCES vote (id),
    person_id INTEGER REFERENCES person (id),
    name      TEXT NOT NULL CHECK (name <> ''),
    reason    TEXT
) STRICT;
CREATE INDEX vote_recusal_of_vote ON vote_recusal (vote_id);
CREATE INDEX vote_recusal_of_person ON vote_recusal (person_id);

-- Paper ballots counted in parts, each reconciled: handed out, collected, and what they said.
CREATE TABLE vote_batch (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    vote_id    INTEGER NOT NULL REFERENCES vote (id),
    position   INTEGER NOT NULL CHECK (position > 0),
    label      TEXT NOT NULL CHECK (label <> ''),
    handed_out INTEGER NOT NULL CHECK (handed_out >= 0),
    collected  INTEGER NOT NULL CHECK (collected >= 0 AND collected <= handed_out),
    in_favour  INTEGER NOT NULL CHECK (in_favour >= 0),
    against    INTEGER NOT NULL CHECK (against >= 0),
    abstained  INTEGER NOT NULL CHECK (abstained >= 0),
    invalid    INTEGER NOT NULL CHECK (invalid >= 0)
) STRICT;
CREATE INDEX vote_batch_of_vote ON vote_batch (vote_id, position);

-- The candidates of an election, or what else was chosen among.
CREATE TABLE vote_candidate (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    vote_id   INTEGER NOT NULL REFERENCES vote (id),
    position  INTEGER NOT NULL CHECK (position > 0),
    person_id INTEGER REFERENCES person (id),
    name      TEXT NOT NULL CHECK (name <> ''),
    votes     INTEGER NOT NULL CHECK (votes >= 0),
    elected   INTEGER NOT NULL CHECK (elected IN (0, 1))
) STRICT;
CREATE INDEX vote_candidate_of_vote ON vote_candidate (vote_id, position);
CREATE INDEX vote_candidate_of_person ON vote_candidate (person_id);

-- An owners' vote by heads and area: which matter, whose, and what the rules say of silence. The doors
-- are kept as they were counted, with area in hundredths of m² and the head as a number of this vote.
CREATE TABLE owners_vote (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    vote_id      INTEGER NOT NULL UNIQUE REFERENCES vote (id),
    matter       TEXT NOT NULL,
    scope        TEXT NOT NULL CHECK (scope IN ('complex', 'building', 'entrance')),
    building_id  INTEGER REFERENCES building (id),
    entrance     TEXT,
    clause       TEXT,
    clause_since TEXT,
    silence      TEXT CHECK (silence IN ('abstain', 'majority', 'for')),
    CHECK ((clause IS NULL) = (silence IS NULL) AND (clause IS NULL) = (clause_since IS NULL)),
    CHECK (clause IS NULL OR scope = 'complex')
) STRICT;

CREATE TABLE vote_door (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    vote_id      INTEGER NOT NULL REFERENCES vote (id),
    household_id INTEGER NOT NULL REFERENCES household (id),
    door         TEXT NOT NULL CHECK (door <> ''),
    head         INTEGER NOT NULL CHECK (head > 0),
    area         INTEGER NOT NULL CHECK (area > 0),
    answer       TEXT CHECK (answer IN ('for', 'against', 'abstain', 'invalid')),
    served       INTEGER NOT NULL CHECK (served IN (0, 1)),
    UNIQUE (vote_id, household_id)
) STRICT;
