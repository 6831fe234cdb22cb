-- The elevator from first quote to the running lift: project, stages, quotes, plan versions, and
-- three papers that are never mixed: consultation, ballot, payment agreement.

-- elevator
CREATE TABLE elevator_project (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    building_id INTEGER NOT NULL REFERENCES building (id),
    entrance    TEXT CHECK (entrance <> ''),
    kind        TEXT NOT NULL CHECK (kind IN ('installation', 'replacement')),
    stage       TEXT NOT NULL DEFAULT 'sounding' CHECK (stage IN ('sounding', 'scheme', 'consultation',
        'notice', 'contract', 'works', 'acceptance', 'settlement', 'running')),
    stage_since TEXT NOT NULL,
    started_on  TEXT NOT NULL,
    -- Who acts for the owners: the owners' representative or implementing body, never the branch.
    responsible TEXT CHECK (responsible <> ''),
    witness     TEXT CHECK (witness <> ''),
    contractor  TEXT CHECK (contractor <> ''),
    works_days  INTEGER CHECK (works_days BETWEEN 1 AND 3660),
    running_rule TEXT,
    contact     TEXT,
    round       INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
    note        TEXT,
    ended_on    TEXT,
    ended_reason TEXT,
    removed_at  TEXT
) STRICT;
CREATE INDEX elevator_project_of_building ON elevator_project (building_id);

-- Every step from stage to stage; a gate that was overridden keeps what stood in the way.
CREATE TABLE elevator_stage (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES elevator_project (id),
    stage      TEXT NOT NULL,
    entered_on TEXT NOT NULL,
    override_reason TEXT,
    overridden TEXT,
    user       TEXT NOT NULL
) STRICT;
CREATE INDEX elevator_stage_of_project ON elevator_stage (project_id, id);

-- What a gate asks for and the program cannot see by itself: contract, inspection, registration.
CREATE TABLE elevator_milestone (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES elevator_project (id),
    milestone  TEXT NOT NULL CHECK (milestone IN ('contract', 'works_begun', 'works_done', 'inspection',
        'registration', 'user_unit', 'maintenance', 'safety_officer', 'no_ballot')),
    done_on    TEXT NOT NULL,
    detail     TEXT,
    source     TEXT,
    file       TEXT,
    sha256     TEXT,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX elevator_milestone_once ON elevator_milestone (project_id, milestone) WHERE removed_at IS NULL;

CREATE TABLE elevator_quote (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id  INTEGER NOT NULL REFERENCES elevator_project (id),
    number      INTEGER NOT NULL,
    company     TEXT NOT NULL CHECK (company <> ''),
    amount      INTEGER NOT NULL CHECK (amount > 0),
    quoted_on   TEXT NOT NULL,
    valid_until TEXT,
    scope       TEXT,
    works_days  INTEGER CHECK (works_days BETWEEN 1 AND 3660),
    warranty_months INTEGER CHECK (warranty_months BETWEEN 0 AND 600),
    source      TEXT,
    file        TEXT,
    sha256      TEXT,
    accepted_on TEXT,
    accepted_reason TEXT,
    removed_at  TEXT,
    UNIQUE (project_id, number)
) STRICT;
CREATE UNIQUE INDEX elevator_quote_accepted ON elevator_quote (project_id)
    WHERE accepted_on IS NOT NULL AND removed_at IS NULL;

-- What makes up the gross cost; a reduction is negative.
CREATE TABLE elevator_cost (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id   INTEGER NOT NULL REFERENCES elevator_project (id),
    number       INTEGER NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('quote', 'extra', 'compensation')),
    text         TEXT NOT NULL CHECK (text <> ''),
    amount       INTEGER NOT NULL CHECK (amount <> 0),
    dated_on     TEXT NOT NULL,
    source       TEXT NOT NULL CHECK (source <> ''),
    quote_id     INTEGER REFERENCES elevator_quote (id),
    household_id INTEGER REFERENCES household (id),
    removed_at   TEXT,
    UNIQUE (project_id, number),
    CHECK (amount > 0 OR kind = 'extra')
) STRICT;

