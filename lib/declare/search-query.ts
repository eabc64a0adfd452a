import type { Model } from './model';

/** The kinds of records that one search looks through: those with a place in pages and texts to search in. */
export const isSearched = (model: Model): boolean =>
  (model.nav !== null || isPart(model)) && !model.view && model.search.length > 0;

/** Whether its records stand on the pages of others: epochs and modules on those of their sessions. */
export const isPart = (model: Model): boolean => model.shownOn !== undefined;

/** What a search knows of a kind, to be narrowed to it by name. */
export type NamedKind = Pick<Model, 'name' | 'path' | 'label' | 'labelPlural'>;

/** What somebody looks for, read from what they typed. */
export type SearchQuery = {
  /** In lower case, single spaces between the words. */
  readonly text: string;
  readonly words: readonly string[];
  /** The name of the kind to look in; null for all. */
  readonly kind: string | null;
  /** `#123`, or digits alone, which may be a name too. */
  readonly number: number | null;
  /** One record, by its UUID or its address. `path` is null where only the id is known. */
  readonly record: { readonly path: string | null; readonly id: string } | null;
};

const textMax = 200;
const wordsMax = 8;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const address = /^(?:https?:\/\/[^/\s]+)?\/([\w-]+)\/([0-9a-f-]{36}|\d{1,9})(?:[/?#]\S*)?$/i;

/** Reads `subject: m12`, `m12 in:subjects`, `#123`, a pasted UUID or address, or plain words. */
export function parseSearch(given: string, kinds: readonly NamedKind[]): SearchQuery {
  const cleaned = given
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, textMax);
  const { kind, rest } = narrowed(cleaned, kinds);
  const [, path, id] = address.exec(rest) ?? [];
  const text = rest.toLowerCase();
  const digits = /^#?(\d{1,9})$/.exec(rest)?.[1];
  const record = path && id ? { path, id: id.toLowerCase() } : uuid.test(rest) ? { path: null, id: text } : null;
  return {
    text,
    words: [...new Set(text.split(' ').filter(Boolean))].slice(0, wordsMax),
    kind,
    number: digits ? Number(digits) : null,
    record,
  };
}

function narrowed(text: string, kinds: readonly NamedKind[]): { kind: string | null; rest: string } {
  const [, before, rest = ''] = /^(?:in:)?([\p{L}_-]+):(?!\/\/) ?(.*)$/u.exec(text) ?? [];
  const led = before === 'in' ? null : kindCalled(before, kinds);
  if (led) return { kind: led, rest };
  for (const [part, name] of text.matchAll(/(?:^|\s)in:([\p{L}_-]+)/gu)) {
    const kind = kindCalled(name, kinds);
    if (kind) return { kind, rest: text.replace(part, ' ').replace(/ +/g, ' ').trim() };
  }
  return { kind: null, rest: text };
}

function kindCalled(given: string | undefined, kinds: readonly NamedKind[]): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '');
  const wanted = plain(given ?? '');
  const found = kinds.find(({ name, path, label, labelPlural }) =>
    [name, path, label, labelPlural].some((called) => plain(called) === wanted),
  );
  return wanted && found ? found.name : null;
}
