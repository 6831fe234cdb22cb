-- Issues may be written down before anybody says what they are about.
-- A list may be taken into any register that says what it is in a table.

-- Where a file came from: of whichever register.
CREATE TABLE import_origin_new (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT NOT NULL,
    register TEXT NOT NULL CHECK (register <> ''),
    file     TEXT NOT NULL,
    digest   TEXT NOT NULL,
    source   TEXT,
    basis    TEXT,
    purpose  TEXT,
    rows     INTEGER NOT NULL CHECK (rows >= 0)
) STRICT;
INSERT INTO import_origin_new SELECT * FROM import_origin;
DELETE FROM sqlite_sequence WHERE name = 'import_origin_new';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'import_origin_new', seq FROM sqlite_sequence WHERE name = 'import_origin';
DROP TABLE import_origin;
ALTER TABLE import_origin_new RENAME TO import_origin;

-- issue
-- What nobody has sorted yet; a new database is given it with the other categories.
INSERT INTO category (id, code, group_code, name, spoken, first_handler, goes_to, privacy, advice, origin)
    SELECT max(id) + 1, 'unsorted', 'unsorted', '待归类', '未归类 没归类', '支部', '社区', 'private',
        '定下类别就按那一类的期限，从登记那天算起', '惯'
    FROM category HAVING count(*) > 0;
INSERT INTO category_limit (category_id, since, respond_amount, respond_unit, close_amount, close_unit,
        raise_amount, raise_unit, source)
    SELECT id, '1990-01-01', 1, 'working_days', 10, 'working_days', 15, 'working_days', '本支部承诺，非法定期限'
    FROM category WHERE code = 'unsorted';