-- Public money; what lies in the doors' own sub-accounts is never one.
CREATE TABLE elevator_subsidy (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id  INTEGER NOT NULL REFERENCES elevator_project (id),
    number      INTEGER NOT NULL,
    text        TEXT NOT NULL CHECK (text <> ''),
    amount      INTEGER NOT NULL CHECK (amount > 0),
    state       TEXT NOT NULL CHECK (state IN ('expected', 'approved', 'received')),
    expected_on TEXT,
    approved_on TEXT,
    received_on TEXT,
    source      TEXT,
    removed_at  TEXT,
    UNIQUE (project_id, number),
    CHECK ((state = 'received') = (received_on IS NOT NULL))
) STRICT;

-- A plan of a project is a version of its scheme; one is effective: adopted and not superseded.
ALTER TABLE plan ADD COLUMN project_id INTEGER REFERENCES elevator_project (id);
ALTER TABLE plan ADD COLUMN version INTEGER CHECK (version > 0);
ALTER TABLE plan ADD COLUMN change_note TEXT;
ALTER TABLE plan ADD COLUMN adopted_at TEXT;
ALTER TABLE plan ADD COLUMN superseded_at TEXT;
CREATE UNIQUE INDEX plan_version ON plan (project_id, version) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX plan_effective ON plan (project_id)
    WHERE adopted_at IS NOT NULL AND superseded_at IS NULL AND removed_at IS NULL;
-- As the register had it on the day of adoption: owners' names, area and what the area rests on.
ALTER TABLE plan_share ADD COLUMN owners TEXT;
ALTER TABLE plan_share ADD COLUMN registered_area INTEGER CHECK (registered_area > 0);
ALTER TABLE plan_share ADD COLUMN area_basis TEXT CHECK (area_basis IN ('registry', 'survey', 'contract'));
CREATE INDEX plan_share_of_household ON plan_share (household_id, plan_id);

-- 征求意见, door by door and round by round; of one door and round one row is in force, the others
-- were replaced by it. `amount` is what the door was told it would pay.
CREATE TABLE elevator_opinion (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id   INTEGER NOT NULL REFERENCES elevator_project (id),
    household_id INTEGER NOT NULL REFERENCES household (id),
    round        INTEGER NOT NULL CHECK (round > 0),
    plan_id      INTEGER REFERENCES plan (id),
    amount       INTEGER CHECK (amount >= 0),
    answer       TEXT NOT NULL CHECK (answer IN ('agree', 'disagree', 'conditional', 'abstain',
        'no_answer', 'not_reached', 'withdrawn')),
    reason       TEXT,
    handling     TEXT,
    answered_on  TEXT NOT NULL,
    way          TEXT NOT NULL DEFAULT 'in_person' CHECK (way IN ('in_person', 'post', 'left', 'message')),
    visit_id     INTEGER REFERENCES visit (id),
    file         TEXT,
    sha256       TEXT,
    user         TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    superseded_at  TEXT
) STRICT;
CREATE UNIQUE INDEX elevator_opinion_in_force ON elevator_opinion (project_id, household_id, round)
    WHERE superseded_at IS NULL;
CREATE INDEX elevator_opinion_of_household ON elevator_opinion (household_id);

