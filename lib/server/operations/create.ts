import 'server-only';
import { randomInt } from 'node:crypto';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { parseInput } from '@/lib/declare/parse';
import { AppError } from '@/lib/errors';
import { mayCreate, needsApproval } from '../access';
import { audit } from '../audit';
import { transaction, type Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import { newId } from '../id';
import { checkLinks } from '../rules';
import type { Viewer } from '../viewer';
import { attachFiles } from './attach-files';
import { getText } from './get';
import { changeGrants, grantCreator, splitGrants } from './grants';
import { refuseUnlessAsked } from './list';
import { addProposals } from './propose';
import { resolveReferences } from './references';
import { insertRow, isElevated, sanitiseValues } from './write';

export type CreateOptions = {
  /** Inside a larger transaction. */
  readonly tx?: Executor;
  /** A known id, for what must be the same on every instance (starter taxonomies). */
  readonly id?: string;
  /** The transaction will be taken back: the record takes no number from those that people see. */
  readonly isTrial?: boolean;
  /** Accept access lists too; the wire ignores them on create (CONTRACT section 6). */
  readonly withGrants?: boolean;
};

/** What a record that will be taken back has in place of a number that people see. */
export const trialNumber = (model: Model) => (model.number ? { number: -randomInt(1, 2 ** 31) } : {});

/** @throws AppError forbidden for who can create none of these records. */
export function refuseUnlessCreatable(viewer: Viewer, model: Model): void {
  if (!mayCreate(viewer, model))
    throw new AppError('forbidden', { message: `You may not create ${model.labelPlural.toLowerCase()}.` });
}

/** Creates a record and answers its JSON text. All problems of the input come at once, as `invalid`. */
export async function createText(
  viewer: Viewer,
  model: Model,
  input: unknown,
  options: CreateOptions = {},
): Promise<string> {
  refuseUnlessAsked(viewer, model);
  refuseUnlessCreatable(viewer, model);
  const parsed = parseInput(model, input, 'create');
  const work = async (tx: Executor): Promise<string> => {
    const { values } = parsed;
    const problems = [...parsed.problems, ...(await resolveReferences(tx, viewer, model, values))];
    if (problems.length === 0) problems.push(...(await checkLinks(tx, viewer, model, values, values)));
    if (problems.length > 0) throw new AppError('invalid', { problems });
    const lists = splitGrants(model, values);
    sanitiseValues(model, values);
    const id = options.id ?? newId();
    const { beforeSave, writes } = hooksOf(model);
    if (writes) return getText(viewer, model, await writes.create({ tx, viewer, model, values }), {}, tx);
    await attachFiles(tx, viewer, model, id, values);
    await beforeSave?.({ tx, viewer, model, rows: [{ id, values, current: null }] });
    const isProposal = needsApproval(viewer, model);
    const trial = options.isTrial ? trialNumber(model) : {};
    await insertRow(tx, viewer, model, id, values, { ...(isProposal ? { approval: 'pending' } : {}), ...trial });
    await grantCreator(tx, viewer, model, id);
    const seeded = options.withGrants
      ? lists
      : Object.fromEntries(Object.entries(lists).filter(([, value]) => Array.isArray(value)));
    await changeGrants(tx, model, id, seeded, { manage: true, own: true });
    if (isProposal) await addProposals(tx, viewer, model, 'add', [{ id, values }]);
    const record = await getText(viewer, model, id, {}, tx);
    const elevated = await isElevated(tx, viewer, model, id);
    await audit(tx, viewer, [{ model: model.name, recordId: id, action: 'create', after: record, elevated }]);
    return record;
  };
  return options.tx ? work(options.tx) : transaction(work);
}

/** The same, parsed. */
export async function createRecord(
  viewer: Viewer,
  model: Model,
  input: unknown,
  options?: CreateOptions,
): Promise<AnyRecord> {
  return JSON.parse(await createText(viewer, model, input, options)) as AnyRecord; // built from the declaration
}
