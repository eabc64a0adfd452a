/** "session" and "sessions" */
export type Nouns = { readonly one: string; readonly many: string };

/** "session" of one, else "sessions" */
export const nounFor = (count: number, { one, many }: Nouns): string => (count === 1 ? one : many);

/** "1 session", "1,200 sessions" */
export const counted = (count: number, nouns: Nouns): string =>
  `${count.toLocaleString('en')} ${nounFor(count, nouns)}`;

/** Some names of more: "A, B, …" */
export const listed = (titles: readonly string[], count: number): string =>
  `${titles.join(', ')}${count > titles.length ? ', …' : ''}`;
