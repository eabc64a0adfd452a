import type { ManyChange, ManyChangeChoices, ManyPlan, WrittenRecords } from '@/lib/declare/many-changes';
import type { Showing } from '../fields/field-parts';
import type { FormLookups } from '../form/use-lookup-source';
import type { BulkTarget } from './target';

type Refused = { readonly ok: false; readonly code: string; readonly message: string };
export type ManyChoicesAnswer =
  { readonly ok: true; readonly choices: ManyChangeChoices; readonly zone: string } | Refused;
/** A plan with what its values need to be shown. */
export type ShownPlan = { readonly plan: ManyPlan; readonly showing: Showing };
export type ManyPlanAnswer = ({ readonly ok: true } & ShownPlan) | Refused;
export type ManyWrittenAnswer = { readonly ok: true; readonly written: readonly WrittenRecords[] } | Refused;
export type ManyUndoAnswer = { readonly ok: true } | Refused;

/** The server actions behind the change of several records; they stay the same while a list is open. */
export type ManyChangeActions = {
  choices(path: string): Promise<ManyChoicesAnswer>;
  plan(target: BulkTarget, change: ManyChange): Promise<ManyPlanAnswer>;
  apply(path: string, ids: readonly string[], change: ManyChange, seal: string): Promise<ManyWrittenAnswer>;
  undo(written: readonly WrittenRecords[]): Promise<ManyUndoAnswer>;
  candidates(path: string, ...asked: Parameters<FormLookups['candidates']>): ReturnType<FormLookups['candidates']>;
  search(path: string, ...asked: Parameters<FormLookups['search']>): ReturnType<FormLookups['search']>;
  words(path: string, ...asked: Parameters<FormLookups['words']>): ReturnType<FormLookups['words']>;
};

/** What one does with several records, each in a window of its own. */
export type ChangeTask = 'tags' | 'links' | 'values' | 'move';
