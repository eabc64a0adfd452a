import 'server-only';
import { checkRecording } from '@/lib/formats/session-toml/check-recording';
import { nearest, type Problem } from '@/lib/declare/problem';
import { findType } from '@/lib/vocabularies/types';
import { subject } from '@/lib/models/subject';
import { readable } from '../access';
import type { Executor } from '../db/sql';
import { query, sql } from '../db/sql';
import type { Model } from '@/lib/declare/model';
import type { Viewer } from '../viewer';
import type { Draft } from './link-rule';

/** Rules about a whole record that are no condition on one linked row. */
export type RecordRule = (context: {
  readonly tx: Executor;
  readonly viewer: Viewer;
  readonly model: Model;
  readonly draft: Draft;
  readonly values: Draft;
}) => Promise<Problem[]>;

export const recordRules: Readonly<Record<string, RecordRule>> = {
  'coordinates-fit-the-type': async ({ draft, values }) => {
    const { type, coordinates_system: system } = draft;
    if (!('type' in values || 'coordinates_system' in values) || typeof type !== 'string' || typeof system !== 'string')
      return [];
    const systems = findType('procedure', type)?.allowedCoordinateSystems;
    if (!systems || systems.includes(system)) return [];
    const near = nearest(system, systems) ?? systems[0];
    return [
      {
        path: 'coordinates_system',
        code: 'coordinates-fit-the-type',
        message: `This type of procedure is placed by ${systems.join(', ')}; found ${system}. Choose ${near}.`,
      },
    ];
  },
  'recording-files-are-sound': async ({ draft }) => checkRecording(draft),
  'subjects-stay-in-projects': async ({ tx, viewer, draft, values }) => {
    if (!('projects' in values) || typeof draft.id !== 'string') return [];
    const projects = [values.projects ?? []].flat().map(String);
    const stray = await query<{ name: string | null }>(
      sql`SELECT DISTINCT CASE WHEN ${readable(viewer, subject, 's')} THEN s.name END AS name FROM (
          SELECT ss.subject_id FROM sessionsubject ss WHERE ss.session_id = ${draft.id}::uuid AND ss.live
          UNION SELECT bs.target_id FROM behavior b JOIN behavior_subjects bs ON bs.source_id = b.id WHERE b.session_id = ${draft.id}::uuid AND b.live
        ) used JOIN subject s ON s.id = used.subject_id WHERE NOT EXISTS (SELECT 1 FROM subject_projects sp WHERE sp.source_id = s.id AND sp.target_id = ANY(${projects}::uuid[])) ORDER BY 1 LIMIT 5`,
      tx,
    );
    if (stray.length === 0) return [];
    return [
      {
        path: 'projects',
        code: 'subjects-stay-in-projects',
        message: `The session records ${stray.map(({ name }) => (name === null ? 'a subject that you may not see' : `“${name}”`)).join(', ')}, which would be in none of its projects: add the subjects to a project first.`,
      },
    ];
  },
};
