'use server';

import type { EntriesAnswer, EntryAnswer, EntryInput } from '@/components/log/log-actions';
import { foldedEntriesOf } from '@/components/log/fold-entries';
import type { Model } from '@/lib/declare/model';
import { getEnv } from '@/lib/server/env';
import { getRecord } from '@/lib/server/operations/get';
import { addEntry, changeEntry, removeEntry } from '@/lib/server/operations/log-entries';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { answer } from '../answer';
import { entriesOf } from '../log-field';
import { modelAt, textIn, valuesIn, versionIn } from '../target';

/** Does the work; a refusal says why, without the whole log that a stale one brings. */
async function entryAnswer(path: string, work: (viewer: UserViewer, model: Model) => Promise<unknown>) {
  const result = await answer(async (viewer) => {
    await work(viewer, modelAt(path));
    return { ok: true as const };
  });
  return result.ok
    ? result
    : { ok: false as const, code: result.code, message: result.message, problems: result.problems };
}

/** Adds an entry. It takes nothing from what others add meanwhile, so it needs no version. */
export async function addLogEntry(path: string, id: string, input: EntryInput): Promise<EntryAnswer> {
  return entryAnswer(path, (viewer, model) => addEntry(viewer, model, textIn(id), valuesIn(input)));
}

/** Changes the entry of that time. */
export async function changeLogEntry(
  path: string,
  id: string,
  version: number,
  time: string,
  input: EntryInput,
): Promise<EntryAnswer> {
  return entryAnswer(path, (viewer, model) =>
    changeEntry(
      viewer,
      model,
      textIn(id),
      { ...valuesIn(input), date_time: textIn(time) },
      { version: versionIn(version) },
    ),
  );
}

/** Removes the entry of that time. */
export async function removeLogEntry(path: string, id: string, version: number, time: string): Promise<EntryAnswer> {
  return entryAnswer(path, (viewer, model) =>
    removeEntry(viewer, model, textIn(id), { date_time: textIn(time) }, { version: versionIn(version) }),
  );
}

/** The folded entries of a month such as `2026-09`. */
export async function readLogMonth(path: string, id: string, month: string): Promise<EntriesAnswer> {
  return answer(async (viewer) => {
    const model = modelAt(path);
    const record = await getRecord(viewer, model, textIn(id));
    const entries = foldedEntriesOf(entriesOf(model, record), getEnv().LAB_TIME_ZONE, textIn(month));
    const people = entries.map(({ performed_by: person }) => person);
    return { ok: true as const, entries, titles: await new TitleQuestions().add('user', people).answer(viewer) };
  });
}
