import 'server-only';
import type { Model } from '@/lib/declare/model';
import { exampleId } from './example';
import { filtersOf, includeNames, shownFields, sortNames, type FilterFact } from './facts';
import type { Json } from './json';
import { parameterRef, schemaName } from './names';

/** The parameters of a list of the model: its own, and those that are the same for all models. */
export const listParameters = (model: Model): Json[] => [
  ...refsTo(model, ['Filter', 'Sort', 'Include', 'Exclude']),
  ...['search', 'limit', 'offset', 'cursor'].map(parameterRef),
];

/** What to put in place of ids and what to leave out: for lists and for single records. */
export const shapeParameters = (model: Model): Json[] => refsTo(model, ['Include', 'Exclude']);

function refsTo(model: Model, uses: readonly string[]): Json[] {
  const own = Object.keys(modelParameters(model));
  return own.filter((name) => uses.some((use) => name === `${schemaName(model)}${use}`)).map(parameterRef);
}

/** The parameters that the lists of a model share, by their names as components. */
export function modelParameters(model: Model): Record<string, Json> {
  const name = schemaName(model);
  const sorts = sortNames(model).flatMap((sort) => [sort, `-${sort}`]);
  const fields = shownFields(model).map(([field]) => field);
  const includes = includeNames(model);
  return {
    [`${name}Filter`]: filterParameter(model),
    [`${name}Sort`]: namesParameter(
      'sort[]',
      sorts,
      `The first is primary, \`-\` turns it round; without any it is \`${model.sort}\`.`,
    ),
    ...(includes.length > 0
      ? { [`${name}Include`]: namesParameter('include[]', includes, 'Related records in place of their ids.') }
      : {}),
    [`${name}Exclude`]: namesParameter('exclude[]', fields, 'Fields to leave out.'),
  };
}

const namesParameter = (name: string, among: readonly string[], description: string): Json => ({
  name,
  in: 'query',
  description,
  style: 'form',
  explode: true,
  schema: { type: 'array', items: { type: 'string', enum: among } },
});

/**
 * All filters as one object whose keys are whole parameters: `filter{name.icontains}=M07`. That is how OpenAPI writes
 * parameters whose names are not fixed.
 */
function filterParameter(model: Model): Json {
  const filters = filtersOf(model);
  return {
    name: 'filter',
    in: 'query',
    style: 'form',
    explode: true,
    description: filterHelp(filters),
    schema: {
      type: 'object',
      propertyNames: { pattern: `^filter\\{-?(?:${filters.map(patternOf).join('|')})\\}(?:\\[\\])?$` },
      additionalProperties: { type: 'string' },
    },
    example: exampleFilter(model),
  };
}

const patternOf = ({ name, operators, isRelation }: FilterFact): string =>
  `${name}${isRelation ? '(?:\\.[a-z_]+)*' : `(?:\\.(?:${operators.join('|')}))?`}`;

/** The names by how they compare, so that a list of twenty texts reads as one line. */
function filterHelp(filters: readonly FilterFact[]): string {
  const byOperators = new Map<string, string[]>();
  for (const { name, operators, isRelation } of filters) {
    const key = `${operators.join(', ')}${isRelation ? '; or a field of what it leads to, after a dot' : ''}`;
    byOperators.set(key, [...(byOperators.get(key) ?? []), `\`${name}\``]);
  }
  const lines = [...byOperators].map(([operators, names]) => `- ${names.join(', ')}: ${operators}`);
  return ['`filter{field}=value` or `filter{field.operator}=value`; all must hold.', '', ...lines].join('\n');
}

/** A filter that a reader can use at once: by what a text contains, or by a related record. */
export function exampleFilter(model: Model): Record<string, string> {
  const filters = filtersOf(model);
  const text = filters.find(({ operators, isRelation }) => !isRelation && operators.includes('icontains'));
  const title = filters.find(({ name, operators }) => name === model.title && operators.includes('icontains')) ?? text;
  if (!title) return { 'filter{id}': String(exampleId(model)) };
  return { [`filter{${title.name}.icontains}`]: 'example' };
}
