import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import type { Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { projectHooks } from './project';
import { sessionHooks } from './session';

export type Saving = {
  readonly tx: Executor;
  readonly viewer: Viewer;
  readonly id: string;
  /** What is about to be written; a hook may add to it. */
  readonly values: Record<string, unknown>;
  /** The record as it is, null on create. */
  readonly current: AnyRecord | null;
};
/** Behaviour that is truly a model's own: one file per model. */
export type Hooks = { readonly beforeSave?: (saving: Saving) => Promise<void> };

const hooks: Readonly<Record<string, Hooks>> = { project: projectHooks, session: sessionHooks };

export const hooksOf = (model: Model): Hooks => hooks[model.name] ?? {};
