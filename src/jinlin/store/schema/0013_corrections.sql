-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- elevator
-- Who approved that the works were settled, and that their books were opened again.
ALTER TABLE elevator_settlement ADD COLUMN approved_by TEXT CHECK (approved_by <> '');
ALTER TABLE elevator_settlement ADD COLUMN reopened_by TEXT CHECK (reopened_by <> '');