-- 表决: a ballot on one plan version, open until its closing day; its questions are asked apart.
CREATE TABLE elevator_ballot (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES elevator_project (id),
    round      INTEGER NOT NULL CHECK (round > 0),
    plan_id    INTEGER NOT NULL REFERENCES plan (id),
    scope      TEXT NOT NULL CHECK (scope IN ('entrance', 'building', 'complex')),
    scope_source TEXT,
    opened_on  TEXT NOT NULL,
    closes_on  TEXT NOT NULL,
    -- Ended before its day, since the scheme is to change.
    ended_on   TEXT,
    ended_reason TEXT,
    removed_at TEXT,
    UNIQUE (project_id, round),
    CHECK (closes_on >= opened_on)
) STRICT;
CREATE TABLE elevator_question (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    ballot_id INTEGER NOT NULL REFERENCES elevator_ballot (id),
    question  TEXT NOT NULL CHECK (question IN ('scheme', 'fund')),
    matter    TEXT NOT NULL,
    -- What share of the votes it needs here, such as >=3/4, and where that stands.
    passing   TEXT NOT NULL,
    source    TEXT NOT NULL CHECK (source <> ''),
    UNIQUE (ballot_id, question)
) STRICT;
-- A tenant's signature is information and no vote.
CREATE TABLE elevator_vote (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    ballot_id    INTEGER NOT NULL REFERENCES elevator_ballot (id),
    question     TEXT NOT NULL CHECK (question IN ('scheme', 'fund')),
    household_id INTEGER NOT NULL REFERENCES household (id),
    amount       INTEGER CHECK (amount >= 0),
    choice       TEXT NOT NULL CHECK (choice IN ('for', 'against', 'abstain')),
    signer       TEXT NOT NULL CHECK (signer IN ('owners', 'authorised', 'agent', 'tenant')),
    signed_name  TEXT,
    authority    TEXT,
    voted_on     TEXT NOT NULL,
    visit_id     INTEGER REFERENCES visit (id),
    file         TEXT,
    sha256       TEXT,
    user         TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    superseded_at  TEXT,
    CHECK (signer NOT IN ('authorised', 'agent') OR authority IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX elevator_vote_in_force ON elevator_vote (ballot_id, question, household_id)
    WHERE superseded_at IS NULL AND signer <> 'tenant';
CREATE INDEX elevator_vote_of_household ON elevator_vote (household_id);

-- 出资约定: binds who signed it, to this version and this amount.
CREATE TABLE elevator_agreement (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id   INTEGER NOT NULL REFERENCES elevator_project (id),
    household_id INTEGER NOT NULL REFERENCES household (id),
    plan_id      INTEGER NOT NULL REFERENCES plan (id),
    amount       INTEGER NOT NULL CHECK (amount >= 0),
    -- By when how much, where this door agreed on something of its own.
    instalments  TEXT,
    signed_on    TEXT NOT NULL,
    signer       TEXT NOT NULL CHECK (signer IN ('owners', 'authorised', 'agent')),
    signed_name  TEXT,
    authority    TEXT,
    file         TEXT,
    sha256       TEXT,
    withdrawn_on TEXT,
    withdrawn_reason TEXT,
    user         TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    superseded_at  TEXT,
    CHECK (signer = 'owners' OR authority IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX elevator_agreement_in_force ON elevator_agreement (project_id, household_id)
    WHERE superseded_at IS NULL;
CREATE INDEX elevator_agreement_of_household ON elevator_agreement (household_id);
-- 利害关系业主: whose light, air, passage or private part the lift touches (民法典 288, 293).
CREATE TABLE affected_owner (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id   INTEGER NOT NULL REFERENCES elevator_project (id),
    household_id INTEGER NOT NULL REFERENCES household (id),
    effect       TEXT NOT NULL CHECK (effect IN ('light', 'air', 'noise', 'passage', 'private_part', 'other')),
    text         TEXT,
    found_on     TEXT NOT NULL,
    objection    TEXT,
    objected_on  TEXT,
    handling     TEXT,
    settled_on   TEXT,
    settlement   TEXT,
    file         TEXT,
    sha256       TEXT,
    removed_at   TEXT,
    CHECK (settled_on IS NULL OR settlement IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX affected_owner_once ON affected_owner (project_id, household_id, effect)
    WHERE removed_at IS NULL;
