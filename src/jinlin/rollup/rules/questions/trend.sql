-- Month by month over the last thirteen: who reported, what came, was closed and is left.
WITH flow AS (
    SELECT
        c.period,
        sum(c.received) AS received,
        sum(c.closed_solved + c.closed_unsolved + c.declined + c.merged) AS closed,
        sum(c.open) AS open,
        sum(c.overdue) AS overdue
    FROM categories AS c
    JOIN units AS u USING (organisation)
    WHERE c.period BETWEEN :year_ago AND :month
    GROUP BY c.period
),
in_time AS (
    SELECT g.period, sum(g.due) AS due, sum(g.on_time) AS on_time
    FROM groups AS g
    JOIN units AS u USING (organisation)
    WHERE g.period BETWEEN :year_ago AND :month
    GROUP BY g.period
),
reported AS (
    SELECT period, sum(expected) AS expected, sum(reported) AS reported
    FROM reporting
    WHERE period BETWEEN :year_ago AND :month
    GROUP BY period
    HAVING sum(reported) > 0
)
SELECT
    r.period,
    r.expected,
    r.reported,
    coalesce(f.received, 0) AS received,
    coalesce(f.closed, 0) AS closed,
    coalesce(f.open, 0) AS open,
    coalesce(f.overdue, 0) AS overdue,
    coalesce(t.due, 0) AS due,
    coalesce(t.on_time, 0) AS on_time
FROM reported AS r
LEFT JOIN flow AS f ON f.period = r.period
LEFT JOIN in_time AS t ON t.period = r.period
ORDER BY period NULLS FIRST
