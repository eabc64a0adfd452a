import 'server-only';
import { createHash } from 'node:crypto';
import { references } from '@/lib/declare/constructors';
import type { ChangedField } from '@/lib/declare/history';
import type { PartsField, PlannedPart } from '@/lib/declare/many-changes';
import type { AnyRecord, Fields } from '@/lib/declare/model';
import { TitleQuestions, type TitlesByModel } from '../queries/titles';
import { withCleanText } from '../rich-text';
import type { Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { isWritten, type Outcome } from './change-many-part';
import type { DonePart } from './change-many-run';
import { changesOf, type IsVisible } from './history-diff';
import { titlesShown } from './remove';

/** Records that a plan shows field by field; of the others it says how many there are. */
const examplesShown = 20;

const examplesOf = ({ outcomes }: DonePart) => outcomes.filter(isWritten).slice(0, examplesShown);

/** The titles of all that the examples link, as far as the viewer may see it. */
export function titlesIn(tx: Executor, viewer: Viewer, done: readonly DonePart[]): Promise<TitlesByModel> {
  const questions = new TitleQuestions();
  for (const one of done) {
    const names = one.part.steps.map(({ field }) => field);
    const records = examplesOf(one).flatMap(({ before, after }) => [before, after]);
    questions.addRecords(one.part.model, records, names);
    const { field } = one.part.parts ?? {};
    if (field) for (const record of records) questions.add(field.to, record[field.name]);
  }
  return questions.answerWithin(tx, viewer);
}

/** A part as pages show it. */
export function presented(done: DonePart, titles: TitlesByModel): PlannedPart {
  const { part, outcomes, sight } = done;
  const { model } = part;
  const isVisible: IsVisible = (name, id) => titles[name]?.[id] !== undefined;
  const names = new Set(part.steps.map(({ field }) => field));
  const declared = Object.entries(model.fields).filter(([name]) => names.has(name));
  const countOf = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  return {
    model: model.name,
    nouns: { one: model.label.toLowerCase(), many: model.labelPlural.toLowerCase() },
    changed: countOf('changed'),
    proposed: countOf('proposed'),
    unchanged: countOf('unchanged'),
    refused: refusedOf(outcomes),
    sight,
    examples: examplesOf(done).map(({ wire, title, before, after }) => ({
      id: wire,
      title,
      fields: part.parts
        ? [aboutWhat(part.parts.field, before, after, isVisible)]
        : changesOf(model, withCleanText(model, before), withCleanText(model, after), isVisible, {
            isWhole: true,
          }).filter(({ name }) => names.has(name)),
    })),
    shownBy: part.parts ? shownAs(part.parts.field) : Object.fromEntries(declared),
  };
}

/** What the parts of a record are about is told like links of its own. */
function aboutWhat({ name, to }: PartsField, before: AnyRecord, after: AnyRecord, isVisible: IsVisible): ChangedField {
  const seen = (record: AnyRecord) => [record[name] ?? []].flat().filter((id) => isVisible(to, String(id)));
  return {
    name,
    before: seen(before),
    after: seen(after),
    isBeforeHidden: false,
    isAfterHidden: false,
    beside: { before: {}, after: {} },
  };
}

const shownAs = ({ name, label, to }: PartsField): Fields => ({ [name]: references({ label, to }) });

function refusedOf(outcomes: readonly Outcome[]): PlannedPart['refused'] {
  const byReason = new Map<string, string[]>();
  for (const outcome of outcomes) {
    if (outcome.status !== 'refused') continue;
    byReason.set(outcome.reason, [...(byReason.get(outcome.reason) ?? []), outcome.title]);
  }
  return [...byReason].map(([reason, titles]) => ({
    reason,
    count: titles.length,
    titles: titles.slice(0, titlesShown),
  }));
}

/** Tells whether this is the change that somebody has looked at, and would still do the same: to the same versions, seen by the same people. */
export function sealOf(change: unknown, done: readonly DonePart[]): string {
  const facts = done.map(({ part, outcomes, sight }) => [
    part.model.name,
    outcomes
      .filter(isWritten)
      .map(({ id, status, before }) => [id, status, before.version, part.parts ? before[part.parts.field.name] : null]),
    sight,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([change, facts]))
    .digest('base64url');
}
