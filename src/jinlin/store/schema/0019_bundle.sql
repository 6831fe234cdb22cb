-- What is handed up each month: by which code, signed by whom, and with which cells.

-- member
ALTER TABLE branch ADD COLUMN organisation TEXT
    CHECK (length(organisation) = 15 AND organisation NOT GLOB '*[^0-9]*');

-- rollup
-- Whoever holds this file is the branch: what signs is in it, and in no history and no export.
CREATE TABLE signing_key (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    key_id  TEXT NOT NULL CHECK (length(key_id) = 16),
    seed    TEXT NOT NULL CHECK (length(seed) = 64),
    made_at TEXT NOT NULL
) STRICT;

-- The cells of a report as they were handed up first: a revision never changes, so that the same
-- report is the same file, whenever it is made again.
CREATE TABLE filed_bundle (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    filed_report_id INTEGER NOT NULL UNIQUE REFERENCES filed_report (id),
    program         TEXT NOT NULL CHECK (program <> ''),
    definitions     TEXT NOT NULL CHECK (definitions <> ''),
    covers          TEXT NOT NULL,
    empty           INTEGER NOT NULL CHECK (empty IN (0, 1)),
    cells           TEXT NOT NULL CHECK (cells <> '')
) STRICT;

-- notice
-- The list of small powers (小微权力清单): who decides what, by which steps, what of it is public and
-- when. The idea is from the press report (监督一点通), the lines are custom; the branch makes them its own.
CREATE TABLE power (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    matter      TEXT NOT NULL CHECK (matter <> ''),
    decides     TEXT NOT NULL CHECK (decides <> ''),
    steps       TEXT CHECK (steps <> ''),
    shown       TEXT CHECK (shown <> ''),
    shown_when  TEXT CHECK (shown_when <> ''),
    source      TEXT CHECK (source <> ''),
    removed_at  TEXT
) STRICT;
INSERT INTO power (matter, decides, steps, shown, shown_when, source) VALUES
    ('启动经费、工作经费支出', '支委会（不足7人为党员大会）', '两人经办，书记审批，大额先议', '逐笔', '每季', '惯例，以街道要求为准'),
    ('党费使用', '上级党组织和支部', '按党费管理规定', '党内公开', '每年', '惯例，以街道要求为准'),
    ('公共收益使用', '业主', '业主共同决定或授权业委会', '逐笔', '每季', '惯例，以街道要求为准'),
    ('维修资金使用', '业主', '《民法典》第二百七十八条', '方案和决算', '公示7日起', '惯例，以街道要求为准'),
    ('工程和物资选用', '出钱的人', '三家比选', '报价和理由', '定标后5个工作日', '惯例，以街道要求为准'),
    ('场所借用', '支部', '登记，先到先得', '安排表', '每月', '惯例，以街道要求为准'),
    ('评优推荐和征求意见复函', '支委会', '事实加讨论', '党内公开', '不上墙', '惯例，以街道要求为准'),
    ('困难帮扶推荐', '社区', '支部提名，入户核实', '只公开件数', '每季', '惯例，以街道要求为准'),
    ('停车位、充电位安排', '业主', '业主规约', '规则和结果', '长期', '惯例，以街道要求为准'),
    ('共建资助接收使用', '出资单位（直付优先）', '共建协议', '逐笔', '每半年', '惯例，以街道要求为准'),
    ('志愿积分兑换', '支部', '规则先公开', '规则和总数', '每季', '惯例，以街道要求为准');

-- member
-- What street or community gave the branch to do (工作任务), and how far each was on which day.
CREATE TABLE street_task (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    what        TEXT NOT NULL CHECK (what <> ''),
    given_by    TEXT NOT NULL CHECK (given_by <> ''),
    -- The plan or paper it stands in.
    plan        TEXT CHECK (plan <> ''),
    given_on    TEXT NOT NULL,
    due_on      TEXT,
    owner       TEXT CHECK (owner <> ''),
    note        TEXT CHECK (note <> ''),
    removed_at  TEXT
) STRICT;

CREATE TABLE street_task_progress (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id     INTEGER NOT NULL REFERENCES street_task (id),
    day         TEXT NOT NULL,
    percent     INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    text        TEXT CHECK (text <> ''),
    user        TEXT NOT NULL
) STRICT;
CREATE INDEX street_task_progress_of_task ON street_task_progress (task_id, day);

-- member
-- Honours of members (表彰), with what the records said of her when it was written down.
CREATE TABLE honour (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    member_id   INTEGER NOT NULL REFERENCES member (id),
    title       TEXT NOT NULL CHECK (title <> ''),
    given_by    TEXT NOT NULL CHECK (given_by <> ''),
    given_on    TEXT NOT NULL,
    file        TEXT,
    sha256      TEXT,
    facts       TEXT NOT NULL,
    note        TEXT CHECK (note <> ''),
    removed_at  TEXT
) STRICT;
CREATE INDEX honour_of_member ON honour (member_id);
