import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { isEmpty } from '@/lib/declare/parse';
import type { Problem } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';
import type { Executor } from '../db/sql';
import { modelOfPart } from '../queries/session-page';
import { linkedModel, TitleQuestions, type TitlesByModel } from '../queries/titles';
import type { Viewer } from '../viewer';
import { createRecord } from './create';
import { copiedParts, type CopiedPart, type MakeUp } from './make-up';

type Options = { readonly subjects: readonly string[]; readonly leaveOut: readonly string[] };
type Values = Record<string, unknown>;

const ownModels = new Set(copiedParts.map((part) => modelOfPart(part).name));

/**
 * Gives a new session the parts of a make-up, each by the ordinary operation. With other subjects their implants don't go
 * along, nor what needs them; nor what the viewer may not see. Answers sentences on what was left.
 */
export async function copyParts(
  tx: Executor,
  viewer: Viewer,
  session: AnyRecord,
  makeUp: MakeUp,
  { subjects, leaveOut }: Options,
): Promise<string[]> {
  const left = new Set<string>();
  const fitting = fittingTo(subjects, makeUp, left);
  const seen = await seenBy(viewer, makeUp);
  const copies = new Map<string, string>();
  for (const part of copiedParts) {
    const model = modelOfPart(part);
    for (const original of makeUp.parts[part]) {
      if (leaveOut.includes(String(original.id))) continue;
      const fits = fitting(part, original);
      const values = fits && linksWithin(model, fits, seen, left);
      if (!values) continue;
      const made = await at(
        'like',
        () => createRecord(viewer, model, { ...copiedLinks(model, values, copies), session: session.id }, { tx }),
        model,
      );
      copies.set(String(original.id), String(made.id));
    }
  }
  return [...left];
}

/** The values of a part for these subjects; null for what can't be without the other ones. */
function fittingTo(subjects: readonly string[], makeUp: MakeUp, left: Set<string>) {
  const isSame = subjects.length === makeUp.subjects.length && subjects.every((id) => makeUp.subjects.includes(id));
  return (part: CopiedPart, { id: _id, ...values }: AnyRecord): Values | null => {
    if (part === 'behaviors' && subjects.length === 0) {
      left.add('Behaviors were not copied: they need a subject.');
      return null;
    }
    if (isSame) return values;
    if (part === 'manipulations') {
      left.add('Manipulations were not copied: they need the implants of the subject.');
      return null;
    }
    if (part === 'behaviors') return { ...values, subjects };
    return part === 'dataacquisition' ? { ...values, procedures: [] } : values;
  };
}

/** Titles of all that the parts link, which only has what the viewer may see. */
function seenBy(viewer: Viewer, makeUp: MakeUp): Promise<TitlesByModel> {
  const questions = new TitleQuestions();
  for (const part of copiedParts) {
    const model = modelOfPart(part);
    for (const [name, field] of Object.entries(model.fields)) {
      const target = linkedModel(field);
      if (!target || ownModels.has(target) || name === 'session') continue;
      for (const record of makeUp.parts[part]) questions.add(target, record[name]);
      if (target === 'subject') questions.add(target, makeUp.subjects);
    }
  }
  return questions.answer(viewer);
}

/** The values without links to what the viewer may not see; null for a part that must have one. */
function linksWithin(model: Model, values: Values, seen: TitlesByModel, left: Set<string>): Values | null {
  const kept: Values = { ...values };
  for (const [name, field] of Object.entries(model.fields)) {
    const target = linkedModel(field);
    // The subjects of the new session are checked as they are linked.
    if (!target || name === 'session' || name === 'subjects' || ownModels.has(target)) continue;
    const isSeen = (id: unknown) => seen[target]?.[String(id)] !== undefined;
    const before = values[name];
    const links = Array.isArray(before) ? before : before ? [before] : [];
    const visible = links.filter(isSeen);
    if (visible.length < links.length) left.add('Links to what you can’t see were not copied.');
    kept[name] = Array.isArray(before) ? visible : (visible[0] ?? null);
    if (field.required && isEmpty(kept[name])) {
      left.add(`${model.labelPlural} were not all copied: you can’t see what they need.`);
      return null;
    }
  }
  return kept;
}

/** Modules of the epochs of the new session are its own. One that was left out leaves its place empty. */
function copiedLinks(model: Model, values: Values, copies: ReadonlyMap<string, string>): Values {
  const links = Object.entries(model.fields).flatMap(([name, field]) => {
    const target = linkedModel(field);
    return target && ownModels.has(target) ? [[name, copies.get(String(values[name])) ?? null]] : [];
  });
  return { ...values, ...Object.fromEntries(links) };
}

/** Problems of a part are shown at the field of the form that asked for it. */
export async function at<T>(path: string, work: () => Promise<T>, model?: Model): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const what = model ? `${model.label} can’t be copied: ` : '';
    const given: readonly Problem[] =
      error.problems.length > 0 ? error.problems : [{ path, code: error.code, message: error.message }];
    throw new AppError('invalid', {
      problems: given.map(({ code, message }) => ({ path, code, message: `${what}${message}` })),
    });
  }
}
