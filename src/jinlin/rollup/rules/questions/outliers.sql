-- Figures far from a branch's own twelve months before, and from complexes of similar size in its
-- district, per 100 households: |x - median| > 8 * max(MAD, 2), where there are six or more.
WITH flow AS (
    SELECT
        organisation,
        period,
        sum(received) AS received,
        sum(closed_solved + closed_unsolved + declined + merged) AS closed,
        sum(open) AS open
    FROM categories
    WHERE period BETWEEN :year_ago AND :month
    GROUP BY organisation, period
),
figures AS (
    SELECT
        b.organisation,
        b.period,
        b.households,
        coalesce(f.received, 0) AS received,
        coalesce(f.closed, 0) AS closed,
        coalesce(f.open, 0) AS open,
        b.households AS doors,
        b.full + b.probationary AS members,
        b.questions AS questions,
        b.service_minutes AS service_minutes
    FROM branch AS b
    LEFT JOIN flow AS f ON f.organisation = b.organisation AND f.period = b.period
    WHERE b.period BETWEEN :year_ago AND :month
),
listed AS (
    SELECT organisation, period, 'received' AS measure, received AS value FROM figures
    UNION ALL SELECT organisation, period, 'closed', closed FROM figures
    UNION ALL SELECT organisation, period, 'open', open FROM figures
    UNION ALL SELECT organisation, period, 'households', doors FROM figures
    UNION ALL SELECT organisation, period, 'members', members FROM figures
    UNION ALL SELECT organisation, period, 'questions', questions FROM figures
    UNION ALL SELECT organisation, period, 'service_minutes', service_minutes FROM figures
),
own_middle AS (
    SELECT organisation, measure, median(value) AS middle, count(value) AS months
    FROM listed
    WHERE period < :month
    GROUP BY organisation, measure
),
own_spread AS (
    SELECT l.organisation, l.measure, median(abs(l.value - m.middle)) AS spread
    FROM listed AS l
    JOIN own_middle AS m ON m.organisation = l.organisation AND m.measure = l.measure
    WHERE l.period < :month
    GROUP BY l.organisation, l.measure
),
peers AS (
    SELECT
        f.organisation,
        u.district,
        CASE
            WHEN f.households < 200 THEN 1
            WHEN f.households < 500 THEN 2
            WHEN f.households < 1000 THEN 3
            WHEN f.households < 2000 THEN 4
            ELSE 5
        END AS size,
        f.received,
        f.received * 100 / f.households AS per_hundred
    FROM figures AS f
    JOIN units AS u ON u.organisation = f.organisation
    WHERE f.period = :month AND f.households > 0
),
peer_middle AS (
    SELECT district, size, median(per_hundred) AS middle, count(*) AS peers
    FROM peers
    GROUP BY district, size
),
peer_spread AS (
    SELECT p.district, p.size, median(abs(p.per_hundred - m.middle)) AS spread
    FROM peers AS p
    JOIN peer_middle AS m ON m.district = p.district AND m.size = p.size
    GROUP BY p.district, p.size
),
far AS (
    SELECT
        l.organisation,
        'outlier' AS problem,
        l.measure AS item,
        l.value AS told,
        floor(m.middle) AS usual
    FROM listed AS l
    JOIN own_middle AS m ON m.organisation = l.organisation AND m.measure = l.measure
    JOIN own_spread AS s ON s.organisation = l.organisation AND s.measure = l.measure
    WHERE l.period = :month
        AND m.months >= 6
        AND abs(l.value - m.middle) > 8 * greatest(s.spread, 2)
    UNION ALL
    SELECT
        p.organisation,
        'unlike_peers' AS problem,
        'received' AS item,
        floor(p.per_hundred) AS told,
        floor(m.middle) AS usual
    FROM peers AS p
    JOIN peer_middle AS m ON m.district = p.district AND m.size = p.size
    JOIN peer_spread AS s ON s.district = p.district AND s.size = p.size
    WHERE m.peers >= 6 AND abs(p.per_hundred - m.middle) > 8 * greatest(s.spread, 2)
)
SELECT f.organisation, u.complex, f.problem, f.item, f.told, f.usual
FROM far AS f
JOIN units AS u ON u.organisation = f.organisation
ORDER BY organisation NULLS FIRST, problem NULLS FIRST, item NULLS FIRST
