import 'server-only';
import type { LogContext } from '@/components/log/log-actions';
import type { EntriesField } from '@/lib/declare/kinds/entries';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { getEnv } from '@/lib/server/env';
import type { UserViewer } from '@/lib/server/viewer';
import { entryKeyOf } from '@/lib/vocabularies/check-entry';
import { findRecords } from '../lookup-actions';
import { addLogEntry, changeLogEntry, readLogMonth, removeLogEntry } from './entry-actions';

/** What the parts of a log need to know of it. */
export function logContext(
  viewer: UserViewer,
  model: Model,
  { field }: { field: EntriesField },
  record: AnyRecord,
  title: string,
  { of, died }: Pick<LogContext, 'of' | 'died'>,
  mayChange: boolean,
  drafts: readonly string[],
): LogContext {
  const id = String(record.id);
  const type = String(record[field.by]);
  return {
    id,
    version: record.version,
    family: field.family,
    type,
    title,
    of,
    died,
    href: `/${model.path}/${id}`,
    drafts,
    isInterval: entryKeyOf(field.family, type) === 'start_date_time',
    zone: getEnv().LAB_TIME_ZONE,
    me: { value: String(viewer.number), label: viewer.name },
    actions: mayChange
      ? {
          add: addLogEntry.bind(null, model.path, id),
          change: changeLogEntry.bind(null, model.path, id),
          remove: removeLogEntry.bind(null, model.path, id),
          findPeople: findRecords.bind(null, model.path, 'user'),
        }
      : null,
  };
}

/** Reads the older entries of a log, a month at a time. */
export const monthReader = (model: Model, id: string) => readLogMonth.bind(null, model.path, id);
