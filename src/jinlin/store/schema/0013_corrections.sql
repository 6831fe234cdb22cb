-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- issue
-- What an issue is called outside, where its own words stay in the house.
ALTER TABLE issue ADD COLUMN public_title TEXT CHECK (public_title <> '');
