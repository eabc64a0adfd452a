-- Of two changes of access, or of a record and its links, at the same time the later one must see the other.
CREATE OR REPLACE FUNCTION refresh_access(model text, record uuid, only_user uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(model || record, 2));
  EXECUTE format('DELETE FROM %I WHERE record_id = $1 AND ($2 IS NULL OR user_id = $2)', model || '_access') USING record, only_user;
  EXECUTE format(
    'INSERT INTO %I (user_id, record_id, level)
     SELECT g.user_id, $1, max(g.level) FROM (
       SELECT user_id, level FROM %I WHERE record_id = $1 AND user_id IS NOT NULL
       UNION ALL
       SELECT m.user_id, g.level FROM %I g JOIN group_grant m ON m.record_id = g.group_id JOIN "group" o ON o.id = g.group_id AND o.live
       WHERE g.record_id = $1
     ) g
     WHERE ($2 IS NULL OR g.user_id = $2) AND EXISTS (SELECT 1 FROM %I r WHERE r.id = $1 AND r.live)
     GROUP BY g.user_id',
    model || '_access', model || '_grant', model || '_grant', model) USING record, only_user;
END $$;

CREATE OR REPLACE FUNCTION link_copies_source() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  copied jsonb;
BEGIN
  EXECUTE format('SELECT to_jsonb(s) FROM %I s WHERE id = $1 FOR SHARE', TG_ARGV[0]) INTO copied USING NEW.source_id;
  NEW.live := (copied->>'live')::boolean;
  RETURN jsonb_populate_record(NEW, (
    SELECT jsonb_object_agg(link, copied->source)
    FROM unnest(string_to_array(TG_ARGV[1], ','), string_to_array(TG_ARGV[2], ',')) AS pair(source, link)
  ));
END $$;
