-- What residents bring most: the categories, and in how many complexes; '' is what was kept back.
SELECT
    c.category_group,
    c.category,
    sum(c.received) AS received,
    sum(c.closed_solved) AS closed_solved,
    sum(c.closed_unsolved) AS closed_unsolved,
    sum(c.open) AS open,
    sum(c.overdue) AS overdue,
    count(*) FILTER (WHERE c.received > 0) AS branches
FROM categories AS c
JOIN units AS u USING (organisation)
WHERE c.period = :month
GROUP BY c.category_group, c.category
ORDER BY received DESC NULLS LAST, category_group NULLS FIRST, category NULLS FIRST
LIMIT 20
