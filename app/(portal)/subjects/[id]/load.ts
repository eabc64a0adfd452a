import 'server-only';
import { lifeOf, lifeSpans, type Life, type LifeSpan } from '@/components/models/subject/life-events';
import { baselineOf, measuresOf, weightsOf, type Measure } from '@/lib/declare/measures';
import { ageBetween } from '@/lib/declare/age';
import type { AnyRecord } from '@/lib/declare/model';
import type { SubjectLife } from '@/lib/declare/subject-life';
import { getEnv } from '@/lib/server/env';
import { subjectLife } from '@/lib/server/queries/subject-life';
import type { UserViewer } from '@/lib/server/viewer';

export type LoadedLife = {
  readonly life: Life;
  readonly raw: SubjectLife;
  readonly birth: string | null;
  readonly death: string | null;
  /** ISO 8601 duration, now or at death. */
  readonly age: string | null;
  readonly weights: readonly Measure[];
  readonly water: readonly Measure[];
  readonly baseline: Measure | null;
  readonly now: number;
};

const dayOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

/** The life of a subject, worked out for its page. */
export async function loadLife(viewer: UserViewer, record: AnyRecord): Promise<LoadedLife> {
  const raw = await subjectLife(viewer, String(record.id));
  const zone = getEnv().LAB_TIME_ZONE;
  const [birth, death, now] = [dayOf(record.birth_date), dayOf(record.death_date), Date.now()];
  const weights = weightsOf(raw);
  return {
    life: lifeOf(raw, { birth, death }, zone),
    raw,
    birth,
    death,
    age: ageBetween(birth, death ? `${death}T12:00:00Z` : new Date(now).toISOString(), zone),
    weights,
    water: measuresOf(raw.logs, 'WaterConsumption', 'waterAmount', 'mL'),
    baseline: baselineOf(raw.logs, weights),
    now,
  };
}

/** The stretch in the address; the whole life where it names none. */
export const spanIn = (asked: string | string[] | undefined): LifeSpan =>
  lifeSpans.find(({ value }) => value === asked)?.value ?? 'all';
