-- The month by unit and group, with the sub-totals of each unit and the total of all.
SELECT
    u.unit,
    max(u.name) AS name,
    c.category_group,
    sum(c.carried_over) AS carried_over,
    sum(c.received) AS received,
    sum(c.reopened) AS reopened,
    sum(c.closed_solved) AS closed_solved,
    sum(c.closed_unsolved) AS closed_unsolved,
    sum(c.declined) AS declined,
    sum(c.merged) AS merged,
    sum(c.open) AS open,
    sum(c.overdue) AS overdue,
    GROUPING(u.unit) AS whole,
    GROUPING(c.category_group) AS every_group
FROM categories AS c
JOIN units AS u USING (organisation)
WHERE c.period = :month
GROUP BY ROLLUP (u.unit, c.category_group)
ORDER BY whole NULLS FIRST, unit NULLS LAST, every_group NULLS FIRST, category_group NULLS LAST
