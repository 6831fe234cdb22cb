-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- elevator
-- Who approved that the works were settled, and that their books were opened again.
ALTER TABLE elevator_settlement ADD COLUMN approved_by TEXT CHECK (approved_by <> '');
ALTER TABLE elevator_settlement ADD COLUMN reopened_by TEXT CHECK (reopened_by <> '');
-- member
-- What the other side of a payment is; NULL where nobody said and its name leaves it open.
ALTER TABLE fund_entry ADD COLUMN counterparty_kind TEXT
    CHECK (counterparty_kind IN ('organisation', 'person'));

-- elevator
ALTER TABLE elevator_entry ADD COLUMN counterparty_kind TEXT
    CHECK (counterparty_kind IN ('organisation', 'person'));

-- notice
-- Withdrawn for good: what it told of is not posted again.
ALTER TABLE notice ADD COLUMN for_good INTEGER NOT NULL DEFAULT 0 CHECK (for_good IN (0, 1));
-- meeting
-- Which vote of its meeting a resolution stands on; 0 for none. NULL where nobody said: the only one
-- on its item.
ALTER TABLE resolution ADD COLUMN vote INTEGER CHECK (vote >= 0);
-- Taken off by building the agenda again, since what it came from is settled; not by hand.
ALTER TABLE agenda_item ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1));
-- On which day: of the week, of the month (-1 its last), and which of the month's weekdays (-1 the
-- last, 0 where it is said that any day will do). NULL keeps the day that was before.
ALTER TABLE meeting_frequency ADD COLUMN weekday INTEGER CHECK (weekday BETWEEN 1 AND 7);
ALTER TABLE meeting_frequency ADD COLUMN day INTEGER CHECK (day = -1 OR day BETWEEN 1 AND 31);
ALTER TABLE meeting_frequency ADD COLUMN week INTEGER CHECK (week BETWEEN -1 AND 4);
-- issue
-- What an issue is called outside, where its own words stay in the house.
ALTER TABLE issue ADD COLUMN public_title TEXT CHECK (public_title <> '');
-- issue
-- The record of `reference` is settled with this step: carried out, revoked or taken out.
ALTER TABLE issue_event ADD COLUMN settles INTEGER CHECK (settles = 1);

-- elevator
-- Why a door votes otherwise than before in the same ballot.
ALTER TABLE elevator_vote ADD COLUMN reason TEXT;
-- history
-- How the counters and the days off stood after a command, digested: no row of the history tells of them.
ALTER TABLE entry ADD COLUMN outside TEXT;
-- What people were called before: a listing asks for it, and the history only grows.
CREATE INDEX row_change_of_former_name ON row_change (
    table_name, CASE WHEN json_valid(before) THEN json_extract(before, '$.name') END
) WHERE table_name = 'person' AND before IS NOT NULL
    AND CASE WHEN json_valid(before) THEN json_extract(before, '$.name') END
    IS NOT CASE WHEN json_valid(after) THEN json_extract(after, '$.name') END;
-- member
-- The day on which the term of a post is over, while nobody recorded that she left it; what ended by
-- a command that says so has none. A term that is over stays to be told of until a successor is recorded.
ALTER TABLE post ADD COLUMN term_to TEXT;
UPDATE post SET term_to = ended_on WHERE removed_at IS NULL AND ended_on > (
    SELECT date(e.at, '+8 hours') FROM row_change AS c JOIN entry AS e ON e.seq = c.entry
    WHERE c.table_name = 'post' AND c.row_id = post.id
        AND json_extract(c.after, '$.ended_on') = post.ended_on ORDER BY c.id LIMIT 1);
-- The notice that discloses an entry, by its number (N3); NULL where the books were put up themselves.
ALTER TABLE fund_entry ADD COLUMN disclosed_by TEXT CHECK (disclosed_by <> '');
