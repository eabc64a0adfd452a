import 'server-only';
import type { ReactNode } from 'react';
import { RecordForm } from '@/components/form/record-form';
import { overridesOf } from '@/components/models/overrides';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { Viewer } from '@/lib/server/viewer';
import { saveRecord } from './actions';
import type { FormValues } from './form-values';
import { showingWith } from './load';
import { findCandidates, findRecords, findWords } from './lookup-actions';

/** The form of a model with everything it needs from the server, derived or hand-made. */
export async function formOf(
  viewer: Viewer,
  model: Model,
  initial: FormValues,
  record: AnyRecord | null,
  cancelHref: string,
): Promise<ReactNode> {
  const values = { ...initial, id: record?.id ?? '' } as AnyRecord; // only looked through for ids
  const showing = showingWith(await new TitleQuestions().addRecords(model, [values]).answer(viewer));
  const id = record === null ? null : String(record.id);
  const Form = overridesOf(model.name).Form ?? RecordForm;
  return (
    <Form
      view={viewOf(model)}
      initial={initial}
      record={record && id !== null ? { id, version: record.version } : null}
      showing={showing}
      action={saveRecord.bind(null, model.path, id)}
      lookups={{
        candidates: findCandidates.bind(null, model.path),
        search: findRecords.bind(null, model.path),
        words: findWords.bind(null, model.path),
      }}
      cancelHref={cancelHref}
    />
  );
}
