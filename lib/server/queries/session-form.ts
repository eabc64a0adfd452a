import 'server-only';
import { models } from '@/lib/models';
import { getEnv } from '../env';
import { getRecord } from '../operations/get';
import { listRecords } from '../operations/list';
import type { Viewer } from '../viewer';

/** A record that a selector offers. */
type Offered = { value: string; label: string; description?: string };

const offeredMax = 30;

/** Readable subjects of the projects, of all where none is chosen yet. */
export async function subjectsOfProjects(
  viewer: Viewer,
  projects: readonly string[],
  search: string,
): Promise<Offered[]> {
  const filters = projects.length > 0 ? [{ path: ['projects'], operator: 'in' as const, values: projects }] : [];
  const { records } = await listRecords(
    viewer,
    models.subject,
    { filters, search, sort: [{ field: 'name', descending: false }], limit: offeredMax, offset: 0 },
    'none',
  );
  return records.map(({ id, name, genotype }) => ({
    value: String(id),
    label: String(name),
    ...(genotype ? { description: String(genotype) } : {}),
  }));
}

/** The usual name of a session: subject, day of the laboratory, and the first number that no readable session of that day has. */
export async function nextSessionName(viewer: Viewer, subject: string, dateTime: string): Promise<string | null> {
  const then = Date.parse(dateTime);
  if (Number.isNaN(then)) return null;
  const { name } = await getRecord(viewer, models.subject, subject);
  // en-CA writes a day as ISO 8601 does.
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone: getEnv().LAB_TIME_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(then);
  const stem = `${String(name)}_${day}_`;
  const { records } = await listRecords(
    viewer,
    models.session,
    { filters: [{ path: ['name'], operator: 'startswith', values: [stem] }], sort: [], limit: 1000, offset: 0 },
    'none',
  );
  const taken = new Set(records.map((record) => String(record.name)));
  let number = 1;
  while (taken.has(stem + String(number).padStart(2, '0'))) number++;
  return stem + String(number).padStart(2, '0');
}
