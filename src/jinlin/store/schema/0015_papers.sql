-- What papers that are handed in show besides.

-- issue
-- What was done already, in the words of whoever escalates (practice 5.4); NULL leaves it to the steps.
ALTER TABLE escalation ADD COLUMN work_done TEXT;
-- Whom they meet on the spot; NULL is the secretary.
ALTER TABLE escalation ADD COLUMN contact TEXT;
ALTER TABLE escalation ADD COLUMN contact_phone TEXT;

-- report
-- What the secretary wrote herself below the figures (practice 5.6); NULL where nothing.
ALTER TABLE filed_report ADD COLUMN own_text TEXT;
