'use server';

import type { SearchHit } from '@/components/layout/nav';
import { models } from '@/lib/models';
import { getViewer } from '@/lib/server/auth/viewer';
import { listRecords } from '@/lib/server/operations/list';

const searched = [models.session, models.subject, models.project];
const perModel = 5;
const queryMax = 200;

/** The records of the command palette: a few of each kind that the viewer may read. */
export async function searchRecords(query: string): Promise<SearchHit[]> {
  const viewer = await getViewer();
  const search = typeof query === 'string' ? query.trim().slice(0, queryMax) : '';
  if (!viewer || search === '') return [];
  const list = { filters: [], search, sort: [], limit: perModel, offset: 0 };
  const found = await Promise.all(
    searched.map(async (model) => {
      const { records } = await listRecords(viewer, model, list, 'none');
      return records.map((record) => ({
        label: String(record[model.title] ?? ''),
        href: `/${model.path}/${record.id}`,
        kind: model.label,
        icon: model.icon,
      }));
    }),
  );
  // What is called exactly so comes first: a subject before its sessions, which carry its name.
  const isExact = ({ label }: SearchHit) => label.toLowerCase() === search.toLowerCase();
  const hits = found.flat();
  return [...hits.filter(isExact), ...hits.filter((hit) => !isExact(hit))];
}
