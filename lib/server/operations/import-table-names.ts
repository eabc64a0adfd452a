import 'server-only';
import type { NamedRecord } from '../queries/import-table-look-ups';

/** What a record must lie in: one of some others with their own homes, or a facet. `label` and `title` are for messages. */
export type Scope = {
  readonly ids: readonly string[];
  readonly homes: readonly string[];
  readonly label: string;
  readonly title: string;
};

export type Answer =
  | { readonly code: 'found'; readonly record: NamedRecord }
  | { readonly code: 'unknown' | 'ambiguous' | 'elsewhere'; readonly candidates: readonly NamedRecord[] };

/** Records by id and by name: letter by letter first, then in whatever case where only one is meant. */
export class NameIndex {
  private readonly byId = new Map<string, NamedRecord>();
  private readonly byName = new Map<string, NamedRecord[]>();
  private readonly byLower = new Map<string, NamedRecord[]>();

  constructor(records: readonly NamedRecord[]) {
    for (const record of records) {
      this.byId.set(record.id, record);
      for (const name of record.names) {
        append(this.byName, name, record);
        append(this.byLower, name.toLowerCase(), record);
      }
    }
  }

  find(text: string, scope: Scope | null): Answer {
    const known = this.byId.get(text.toLowerCase());
    if (known)
      return isIn(known, scope) ? { code: 'found', record: known } : { code: 'elsewhere', candidates: [known] };
    const [exact, loose] = [this.byName.get(text) ?? [], this.byLower.get(text.toLowerCase()) ?? []];
    for (const candidates of [exact, loose]) {
      const fitting = narrow(candidates, scope);
      const [record] = fitting;
      if (fitting.length > 1) return { code: 'ambiguous', candidates: fitting };
      if (record) return { code: 'found', record };
    }
    return loose.length > 0 ? { code: 'elsewhere', candidates: loose } : { code: 'unknown', candidates: [] };
  }
}

function append(index: Map<string, NamedRecord[]>, name: string, record: NamedRecord): void {
  const known = index.get(name);
  if (known && !known.includes(record)) known.push(record);
  else if (!known) index.set(name, [record]);
}

/** Those in the scope itself; where none is, those that share a home with it (subjects and procedures with a session). */
function narrow(candidates: readonly NamedRecord[], scope: Scope | null): readonly NamedRecord[] {
  if (!scope) return candidates;
  const inside = candidates.filter(({ homes }) => homes.some((home) => scope.ids.includes(home)));
  return inside.length > 0
    ? inside
    : candidates.filter(({ homes }) => homes.some((home) => scope.homes.includes(home)));
}

const isIn = (record: NamedRecord, scope: Scope | null): boolean => narrow([record], scope).length > 0;
