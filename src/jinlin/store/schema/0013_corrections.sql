-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- issue
-- The record of `reference` is settled with this step: carried out, revoked or taken out.
ALTER TABLE issue_event ADD COLUMN settles INTEGER CHECK (settles = 1);
