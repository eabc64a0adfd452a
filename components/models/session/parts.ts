import type { AnyRecord } from '@/lib/declare/model';
import type { Titles } from '@/components/fields/field-parts';
import { idsOf } from '@/components/fields/read-value';

/** What hangs on a session, by the session's own fields. */
export type Parts = Readonly<
  Record<
    'subjects' | 'epochs' | 'behaviors' | 'dataacquisition' | 'manipulations' | 'recordingfiles',
    readonly AnyRecord[]
  >
>;

/** The modules that an epoch can name: the field of the epoch and of the session. */
export const epochModules = [
  { field: 'behavior', part: 'behaviors' },
  { field: 'dataacquisition', part: 'dataacquisition' },
  { field: 'manipulation', part: 'manipulations' },
] as const;

/** Titles with which the modules of one session can be told apart: a behavior is called by its assay, twins get numbers. */
export function withModuleTitles(parts: Parts, titles: Titles): Titles {
  const named = epochModules.map(({ field, part }) => {
    const plain = parts[part].map((module) => titleOf(field, module, titles));
    const numbered = plain.map((title, index) => {
      const isAlone = plain.filter((other) => other === title).length === 1;
      return isAlone ? title : `${title} ${plain.slice(0, index + 1).filter((other) => other === title).length}`;
    });
    return [
      field,
      Object.fromEntries(parts[part].map((module, index) => [String(module.id), numbered[index] ?? ''])),
    ] as const;
  });
  return { ...titles, ...Object.fromEntries(named) };
}

function titleOf(field: string, module: AnyRecord, titles: Titles): string {
  const [assay] = idsOf(module.behavioralassay);
  if (field === 'behavior') return (assay && titles.behavioralassay?.[assay]) || 'Behavior';
  return titles[field]?.[String(module.id)] ?? field;
}

/** The epochs in which a module takes part. */
export const epochsWith = (
  parts: Parts,
  field: (typeof epochModules)[number]['field'],
  id: unknown,
): readonly AnyRecord[] => parts.epochs.filter((epoch) => idsOf(epoch[field])[0] === String(id));
