import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { catalogueOf } from '@/lib/models/approval';
import type { Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { approvalHooks } from './approval';
import { groupHooks } from './group';
import { invitationHooks } from './invitation';
import { logHooks } from './log';
import { projectHooks } from './project';
import { sessionDataStorageHooks } from './session-data-storage';
import { sessionHooks } from './session';

/** Records that are about to be written together: one or a thousand cost as many statements. */
export type Saving = {
  readonly tx: Executor;
  readonly viewer: Viewer;
  readonly model: Model;
  readonly rows: readonly SavedRow[];
};

export type SavedRow = {
  readonly id: string;
  /** What is about to be written; a hook may add to it. */
  readonly values: Record<string, unknown>;
  /** The record as it is, null on create. */
  readonly current: AnyRecord | null;
};

/** An action that a model declares, on a record that the viewer may read. */
export type Acting = {
  readonly tx: Executor;
  readonly viewer: Viewer;
  readonly model: Model;
  readonly id: string | number;
  readonly input: unknown;
  /** The version that the client has read, where it says so. */
  readonly version?: number;
  /** Mails and the like: once what was done is certain. */
  afterCommit(work: () => Promise<void>): void;
};

/** A write to a model whose rows are a view. `values` are parsed, their references are ids. */
export type ViewWrite = Pick<Acting, 'tx' | 'viewer' | 'model'> & {
  readonly values: Readonly<Record<string, unknown>>;
};
export type ViewWrites = {
  /** Answers the id of what was made. */
  create(write: ViewWrite): Promise<string>;
  update(write: ViewWrite & { readonly id: string | number }): Promise<void>;
  remove(write: Omit<ViewWrite, 'values'> & { readonly id: string | number }): Promise<void>;
};

/** Behaviour that is truly a model's own: one file per model. */
export type Hooks = {
  readonly beforeSave?: (saving: Saving) => Promise<void>;
  /** One for each action of the declaration. */
  readonly actions?: Readonly<Record<string, (acting: Acting) => Promise<void>>>;
  readonly writes?: ViewWrites;
};

const none: Hooks = {};

/** The hooks of a model; none for most. */
export function hooksOf(model: Model): Hooks {
  // Made on demand: operations and hooks call each other.
  const hooks: Readonly<Record<string, Hooks>> = {
    project: projectHooks,
    session: sessionHooks,
    group: groupHooks,
    subjectlog: logHooks,
    procedurelog: logHooks,
    sessiondatastorage: sessionDataStorageHooks,
    projectmembershipinvitation: invitationHooks,
    projectgroupmembershipinvitation: invitationHooks,
    groupmembershipinvitation: invitationHooks,
    groupmembershiprequest: invitationHooks,
  };
  return hooks[model.name] ?? (catalogueOf(model) ? approvalHooks : none);
}

/** Every action that a hook does, as `model.action`, for the check of declarations. */
export const actionNames = (models: readonly Model[]): string[] =>
  models.flatMap((model) => Object.keys(hooksOf(model).actions ?? {}).map((action) => `${model.name}.${action}`));
