import type { AccessSource } from '@/lib/declare/access-list';
import type { Level } from '@/lib/declare/levels';
import type { Option } from '../../ui/option';

const ofGroups: Readonly<Record<Level, string>> = {
  member: 'Has what is shared with the group',
  contributor: '',
  manager: 'Also invites and removes members',
  owner: 'Also renames it, sets roles, edits its laboratory',
};
const ofProjects: Readonly<Record<Level, string>> = {
  member: 'Reads it and all in it',
  contributor: 'Also creates, edits and deletes subjects and sessions',
  manager: 'Also adds and removes people up to contributor',
  owner: 'Also edits its details, gives any level, makes it public',
};
const ofOthers: Readonly<Record<Level, string>> = {
  member: 'Reads it and what belongs to it',
  contributor: 'Also uses it in records and edits what belongs to it',
  manager: 'Also adds and removes people up to contributor',
  owner: 'Also edits its details, gives any level, makes it public',
};

/** What a level means on a record of that model. */
export function meaningOf(model: string, level: Level): string {
  return (model === 'group' ? ofGroups : model === 'project' ? ofProjects : ofOthers)[level];
}

/** Levels to choose from, each with what it means. */
export const levelOptions = (model: string, levels: readonly Level[]): Option[] =>
  levels.map((level) => ({ value: level, label: labelOf(level), description: meaningOf(model, level) }));

/** `Owner` */
export const labelOf = (level: Level): string => level.charAt(0).toUpperCase() + level.slice(1);

const own: Readonly<Record<Level, string>> = {
  member: 'You read it',
  contributor: 'You contribute',
  manager: 'You manage it',
  owner: 'You own it',
};

/** `You manage it` */
export const ownLevelText = (level: Level): string => own[level];

/** Where a level comes from, in words: `owner · direct`, `contributor · through Okafor Lab`. */
export function sourceText({ level, group, record }: AccessSource): string {
  const way = group ? `through ${group.name}` : record ? 'directly' : 'direct';
  return `${level} · ${way}${record ? ` in ${record.title}` : ''}`;
}
