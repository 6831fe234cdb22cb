-- What a branch is asked about: its month does not go on where the one before ended, it was empty
-- for three months, or most of it (three issues at least) was recorded afterwards.
WITH carried AS (
    SELECT organisation, category_group,
        sum(carried_over) FILTER (WHERE period = :month) AS told,
        sum(open) FILTER (WHERE period = :before) AS usual
    FROM categories
    WHERE period IN (:before, :month)
    GROUP BY organisation, category_group
),
purse AS (
    SELECT organisation, purse,
        sum(opening_fen) FILTER (WHERE period = :month) AS told,
        sum(opening_fen + income_fen - spending_fen) FILTER (WHERE period = :before) AS usual
    FROM purses
    WHERE period IN (:before, :month)
    GROUP BY organisation, purse
),
pairs AS (
    SELECT latest.organisation
    FROM reports AS latest
    JOIN reports AS ago ON ago.organisation = latest.organisation
    WHERE latest.period = :month AND ago.period = :before
),
received AS (
    SELECT organisation, sum(received) AS received
    FROM categories
    WHERE period = :month
    GROUP BY organisation
),
found AS (
    SELECT c.organisation, 'carried_over_differs' AS problem, c.category_group AS item,
        coalesce(c.told, 0) AS told, coalesce(c.usual, 0) AS usual
    FROM carried AS c
    JOIN pairs AS b ON b.organisation = c.organisation
    WHERE coalesce(c.told, 0) <> coalesce(c.usual, 0)
    UNION ALL
    SELECT p.organisation, 'opening_differs' AS problem, p.purse AS item,
        p.told AS told, p.usual AS usual
    FROM purse AS p
    JOIN pairs AS b ON b.organisation = p.organisation
    WHERE p.told <> p.usual
    UNION ALL
    SELECT organisation, 'empty_quarter' AS problem, '' AS item, count(*) AS told, 0 AS usual
    FROM reports
    WHERE period IN (:two_before, :before, :month) AND empty
    GROUP BY organisation
    HAVING count(*) = 3
    UNION ALL
    SELECT b.organisation, 'filled_afterwards' AS problem, '' AS item,
        b.recorded_late AS told, r.received AS usual
    FROM branch AS b
    JOIN received AS r ON r.organisation = b.organisation
    WHERE b.period = :month AND b.recorded_late >= 3 AND 2 * b.recorded_late > r.received
)
SELECT f.organisation, u.complex, f.problem, f.item, f.told, f.usual
FROM found AS f
JOIN units AS u ON u.organisation = f.organisation
ORDER BY organisation NULLS FIRST, problem NULLS FIRST, item NULLS FIRST
