-- Yen paid from the budget of a fiscal year, whenever that was, less what came back.
facts AS (
    SELECT m.position, m.day, h.position AS counted, h.event ->> 'pillar' AS line,
        (h.event ->> 'amount')::bigint
            * CASE h.topic WHEN 'expenditure.paid' THEN 1 ELSE -1 END AS yen
    FROM asked m
    JOIN holds h ON h.at = m.position AND h.day <= m.day AND m.defined
    WHERE h.topic IN ('expenditure.paid', 'expenditure.returned')
        AND h.event ->> 'programme' = %(programme)s
        AND (h.event ->> 'fiscal_year')::int = %(fiscal_year)s
),
lines AS (
    SELECT position, day, line, sum(yen) AS value FROM facts GROUP BY position, day, line
),
totals AS (
    SELECT position, day, sum(yen) AS value,
        array_agg(counted ORDER BY counted) AS counted
    FROM facts GROUP BY position, day
),
breakdown AS (
    SELECT position, day,
        array_agg(jsonb_build_array(line, value) ORDER BY line COLLATE "C") AS lines
    FROM lines GROUP BY position, day
)
SELECT position, day, defined, coalesce(value, 0)::bigint, coalesce(lines, ARRAY[]::jsonb[]),
    coalesce(counted, ARRAY[]::bigint[])
FROM asked LEFT JOIN totals USING (position, day) LEFT JOIN breakdown USING (position, day)
