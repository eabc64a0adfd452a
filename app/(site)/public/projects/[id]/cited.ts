import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import type { CitedDataSet } from '@/lib/formats/citation/cited';
import { htmlToText } from '@/lib/formats/session-toml/rich-text';
import type { AnyRecord } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { requestOrigin } from '@/lib/server/auth/request-origin';
import { listRecords } from '@/lib/server/operations/list';
import { projectOverview, type ProjectOverview } from '@/lib/server/queries/project-overview';
import { anonymousViewer } from '@/lib/server/viewer';
import { findType } from '@/lib/vocabularies/types';
import { publicRecord } from '../../public-record';

export type PublicProject = {
  readonly record: AnyRecord;
  readonly overview: ProjectOverview;
  readonly publications: readonly AnyRecord[];
  readonly cited: CitedDataSet;
};

/** A year of weeks, the last one that of the latest session. */
const weeks = { weeks: 52, until: 'latest' } as const;
const publicationsMax = 50;

/** A public project with all that its page tells, read as anybody may read it; null when it is not public. Asked once per request. */
export const publicProject = cache(async (id: string): Promise<PublicProject | null> => {
  const record = await publicRecord(models.project, id);
  if (!record) return null;
  const [overview, publications, origin] = await Promise.all([
    projectOverview(anonymousViewer, String(record.id), weeks),
    publicationsOf(record),
    headers().then(requestOrigin),
  ]);
  return overview && { record, overview, publications, cited: citedOf(record, overview, publications, origin) };
});

async function publicationsOf({ publications }: AnyRecord): Promise<AnyRecord[]> {
  const ids = listOf(publications).map(String).slice(0, publicationsMax);
  if (ids.length === 0) return [];
  const filters = [{ path: ['id'], operator: 'in' as const, values: [ids.join(',')] }];
  const list = { filters, sort: [], limit: publicationsMax, offset: 0 };
  return (await listRecords(anonymousViewer, models.publication, list, 'none')).records;
}

function citedOf(
  record: AnyRecord,
  overview: ProjectOverview,
  publications: readonly AnyRecord[],
  origin: string,
): CitedDataSet {
  const { first, last, species, techniques, sessions, subjects } = overview;
  const created = String(record.created_at).slice(0, 10);
  return {
    title: String(record.name),
    url: `${origin}/public/projects/${String(record.id)}`,
    description: htmlToText(String(record.description ?? '')).trim(),
    creators: creatorsOf(record),
    year: Number((last ?? created).slice(0, 4)),
    created,
    modified: String(record.updated_at).slice(0, 10),
    recorded: first && last ? { first, last } : null,
    keywords: [...listOf(record.tags).map(String), ...species],
    techniques: techniques.map((type) => findType('dataacquisition', type)?.label ?? type),
    extent: [counted(subjects, 'subject'), counted(sessions, 'session')],
    downloads: listOf(record.download_links).map((link) => ({
      repository: textIn(link, 'repository'),
      url: textIn(link, 'url'),
    })),
    publications: publications.map((one) => ({
      title: String(one.title),
      authors: String(one.authors),
      published: String(one.publication_date),
      doi: String(one.doi ?? ''),
    })),
    catalogue: { name: 'Sulcus', url: `${origin}/public` },
  };
}

/** The people with a role, each once, in the order of the list. Without names for addresses that nobody has (shown-text.ts). */
const creatorsOf = (record: AnyRecord): string[] => [
  ...new Set(
    listOf(record.user_roles)
      .map((role) => textIn(role, 'user'))
      .filter((name) => name && !name.includes('@')),
  ),
];

const counted = (count: number, one: string) => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textIn = (value: unknown, key: string): string =>
  typeof value === 'object' && value !== null && key in value ? String(Reflect.get(value, key) ?? '') : '';
