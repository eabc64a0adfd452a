import 'server-only';
import { nameStem, nextSessionName as nextName } from '@/lib/formats/session-name';
import { stampOf } from '@/lib/formats/session-stamp';
import { deathOf } from '@/lib/declare/death';
import type { AnyRecord } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { getEnv } from '../env';
import { getRecord } from '../operations/get';
import { listRecords } from '../operations/list';
import type { Viewer } from '../viewer';
import { titlesFrom } from './titles-from';

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

const deathFields = ['name', 'status', 'death_date'];
/** A session has a few subjects; no more are looked at. */
const lookedAtMax = 100;

/** The dead of these subjects that the viewer may see, with the day of death; empty where that is not known. */
export async function deathsAmong(
  viewer: Viewer,
  subjects: readonly string[],
): Promise<{ id: string; name: string; died: string }[]> {
  const ids = subjects.slice(0, lookedAtMax);
  const list = {
    filters: [{ path: ['id'], operator: 'in' as const, values: ids }],
    sort: [],
    limit: lookedAtMax,
    offset: 0,
    exclude: Object.keys(models.subject.fields).filter((name) => !deathFields.includes(name)),
  };
  const { records } = ids.length > 0 ? await listRecords(viewer, models.subject, list, 'none') : { records: [] };
  return records.flatMap((record) => {
    const died = deathOf(record);
    return died === null ? [] : [{ id: String(record.id), name: String(record.name), died }];
  });
}

/**
 * The next name of a session: after the pattern of another one where that is given, else subject, day of the laboratory and the
 * first number that no readable session of that day has.
 */
export async function nextSessionName(
  viewer: Viewer,
  subject: string | null,
  dateTime: string,
  like: string | null = null,
): Promise<string | null> {
  const stamp = stampOf(dateTime, getEnv().LAB_TIME_ZONE);
  if (!stamp) return null;
  const name = subject === null ? null : String((await getRecord(viewer, models.subject, subject)).name);
  if (like !== null) return nameLike(viewer, like, { stamp, subject: name });
  if (name === null) return null;
  const usual = { name: `${name}_${stamp.day}_01`, stamp, subject: name };
  const others = await namesFrom(viewer, `${name}_${stamp.day}_`);
  return others.length > 0 ? nextName(usual, { stamp, subject: name }, others) : usual.name;
}

async function nameLike(viewer: Viewer, id: string, next: Parameters<typeof nextName>[1]): Promise<string> {
  const record = await getRecord(viewer, models.session, id, { include: ['subjects'] });
  const [link] = record.subjects as AnyRecord[]; // included above
  const subject = link?.subject ? String((await getRecord(viewer, models.subject, String(link.subject))).name) : null;
  const like = { name: String(record.name), stamp: stampOf(record.date_time, getEnv().LAB_TIME_ZONE), subject };
  const stems = new Set([nameStem(like), nameStem(like, next.subject ?? subject)]);
  const others = await Promise.all([...stems].map((stem) => namesFrom(viewer, stem)));
  return nextName(like, next, others.flat());
}

/** The names of readable sessions that begin so. */
const namesFrom = (viewer: Viewer, stem: string): Promise<string[]> =>
  titlesFrom(viewer, models.session, stem, 'date_time');
