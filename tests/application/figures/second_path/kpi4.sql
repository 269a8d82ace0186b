-- Municipalities that are members on the day, or on the last day of the fiscal year if that is
-- earlier: joined, and not left since. A leaving takes effect on the first day without.
steps AS (
    SELECT m.position, m.day, h.stream, h.topic, h.event, h.day AS step_day, h.position AS step
    FROM asked m
    JOIN holds h ON h.at = m.position AND m.defined
        AND h.day <= least(m.day, make_date(%(fiscal_year)s::int + 1, 3, 31))
    WHERE h.topic LIKE 'consortium.member_%%' AND h.event ->> 'programme' = 'common'
),
facts AS (
    SELECT s.position, s.day, s.step AS counted, s.event ->> 'code' AS code
    FROM steps s
    WHERE s.topic IN ('consortium.member_joined', 'consortium.member_rejoined')
        AND s.event ->> 'kind' = 'municipality'
        AND NOT EXISTS (
            SELECT FROM steps l
            WHERE l.topic = 'consortium.member_left'
                AND (l.position, l.day, l.stream) = (s.position, s.day, s.stream)
                AND (l.step_day, l.step) > (s.step_day, s.step)
        )
),
totals AS (
    SELECT position, day, count(DISTINCT code) AS value,
        array_agg(counted ORDER BY counted) AS counted
    FROM facts GROUP BY position, day
)
SELECT position, day, defined, coalesce(value, 0)::bigint, ARRAY[]::jsonb[],
    coalesce(counted, ARRAY[]::bigint[])
FROM asked LEFT JOIN totals USING (position, day)
