-- Questionnaires (问卷): what doors or people are asked, and what they say.

-- survey
CREATE TABLE survey (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    title       TEXT NOT NULL CHECK (title <> ''),
    kind        TEXT NOT NULL CHECK (kind IN ('needs', 'sounding', 'evaluation')),
    -- Whose answer one paper is; of an anonymous one a door has a state, and never answers.
    per         TEXT NOT NULL CHECK (per IN ('household', 'person', 'anonymous')),
    building_id INTEGER REFERENCES building (id),
    purpose     TEXT CHECK (purpose <> ''),
    -- How those asked agree to what is asked of health or income.
    consent     TEXT CHECK (consent <> ''),
    -- Who may rate in an evaluation, with | between: 居民代表|党员|居民.
    groups      TEXT CHECK (groups <> ''),
    round       INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
    opened_on   TEXT NOT NULL,
    closes_on   TEXT,
    closed_on   TEXT,
    -- Until when the answers of single doors and people are kept.
    keep_until  TEXT,
    -- When the answers were deleted; what was counted of them stays.
    forgotten_on TEXT,
    about_kind  TEXT,
    about_number TEXT,
    removed_at  TEXT,
    CHECK ((about_kind IS NULL) = (about_number IS NULL))
) STRICT;
CREATE INDEX survey_about ON survey (about_kind, about_number) WHERE about_kind IS NOT NULL;
CREATE INDEX survey_of_building ON survey (building_id) WHERE building_id IS NOT NULL;

CREATE TABLE survey_question (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    survey_id   INTEGER NOT NULL REFERENCES survey (id),
    position    INTEGER NOT NULL CHECK (position > 0),
    text        TEXT NOT NULL CHECK (text <> ''),
    kind        TEXT NOT NULL CHECK (kind IN ('single', 'multiple', 'number', 'text', 'rating', 'stance')),
    -- The answers of a single or multiple choice, with | between.
    choices     TEXT CHECK ((choices IS NOT NULL) = (kind IN ('single', 'multiple'))),
    -- The body that is rated in an evaluation.
    subject     TEXT CHECK (subject <> ''),
    UNIQUE (survey_id, position)
) STRICT;

-- What became of the paper of a door or a person, and what is answered on it: a line a question,
-- several answers with | between, an empty line where it was passed over. What was said before in the
-- same round stays behind it.
CREATE TABLE survey_paper (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    survey_id    INTEGER NOT NULL REFERENCES survey (id),
    round        INTEGER NOT NULL CHECK (round > 0),
    household_id INTEGER REFERENCES household (id),
    person_id    INTEGER REFERENCES person (id),
    state        TEXT NOT NULL CHECK (state IN ('handed_out', 'answered', 'refused', 'not_reached')),
    answers      TEXT,
    said_on      TEXT NOT NULL,
    visit_id     INTEGER REFERENCES visit (id),
    removed_at TEXT,
    user         TEXT NOT NULL,
    CHECK ((household_id IS NULL) <> (person_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX survey_paper_of_household ON survey_paper (survey_id, round, household_id)
    WHERE removed_at IS NULL AND household_id IS NOT NULL;
CREATE UNIQUE INDEX survey_paper_of_person ON survey_paper (survey_id, round, person_id)
    WHERE removed_at IS NULL AND person_id IS NOT NULL;
CREATE INDEX survey_paper_by_household ON survey_paper (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX survey_paper_by_person ON survey_paper (person_id) WHERE person_id IS NOT NULL;

-- A paper that bears no name (无记名): nothing in it leads to a door, a person, a visit, a day or to
-- whoever wrote it down.
CREATE TABLE survey_slip (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    survey_id    INTEGER NOT NULL REFERENCES survey (id),
    round        INTEGER NOT NULL CHECK (round > 0),
    answers      TEXT NOT NULL,
    -- As what somebody rates, in an evaluation: never who.
    rater_group  TEXT CHECK (rater_group <> '')
) STRICT;
CREATE INDEX survey_slip_of_survey ON survey_slip (survey_id, round);

-- What was counted before answers were deleted: by question how often each answer was given and, with
-- no value, on how many papers it was answered; for place 0 how many papers there were, and valid ones.
CREATE TABLE survey_count (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    survey_id    INTEGER NOT NULL REFERENCES survey (id),
    round        INTEGER NOT NULL CHECK (round > 0),
    position     INTEGER NOT NULL CHECK (position >= 0),
    value        TEXT NOT NULL,
    times        INTEGER NOT NULL CHECK (times >= 0),
    UNIQUE (survey_id, round, position, value)
) STRICT;

-- What an action item is about, such as the evaluation (评议) whose findings it puts right.

-- meeting
ALTER TABLE action_item ADD COLUMN about_kind TEXT;
ALTER TABLE action_item ADD COLUMN about_number TEXT CHECK ((about_kind IS NULL) = (about_number IS NULL));
CREATE INDEX action_item_about ON action_item (about_kind, about_number) WHERE about_kind IS NOT NULL;

-- meeting
-- What this branch deliberates first besides what the list of matters names: the branch changes it.
CREATE TABLE first_matter (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT NOT NULL CHECK (name <> ''),
    -- Any of these in the title of an item marks it too, with 、 between.
    words        TEXT CHECK (words <> ''),
    source       TEXT CHECK (source <> ''),
    removed_at   TEXT
) STRICT;

-- meeting
-- Major matters of this complex besides those of the list, and which steps are due for each.
CREATE TABLE major_matter (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT NOT NULL CHECK (name <> ''),
    -- Any of these in an item or a resolution marks it too, with 、 between.
    words        TEXT CHECK (words <> ''),
    -- As people write them, in their order: 先议、表决.
    steps        TEXT NOT NULL CHECK (steps <> ''),
    source       TEXT CHECK (source <> ''),
    removed_at   TEXT
) STRICT;

-- member
-- In which meeting of the branch the reply to an employer was discussed: M12.
ALTER TABLE opinion ADD COLUMN meeting TEXT CHECK (meeting <> '');

-- notice
-- What somebody who asked was told on the way to an answer; it is none, and the day for it stays.
CREATE TABLE question_interim (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id INTEGER NOT NULL REFERENCES question (id),
    text        TEXT NOT NULL CHECK (text <> ''),
    told_on     TEXT NOT NULL,
    told_by     TEXT NOT NULL CHECK (told_by <> '')
) STRICT;
CREATE INDEX question_interim_of ON question_interim (question_id);

-- partner
-- A unit whose Party organisation reported in where its members live (单位党组织报到).
ALTER TABLE partner ADD COLUMN reported_on TEXT;

-- member
-- On which resolution or vote spending stands: M3-1, M3-V1.
ALTER TABLE fund_entry ADD COLUMN decided TEXT CHECK (decided <> '');
