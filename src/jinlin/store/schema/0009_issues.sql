-- issue
-- What the sheet of an escalation shows besides (practice 5.4): the situation in a few sentences.
ALTER TABLE escalation ADD COLUMN summary TEXT;
-- How many sheets or photos go with it.
ALTER TABLE escalation ADD COLUMN attachments INTEGER CHECK (attachments >= 0);
-- What was open at a moment, counted without a look at its row: SQLite does so only where an index
-- holds the columns of its own condition too.
DROP INDEX issue_open_since;
CREATE INDEX issue_open_since ON issue (reported_at, reopened, closed_at, removed_at)
    WHERE closed_at IS NULL AND removed_at IS NULL;
CREATE INDEX issue_closed_since ON issue (closed_at, reported_at, reopened, removed_at)
    WHERE closed_at IS NOT NULL AND removed_at IS NULL;
-- What an issue was at a moment that is over.
CREATE INDEX issue_event_turns ON issue_event (issue_id, at, id, kind, to_status)
    WHERE to_status IS NOT NULL;
-- By when an issue was due before a step that changed its due day; '' where it had none.
ALTER TABLE issue_event ADD COLUMN due_on TEXT;
CREATE INDEX issue_event_changed_due ON issue_event (at, issue_id, due_on)
    WHERE due_on IS NOT NULL;
