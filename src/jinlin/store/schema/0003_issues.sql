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
        raise_amount, raise_unit, '本支部承诺，非法定期限' FROM category ORDER BY id;
DROP TABLE category;
ALTER TABLE category_new RENAME TO category;
-- What the program has learnt about its own categories since; a branch's own words stay.
UPDATE category SET skill = first_handler WHERE first_handler IN ('维修员', '信息咨询员', '矛盾调处员');
UPDATE category SET advice = '先打119、110、120或燃气抢修电话，再登记；人先撤'
    WHERE code = 'emergency' AND advice = '先打电话再登记；人先撤';
UPDATE category SET advice = '着火、有人被困先打119' WHERE code = 'fire' AND advice = '';
UPDATE category SET questions = '哪一盏：几号楼几单元几层，或路上什么位置' || char(10) || '什么时候开始不亮；一盏还是一片'
    WHERE code = 'lighting';
UPDATE category SET questions = '哪一件器材、在哪里' || char(10) || '松动、断裂还是缺件；有没有人受伤'
    WHERE code = 'fitness';
UPDATE category SET questions = '公共管道还是户内' || char(10) || '堵、漏还是反水；哪几户受影响'
    WHERE code = 'pipes';
UPDATE category SET questions = '有没有人被困、几个人' || char(10) || '哪一部电梯、停在几层'
    WHERE code = 'elevator_run';
UPDATE category SET questions = '漏在屋面还是外墙、几层' || char(10) || '有没有东西会掉下来；下面是不是通道'
    WHERE code = 'roof_wall';
UPDATE category SET questions = '哪个门或哪个道闸' || char(10) || '进不去还是关不上'
    WHERE code = 'access';
UPDATE category SET questions = '哪个投放点' || char(10) || '桶破、没清运还是有异味；几天了'
    WHERE code = 'refuse';
UPDATE category SET questions = '哪里的树或草' || char(10) || '会不会倒、会不会碰到电线或车'
    WHERE code = 'green';
UPDATE category SET questions = '几号楼几单元几层' || char(10) || '堆的什么；挡不挡逃生通道'
    WHERE code = 'corridor';
UPDATE category SET questions = '停在哪里；是不是飞线或在楼道里充电' || char(10) || '现在还在充吗'
    WHERE code = 'ebike';
UPDATE category SET questions = '哪一处通道或哪一件设施' || char(10) || '现在堵着吗；有没有车牌号'
    WHERE code = 'fire';
UPDATE category SET questions = '人安全吗；119、110、120打了没有' || char(10) || '具体位置；还在继续吗'
    WHERE code = 'emergency';
UPDATE category SET questions = '从几号楼哪一侧、几时落下' || char(10) || '有没有伤人损物；照片、监控留了吗'
    WHERE code = 'falling';
UPDATE category SET questions = '楼上楼下各是哪一户' || char(10) || '现在还在漏吗；阀门关了没有'
    WHERE code = 'leak_dispute';
UPDATE category SET questions = '什么声音、什么时段' || char(10) || '从哪里传来；以前说过没有'
    WHERE code = 'noise_home';
UPDATE category SET questions = '哪一家、什么时段' || char(10) || '噪声、油烟还是占道；一周几次'
    WHERE code = 'business';
UPDATE category SET questions = '在哪里、建的什么' || char(10) || '是不是动了承重墙；还在施工吗'
    WHERE code = 'illegal_build';
UPDATE category SET questions = '停水、停电还是井盖道路；范围多大' || char(10) || '从什么时候起'
    WHERE code = 'utility';
UPDATE category SET questions = '哪个位置、什么时段' || char(10) || '车牌号；有没有堵住通道'
    WHERE code = 'parking';
UPDATE category SET questions = '本人知道并同意登记吗' || char(10) || '最急的是什么'
    WHERE code = 'relief';
UPDATE category SET questions = '修什么；哪天在家' || char(10) || '收不收费、材料谁出说清了吗'
    WHERE code = 'home_repair';

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
-- What was open at a moment, and what was put right in a period, without reading the table.
CREATE INDEX issue_open_since ON issue (reported_at, reopened)
    WHERE closed_at IS NULL AND removed_at IS NULL;
CREATE INDEX issue_by_solution ON issue (solved_at) WHERE solved_at IS NOT NULL;
CREATE INDEX issue_to_ask ON issue (ask_on) WHERE ask_on IS NOT NULL AND satisfaction IS NULL;
CREATE INDEX issue_by_place ON issue (building_id, category_id, reported_at);
CREATE INDEX issue_by_parent ON issue (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX issue_by_merge ON issue (merged_into) WHERE merged_into IS NOT NULL;

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
CREATE INDEX issue_event_of_issue ON issue_event (issue_id, id, kind);
CREATE INDEX issue_event_by_kind ON issue_event (kind, at, issue_id, to_status);

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

-- 上报: what the branch asked a higher rung for.
CREATE TABLE escalation (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id     INTEGER NOT NULL REFERENCES issue (id),
    level        TEXT NOT NULL CHECK (level IN ('community', 'street', 'district')),
    escalated_at TEXT NOT NULL,
    request      TEXT NOT NULL CHECK (request <> ''),
    stuck        TEXT,
    departments  TEXT NOT NULL DEFAULT '',
    wanted_by    TEXT
) STRICT;
CREATE INDEX escalation_of_issue ON escalation (issue_id, id);

-- 街道呼叫 and 部门报到: one row a call, one a department that was called.
CREATE TABLE street_call (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id   INTEGER NOT NULL REFERENCES issue (id),
    called_at  TEXT NOT NULL,
    lead       TEXT NOT NULL CHECK (lead <> ''),
    wanted_by  TEXT,
    note       TEXT
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
