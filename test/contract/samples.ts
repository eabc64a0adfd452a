import type { Choice } from '@/lib/declare/field';
import type { RowColumn } from '@/lib/declare/kinds/rows';
import { isRows, type Field, type Model } from '@/lib/declare/model';
import type { ModelName } from '@/lib/models';
import { systemViewer } from '@/lib/server/viewer';
import { change } from '@/test/lab';

/** Texts that differ in case, hold what patterns and lists use, and leave the alphabet. */
const texts = ['alpha 100%_\\x', 'Beta, gamma', 'ALPHA ünï'];
const patterned: Readonly<Record<string, readonly string[]>> = {
  rrid: ['RRID:IMSR_JAX:000664', 'RRID:SCR_012345', 'RRID:imsr_jax:1'],
  orcid: ['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0003-1613-5981'],
  email: ['a@example.org', 'b@example.org', 'c@example.org'],
};

function cellOf(column: RowColumn, index: number): string | number | boolean {
  if (column.type === 'boolean') return index % 2 === 0;
  if (column.type === 'url') return `https://example.org/${index}`;
  if (column.type === 'text') return column.choices?.[index % column.choices.length]?.code ?? `Text ${index}`;
  return (column.min ?? 0) + index;
}

const choicesOf = (field: Field): readonly Choice[] => ('choices' in field ? (field.choices as Choice[]) : []); // what a choice declares
const optionOf = (field: Field, name: string): unknown => Reflect.get(field, name);

/** The third of three values of each kind that is kept in a column; a kind that is not here has no samples. */
const samplesOf: Partial<Record<Field['kind'], (field: Field, index: number) => unknown>> = {
  text: (field, index) => (patterned[String(optionOf(field, 'pattern'))] ?? texts)[index],
  richText: (_, index) => `<p>${texts[index]?.replaceAll('\\', '')}</p>`,
  number: (field, index) => Number(optionOf(field, 'min') ?? 0) + index * (optionOf(field, 'integer') ? 1 : 0.5),
  boolean: (_, index) => index === 1,
  date: (_, index) => `2026-0${index + 1}-15`,
  dateTime: (_, index) => `2026-0${index + 1}-15T08:30:00.00${index}Z`,
  duration: (_, index) => index * 60_000 + 1,
  choice: (field, index) => choicesOf(field)[index % choicesOf(field).length]?.code,
  tags: (_, index) => [['one', 'Two words'], ['two', 'one'], ['ünï']][index],
  url: (_, index) => ['http://example.org/a', 'https://EXAMPLE.org/b', 'ftp://example.org/a'][index],
  keyValues: (_, index) => ({ depth: index, word: `w${index}` }),
  rows: (field, index) =>
    isRows(field)
      ? [Object.fromEntries(Object.entries(field.columns).map(([name, column]) => [name, cellOf(column, index)]))]
      : [],
};

/** Fields that rules bind to others, so that a sample alone would be refused. */
const bound = new Set([
  'consumable.type',
  'epoch.start',
  'procedure.coordinates_system',
  'protocol.subtypes',
  'subject.death_date',
]);

/** A value of the field that input takes, one of three; undefined where a value needs other records or cannot be sent. */
export function sampleOf(model: Model, name: string, index: number): unknown {
  const field = model.fields[name];
  if (!field || field.readOnly || field.internal || field.fixed || bound.has(`${model.name}.${name}`)) return undefined;
  return samplesOf[field.kind]?.(field, index % 3);
}

/** Writes samples to all fields of a record that take one by themselves, but for its title. */
export async function fill(model: Model, id: string | number, index: number): Promise<void> {
  const values = Object.keys(model.fields).flatMap((name) => {
    const value = name === model.title ? undefined : sampleOf(model, name, index);
    return value === undefined ? [] : [[name, value] as const];
  });
  await change(systemViewer('samples'), model.name as ModelName, id, Object.fromEntries(values)); // a model with a table
}
