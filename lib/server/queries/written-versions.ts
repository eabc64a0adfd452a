import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { query, sql, type Executor } from '../db/sql';
import { titleSql } from '../rules';
import type { UserViewer } from '../viewer';
import { wireId } from './record';

/** A record with the write of the viewer's that made a version of it; null where there is none of theirs. */
export type WrittenVersion = {
  readonly wire: string;
  readonly title: string;
  /** The version that the record has now. */
  readonly now: number;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
};

/** The writes that made these versions of records, by their ids on the wire. `locked` are the records in the viewer's scope. */
export const writtenVersions = (
  tx: Executor,
  viewer: UserViewer,
  model: Model,
  locked: readonly string[],
  versions: Readonly<Record<string, number>>,
): Promise<WrittenVersion[]> =>
  query<WrittenVersion>(
    sql`SELECT g.id AS wire, ${titleSql(model, 't')} AS title, t.version AS now, a.before, a.after
      FROM unnest(${Object.keys(versions)}::text[], ${Object.values(versions)}::int[]) AS g(id, version)
      JOIN ${sql.table(tableOf(model))} t ON ${wireId(model, 't')}::text = g.id AND t.id = ANY(${locked}::uuid[])
      LEFT JOIN LATERAL (SELECT w.before, w.after FROM audit_log w WHERE w.model = ${model.name} AND w.record_id = t.id AND w.user_id = ${viewer.id}::uuid
        AND w.action = 'update' AND (w.after->>'version')::int = g.version ORDER BY w.id DESC LIMIT 1) a ON true ORDER BY 2, 1`,
    tx,
  );
