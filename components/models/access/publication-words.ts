import type { Publication } from '@/lib/declare/access-list';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What a project shows once it is public. */
export const becomesVisible = ({ subjects, sessions, procedures, modules, epochs }: Publication): string[] => [
  'The project’s details, description, tags and links',
  `${counted(subjects, 'subject')} with ${counted(procedures, 'procedure')}`,
  `${counted(sessions, 'session')} with ${counted(epochs, 'epoch')} and ${counted(modules, 'behavior, data acquisition or manipulation', 'behaviors, data acquisitions and manipulations')}`,
  'Recording files, the names of experimenters and of people with roles, and all that is written in notes and extra fields',
];

/** `1 setup, 2 data storages`; null when there is none. */
export function privateParts({ setups, assays, storages }: Pick<Publication, 'setups' | 'assays' | 'storages'>) {
  const parts = [
    ...(setups > 0 ? [counted(setups, 'setup')] : []),
    ...(assays > 0 ? [counted(assays, 'behavioral assay')] : []),
    ...(storages > 0 ? [counted(storages, 'data storage')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}

/** What a public project does not show. */
export function staysPrivate(publication: Publication): string[] {
  const parts = privateParts(publication);
  return [
    'Who has access: people, groups, levels, e-mail addresses',
    'Other projects that its subjects and sessions belong to',
    parts
      ? `${parts} that its sessions use: readers see that something is there, not what, until each is made public itself`
      : 'Setups, behavioral assays and data storages, until each is made public itself',
  ];
}
