import 'server-only';
import type { ReactNode } from 'react';
import { foldEntries } from '@/components/log/fold-entries';
import { LogSection } from '@/components/log/log-section';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { getEnv } from '@/lib/server/env';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { entriesOf, logFieldOf } from '../log-field';
import { logContext, monthReader } from './log-context';
import { whoseLog } from './whose-log';

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
  const { recent, months } = foldEntries(entries, getEnv().LAB_TIME_ZONE);
  const people = recent.map(({ performed_by: person }) => person);
  const [titles, whose] = await Promise.all([
    new TitleQuestions().add('user', people).answer(viewer),
    whoseLog(viewer, model, record),
  ]);
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
