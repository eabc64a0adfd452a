import 'server-only';
import type { Model } from '@/lib/declare/model';
import { listRecords } from '../operations/list';
import type { Viewer } from '../viewer';

const titlesMax = 1000;

/** The titles of readable records that begin so, of the latest ones by the field `latest`. For models whose title is a text. */
export async function titlesFrom(viewer: Viewer, model: Model, stem: string, latest: string): Promise<string[]> {
  const filters = stem ? [{ path: [model.title], operator: 'startswith' as const, values: [stem] }] : [];
  const exclude = Object.keys(model.fields).filter((name) => name !== model.title);
  const sort = [{ field: latest, descending: true }];
  const { records } = await listRecords(viewer, model, { filters, sort, limit: titlesMax, offset: 0, exclude }, 'none');
  return records.map((record) => String(record[model.title]));
}
