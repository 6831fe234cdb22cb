-- Every complex in the scope, and the unit of the level that it is counted with. Of several of one
-- level in its line, such as a community and the one it was merged into, the highest counts.
SELECT
    o1.code AS organisation,
    o1.name AS complex,
    coalesce(o1.since, '') AS since,
    coalesce(o1.until, '') AS until,
    CASE :level
        WHEN o8.level THEN o8.code WHEN o7.level THEN o7.code WHEN o6.level THEN o6.code
        WHEN o5.level THEN o5.code WHEN o4.level THEN o4.code WHEN o3.level THEN o3.code
        WHEN o2.level THEN o2.code WHEN o1.level THEN o1.code ELSE ''
    END AS unit,
    CASE :level
        WHEN o8.level THEN o8.name WHEN o7.level THEN o7.name WHEN o6.level THEN o6.name
        WHEN o5.level THEN o5.name WHEN o4.level THEN o4.name WHEN o3.level THEN o3.name
        WHEN o2.level THEN o2.name WHEN o1.level THEN o1.name ELSE ''
    END AS name,
    CASE 'district'
        WHEN o8.level THEN o8.code WHEN o7.level THEN o7.code WHEN o6.level THEN o6.code
        WHEN o5.level THEN o5.code WHEN o4.level THEN o4.code WHEN o3.level THEN o3.code
        WHEN o2.level THEN o2.code ELSE ''
    END AS district
FROM org AS o1
LEFT JOIN org AS o2 ON o2.code = o1.parent
LEFT JOIN org AS o3 ON o3.code = o2.parent
LEFT JOIN org AS o4 ON o4.code = o3.parent
LEFT JOIN org AS o5 ON o5.code = o4.parent
LEFT JOIN org AS o6 ON o6.code = o5.parent
LEFT JOIN org AS o7 ON o7.code = o6.parent
LEFT JOIN org AS o8 ON o8.code = o7.parent
WHERE o1.level = 'complex'
    AND (
        :scope = ''
        OR :scope IN (o1.code, o2.code, o3.code, o4.code, o5.code, o6.code, o7.code, o8.code)
    )
