/** "session" and "sessions" */
export type Nouns = { readonly one: string; readonly many: string };

/** "1 session", "1,200 sessions" */
export const counted = (count: number, { one, many }: Nouns): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Some names of more: "A, B, …" */
export const listed = (titles: readonly string[], count: number): string =>
  `${titles.join(', ')}${count > titles.length ? ', …' : ''}`;
