/** The people of the demonstration laboratory, and the password they share (scripts/seed.ts). */
export const people = {
  pi: 'amara.okafor@example.org',
  student: 'sofia.herrera@example.org',
  stranger: 'farida.haidari@example.org',
  administrator: 'ingrid.solberg@example.org',
} as const;

export type Person = keyof typeof people;
export const password = 'sulcus-demo-2026';
