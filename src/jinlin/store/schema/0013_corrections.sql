-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- issue
-- The record of `reference` is settled with this step: carried out, revoked or taken out.
ALTER TABLE issue_event ADD COLUMN settles INTEGER CHECK (settles = 1);

-- elevator
-- Why a door votes otherwise than before in the same ballot.
ALTER TABLE elevator_vote ADD COLUMN reason TEXT;
