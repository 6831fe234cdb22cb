-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- meeting
-- Which vote of its meeting a resolution stands on; 0 for none. NULL where nobody said: the only one
-- on its item.
ALTER TABLE resolution ADD COLUMN vote INTEGER CHECK (vote >= 0);
-- Taken off by building the agenda again, since what it came from is settled; not by hand.
ALTER TABLE agenda_item ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1));
