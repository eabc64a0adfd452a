import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import type { PortalRecording, PortalSession } from '@/lib/formats/session-toml/portal';
import { asStored } from '@/lib/formats/session-toml/stored';
import { recordingfiles } from '@/lib/models/recording-files';
import { session } from '@/lib/models/session';
import { sessionsubject } from '@/lib/models/session-subject';
import { subject } from '@/lib/models/subject';
import { getReadPool } from '../db/pool';
import { query, sql, type Executor, type Sql } from '../db/sql';
import { idIs } from '../operations/get';
import type { Viewer } from '../viewer';
import { isoInstant, readableRows } from './record';
import { shownText } from './shown-text';

/** The key beside the texts of `[session]` that notes a file without `bpod.continuous_time`. */
export const continuousTimeKey = 'continuous_time';

type Row = {
  id: string;
  session: Omit<PortalSession, 'subjects' | 'recording' | 'as_written'> & {
    subjects: (PortalSession['subjects'][number] & { subject_identifier: string })[];
    recording: PortalRecording | null;
    as_written: Readonly<Record<string, string>> | null;
  };
};

export type FoundSession = { readonly id: string; readonly session: PortalSession };

/** A session as the format sees it, with its UUID, in one statement and inside the viewer's scope; null when they may not read it. */
export async function findPortalSession(
  viewer: Viewer,
  id: string | number,
  on: Executor = getReadPool(),
): Promise<FoundSession | null> {
  if (!isRecordId(String(id))) return null;
  return (await findPortalSessions(viewer, sql`${idIs(session, 't', id)}`, 1, on))[0] ?? null;
}

/** The same for the sessions that `where` picks over the alias `t`, the latest first. */
export async function findPortalSessions(
  viewer: Viewer,
  where: Sql,
  limit: number,
  on: Executor = getReadPool(),
): Promise<FoundSession[]> {
  const rows = await query<Row>(
    sql`SELECT t.id::text, json_build_object('name', t.name, 'date_time', ${isoInstant(sql`t.date_time`)}, 'experimenter', ${shownText(viewer, session.fields.experimenter, sql`t.experimenter`)}, 'description', t.description,
      'subjects', (SELECT coalesce(json_agg(json_build_object('name', s.name, 'subject_identifier', s.subject_identifier, 'sex', s.sex, 'genotype', s.genotype, 'age', ss.age) ORDER BY ss.created_at, ss.id), '[]'::json)
        FROM sessionsubject ss JOIN subject s ON s.id = ss.subject_id WHERE ss.session_id = t.id AND ${readableRows(viewer, sessionsubject, 'ss')} AND ${readableRows(viewer, subject, 's')}),
      'recording', json_build_object('bpod_path', r.bpod_path, 'bpod_order', r.bpod_order, 'bpod_continuous_time', r.bpod_continuous_time, 'trial_types', r.trial_types, 'ttls', r.ttls, 'cameras', r.cameras),
      'as_written', r.as_written) AS session
      FROM session t LEFT JOIN recordingfiles r ON r.session_id = t.id AND ${readableRows(viewer, recordingfiles, 'r')}
      WHERE ${where} AND ${readableRows(viewer, session, 't')} ORDER BY t.date_time DESC NULLS LAST, t.id LIMIT ${limit}`,
    on,
  );
  return rows.map(({ id, session: found }) => ({ id, session: toPortalSession(found) }));
}

/** Puts what the file wrote back in place of what a column keeps of it (one line, trimmed), as long as it is that. */
function toPortalSession({ subjects, recording, as_written, ...session }: Row['session']): PortalSession {
  const written = as_written ?? {};
  const full = (key: string, stored: string | null): string | null =>
    written[key] !== undefined && asStored(written[key]) === stored ? written[key] : stored;
  const { [continuousTimeKey]: continuous, ...texts } = written;
  return {
    ...session,
    name: full('id', session.name) ?? '',
    experimenter: full('experimenter', session.experimenter),
    subjects: subjects.map(({ subject_identifier, ...one }) => {
      const isByIdentifier =
        subject_identifier !== '' &&
        written.subject_id !== undefined &&
        asStored(written.subject_id) === subject_identifier;
      return {
        ...one,
        name: (isByIdentifier ? written.subject_id : full('subject_id', one.name)) ?? '',
        genotype: full('genotype', one.genotype),
        age: full('age', one.age),
      };
    }),
    // Without a row all of it is null.
    recording:
      as_written === null || recording === null
        ? null
        : {
            ...recording,
            bpod_continuous_time:
              continuous === 'absent' && recording.bpod_continuous_time === true
                ? null
                : recording.bpod_continuous_time,
          },
    as_written: texts,
  };
}
