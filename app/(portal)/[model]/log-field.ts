import 'server-only';
import type { EntriesField, LogEntry } from '@/lib/declare/kinds/entries';
import type { AnyRecord, Field, Model } from '@/lib/declare/model';

const isEntries = (field: Field): field is EntriesField => field.kind === 'entries';

export type LogField = { readonly name: string; readonly field: EntriesField };

/** The field that makes a model a log; null for any other model. */
export function logFieldOf(model: Model): LogField | null {
  const [name, field] = Object.entries(model.fields).find(([, one]) => isEntries(one)) ?? [];
  return name && field && isEntries(field) ? { name, field } : null;
}

/** The entries of a log, the newest first. */
export function entriesOf(model: Model, record: AnyRecord): readonly LogEntry[] {
  const log = logFieldOf(model);
  return log ? ((record[log.name] ?? []) as readonly LogEntry[]) : []; // stored checked
}
