import 'server-only';
import type { ReactNode } from 'react';
import { foldEntries } from '@/components/log/fold-entries';
import { LogSection } from '@/components/log/log-section';
import { deathOf } from '@/lib/declare/death';
import { isReference, type AnyRecord, type Model } from '@/lib/declare/model';
import type { Titles } from '@/components/fields/field-parts';
import { modelNamed } from '@/lib/models';
import { getEnv } from '@/lib/server/env';
import { getRecord } from '@/lib/server/operations/get';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { asNothing } from '../as-not-found';
import { entriesOf, logFieldOf } from '../log-field';
import { logContext, monthReader } from './log-context';

/** The entries on the page of a log; nothing for any other model. */
export async function logPart(
  viewer: UserViewer,
  model: Model,
  record: AnyRecord,
  title: string,
  mayChange: boolean,
): Promise<ReactNode> {
  const log = logFieldOf(model);
  if (!log) return null;
  const entries = entriesOf(model, record);
  const parent = parentOf(model);
  const { recent, months } = foldEntries(entries, getEnv().LAB_TIME_ZONE);
  const people = recent.map(({ performed_by: person }) => person);
  const titles = await new TitleQuestions().addRecords(model, [record], [parent]).add('user', people).answer(viewer);
  const whose = await whoseLog(viewer, model, record, titles);
  // The page asks for drafts itself, also for those of entries that are not loaded.
  const context = logContext(viewer, model, log, record, title, whose, mayChange, []);
  return (
    <LogSection
      context={context}
      count={entries.length}
      entries={recent}
      months={months}
      titles={titles}
      readMonth={monthReader(model, context.id)}
    />
  );
}

const parentOf = (model: Model): string => (model.access.by === 'via' ? model.access.field : '');

/** What the log is of, as far as the viewer may see it. */
async function whoseLog(viewer: UserViewer, model: Model, record: AnyRecord, titles: Titles) {
  const [field, id] = [model.fields[parentOf(model)], record[parentOf(model)]];
  if (!field || !isReference(field) || typeof id !== 'string') return { of: null, died: null };
  const parent = await getRecord(viewer, modelNamed(field.to), id).catch(asNothing);
  return { of: titles[field.to]?.[id] ?? null, died: parent && deathOf(parent) };
}
