import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { models } from '@/lib/models';
import { nextSessionName } from '@/lib/server/queries/session-form';
import type { UserViewer } from '@/lib/server/viewer';
import { newValues } from '../../[model]/form-values';
import type { FoundPattern } from './pattern';

type Params = Readonly<Record<string, string | string[] | undefined>>;

const minute = 60_000;

/** What the form of a new session starts with: now, by whoever is signed in; else like the pattern, where there is one. */
export async function startValues(
  viewer: UserViewer,
  params: Params,
  pattern: FoundPattern | null,
): Promise<Record<string, unknown>> {
  const values = await newValues(viewer, models.session, params, { ...pattern?.values });
  const asked = [params.subjects ?? params.subject ?? []].flat().filter(isRecordId);
  const subjects = asked.length > 0 ? asked : (pattern?.subjects ?? []);
  const now = new Date(Math.floor(Date.now() / minute) * minute).toISOString();
  const [subject = null] = subjects;
  const like = pattern?.from.like ?? null;
  return {
    ...values,
    name: (await nextSessionName(viewer, subject === null ? null : String(subject), now, like).catch(() => null)) ?? '',
    name_used_in_storage: '',
    date_time: now,
    experimenter: viewer.name,
    download_links: [],
    // What came out of the other recording is not this one's.
    description: '',
    extra_fields: {},
    subjects,
    like: null,
  };
}
