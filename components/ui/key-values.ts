/** Free fields as people edit them: in order, and possibly not yet acceptable. */
export interface KeyValueRow {
  key: string;
  text: string;
  type: 'text' | 'number';
}

const keyPattern = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The rows of an object of texts and numbers. */
export function toKeyValueRows(value: Readonly<Record<string, string | number>> | null): KeyValueRow[] {
  return Object.entries(value ?? {}).map(([key, entry]) => ({
    key,
    text: String(entry),
    type: typeof entry === 'number' ? 'number' : 'text',
  }));
}

/** The object that the acceptable rows make, and what is wrong with the others, by `index.column`. Empty rows count for nothing. */
export function fromKeyValueRows(rows: readonly KeyValueRow[]): {
  value: Record<string, string | number>;
  errors: Record<string, string[]>;
} {
  const value: Record<string, string | number> = {};
  const errors: Record<string, string[]> = {};
  rows.forEach(({ key, text, type }, index) => {
    if (key === '' && text === '') return;
    if (!keyPattern.test(key)) errors[`${index}.key`] = ['Begin with a letter; letters, digits and _ only.'];
    else if (Object.hasOwn(value, key)) errors[`${index}.key`] = [`“${key}” is there already.`];
    else if (type === 'text') value[key] = text;
    else if (text.trim() !== '' && Number.isFinite(Number(text))) value[key] = Number(text);
    else errors[`${index}.value`] = ['Write a number, or store it as text.'];
  });
  return { value, errors };
}
