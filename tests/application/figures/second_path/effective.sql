-- What holds of every stream at some positions: voided entries are out, corrected fields replaced.
-- Written from the handbook's words, for readers of SQL; it shares nothing with the service.
WITH RECURSIVE
moments AS (
    SELECT (m ->> 0)::bigint AS position, (m ->> 1)::date AS day
    FROM jsonb_array_elements(%(moments)s::jsonb) AS m
),
positions AS (SELECT DISTINCT position FROM moments),
entries AS MATERIALIZED (
    SELECT originator_id AS stream, originator_version AS version, notification_id AS position,
        topic, convert_from(state, 'UTF8')::jsonb -> 'event' AS event
    FROM {schema}.events
),
voidings AS (
    SELECT stream, version, position, (event ->> 'voids')::bigint AS voids
    FROM entries WHERE event ? 'voids'
),
-- From the newest voiding of a stream back: one that is out itself takes nothing out.
back (at, stream, version, out) AS (
    SELECT p.position, v.stream, max(v.version) + 1, ARRAY[]::bigint[]
    FROM positions p JOIN voidings v ON v.position <= p.position
    GROUP BY p.position, v.stream
    UNION ALL
    SELECT b.at, b.stream, v.version,
        CASE WHEN v.version = ANY(b.out) THEN b.out ELSE b.out || v.voids END
    FROM back b CROSS JOIN LATERAL (
        SELECT version, voids FROM voidings
        WHERE stream = b.stream AND version < b.version
        ORDER BY version DESC LIMIT 1
    ) AS v
),
gone AS (
    SELECT at, stream, unnest(out) AS version
    FROM (SELECT DISTINCT ON (at, stream) at, stream, out FROM back ORDER BY at, stream, version)
        AS whole
),
-- A correction of a correction reaches what that one reaches, voided or not.
reaches (stream, version, target) AS (
    SELECT stream, version, (event ->> 'corrects')::bigint FROM entries WHERE event ? 'corrects'
    UNION ALL
    SELECT r.stream, r.version, (e.event ->> 'corrects')::bigint
    FROM reaches r JOIN entries e ON (e.stream, e.version) = (r.stream, r.target)
    WHERE e.event ? 'corrects'
),
latest AS (
    SELECT DISTINCT ON (p.position, r.stream, r.target, f.key)
        p.position AS at, r.stream, r.target, f.key, f.value
    FROM reaches r
    JOIN entries c ON (c.stream, c.version) = (r.stream, r.version)
    JOIN positions p ON c.position <= p.position
    CROSS JOIN LATERAL jsonb_each(c.event -> 'now') AS f
    WHERE NOT EXISTS (
        SELECT FROM gone g WHERE (g.at, g.stream, g.version) = (p.position, c.stream, c.version)
    )
    ORDER BY p.position, r.stream, r.target, f.key, c.version DESC
),
replaced AS (
    SELECT at, stream, target, jsonb_object_agg(key, value) AS fields
    FROM latest GROUP BY at, stream, target
),
holds AS MATERIALIZED (
    SELECT h.*, (h.event ->> 'effective_on')::date AS day
    FROM (
        SELECT p.position AS at, e.stream, e.position, e.topic,
            e.event || coalesce(r.fields, jsonb_build_object()) AS event
        FROM positions p
        JOIN entries e ON e.position <= p.position
        LEFT JOIN replaced r ON (r.at, r.stream, r.target) = (p.position, e.stream, e.version)
        WHERE NOT e.event ? 'voids' AND NOT e.event ? 'corrects' AND NOT EXISTS (
            SELECT FROM gone g WHERE (g.at, g.stream, g.version) = (p.position, e.stream, e.version)
        )
    ) AS h
),
-- Whether a definition of the figure is in force.
asked AS (
    SELECT DISTINCT ON (m.position, m.day)
        m.position, m.day, coalesce(h.topic = 'figure.defined', false) AS defined
    FROM moments m
    LEFT JOIN holds h ON h.at = m.position AND h.day <= m.day
        AND h.topic IN ('figure.defined', 'figure.withdrawn')
        AND h.stream IN (
            SELECT stream FROM entries WHERE event -> 'definition' ->> 'code' = %(code)s
        )
    ORDER BY m.position, m.day, h.day DESC NULLS LAST, h.position DESC
),
