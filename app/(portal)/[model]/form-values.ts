import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { isEmpty, schemaOf } from '@/lib/declare/parse';
import { nextName } from '@/lib/next-name';
import { isReviewer } from '@/lib/server/access';
import { titlesFrom } from '@/lib/server/queries/titles-from';
import { candidates } from '@/lib/server/rules/candidates';
import { sanitiseRichText } from '@/lib/server/rich-text';
import type { Viewer } from '@/lib/server/viewer';

type Params = Readonly<Record<string, string | string[] | undefined>>;
export type FormValues = Record<string, unknown>;

const writable = (model: Model) =>
  Object.entries(model.fields).filter(([, field]) => !field.readOnly && !field.internal);

/** The values of a record that its form starts with. Rich text is cleaned again on its way out. */
export function valuesOf(model: Model, record: AnyRecord): FormValues {
  return Object.fromEntries(
    writable(model).map(([name, field]) => [
      name,
      kindOf(field).isHtml ? sanitiseRichText(String(record[name] ?? '')) : record[name],
    ]),
  );
}

/** A copy to start from: everything but what must differ; the title is still the same. */
export function copiedValues(model: Model, record: AnyRecord): FormValues {
  const values = valuesOf(model, record);
  const alone = new Set((model.unique ?? []).filter((key) => !key.includes(model.title)).flat());
  for (const name of Object.keys(values)) {
    const field = model.fields[name];
    if (field && (kindOf(field).storage(field).shape === 'grants' || (alone.has(name) && name !== scopeOf(model))))
      delete values[name];
  }
  return values;
}

/** A copy to start from, called like the next one: after M07 comes M08, if there is none yet. */
export async function valuesOfNext(viewer: Viewer, model: Model, record: AnyRecord): Promise<FormValues> {
  const values = copiedValues(model, record);
  const title = values[model.title];
  if (model.fields[model.title]?.kind !== 'text' || typeof title !== 'string' || !title) return values;
  const taken = await titlesFrom(viewer, model, title.replace(/\s*\d+$/, ''), 'created_at');
  return { ...values, [model.title]: nextName(title, taken) };
}

const minute = 60_000;

const scopeOf = (model: Model): string | null => (model.access.by === 'via' ? model.access.field : null);

/** What a new form starts with: defaults, then what the address gives (`/epochs/new?session=…`), as far as it can be read. */
export async function newValues(
  viewer: Viewer,
  model: Model,
  params: Params,
  copied: FormValues = {},
): Promise<FormValues> {
  const values: FormValues = Object.fromEntries(
    writable(model).map(([name, field]) => [name, kindOf(field).empty(field)]),
  );
  const thisMinute = new Date(Math.floor(Date.now() / minute) * minute).toISOString();
  for (const [name, { begins }] of writable(model))
    if (begins !== undefined) values[name] = begins === 'now' ? thisMinute : begins;
  Object.assign(values, copied);
  for (const [name, field] of writable(model)) {
    const given = params[name];
    const text = Array.isArray(given) ? given.join(',') : given;
    if (!text) continue;
    const parsed = schemaOf(field).safeParse(kindOf(field).fromCell(text, field));
    if (parsed.success) values[name] = parsed.data;
  }
  const scope = scopeOf(model);
  const field = scope ? model.fields[scope] : undefined;
  // Where there is only one parent to choose, it is chosen. An administrator sees everybody's, so one says nothing.
  if (scope && field && isEmpty(values[scope]) && !isReviewer(viewer)) {
    const [only, ...others] = await candidates(viewer, model, scope, {}, '', 2);
    if (only && others.length === 0) values[scope] = kindOf(field).empty(field) === null ? only.id : [only.id];
  }
  return values;
}
