-- What papers that are handed in show besides.

-- issue
-- What was done already, in the words of whoever escalates (practice 5.4); NULL leaves it to the steps.
ALTER TABLE escalation ADD COLUMN work_done TEXT;
-- Whom they meet on the spot; NULL is the secretary.
ALTER TABLE escalation ADD COLUMN contact TEXT;
ALTER TABLE escalation ADD COLUMN contact_phone TEXT;
