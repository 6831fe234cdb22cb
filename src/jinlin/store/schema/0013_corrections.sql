-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- meeting
-- Which vote of its meeting a resolution stands on; 0 for none. NULL where nobody said: the only one
-- on its item.
ALTER TABLE resolution ADD COLUMN vote INTEGER CHECK (vote >= 0);
