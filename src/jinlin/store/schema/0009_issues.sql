-- What the sheet of an escalation shows besides (practice 5.4).

-- issue
-- The situation in a few sentences.
ALTER TABLE escalation ADD COLUMN summary TEXT;
-- How many sheets or photos go with it.
ALTER TABLE escalation ADD COLUMN attachments INTEGER CHECK (attachments >= 0);
