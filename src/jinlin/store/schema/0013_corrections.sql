-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- member
-- The day on which the term of a post is over, while nobody recorded that she left it; what ended by
-- a command that says so has none. A term that is over stays to be told of until a successor is recorded.
ALTER TABLE post ADD COLUMN term_to TEXT;
UPDATE post SET term_to = ended_on WHERE removed_at IS NULL AND ended_on > (
    SELECT date(e.at, '+8 hours') FROM row_change AS c JOIN entry AS e ON e.seq = c.entry
    WHERE c.table_name = 'post' AND c.row_id = post.id
        AND json_extract(c.after, '$.ended_on') = post.ended_on ORDER BY c.id LIMIT 1);
