/** The day of death of a dead subject, `2026-11-27`; empty where it is not known, null while it lives and for all else. */
export function deathOf({ death_date: date, status }: Readonly<Record<string, unknown>>): string | null {
  if (typeof date === 'string' && date !== '') return date;
  return status === 'deceased' ? '' : null;
}

/** `M076 died on 2026-11-27.` */
export const tellDeath = (name: string, died: string): string =>
  died ? `${name} died on ${died}.` : `${name} is deceased.`;
