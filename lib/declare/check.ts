import { kindOf } from './kinds';
import { isInverse, isReference, isReferences, type Model } from './model';
import { pureRules } from './rules';

/** A mistake in a declaration, with a code that never changes its meaning. */
export type DeclarationProblem = { readonly code: string; readonly where: string; readonly message: string };

const reserved = new Set([
  'id',
  'number',
  'created_at',
  'updated_at',
  'created_by',
  'updated_by',
  'deleted_at',
  'deleted_by',
  'version',
  'live',
  'status_review',
]);

/** Checks all declarations together. `serverRules`, `computes` and `actions` (`model.action`) are what the server knows. */
export function checkModels(
  models: readonly Model[],
  known: { serverRules: readonly string[]; computes: readonly string[]; actions: readonly string[] },
): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  const byName = new Map(models.map((model) => [model.name, model]));
  for (const model of models) {
    const say = (code: string, where: string, message: string) =>
      problems.push({ code, where: `${model.name}${where && `.${where}`}`, message });
    const has = (name: string) => Object.hasOwn(model.fields, name);
    const hasOrEngine = (name: string) => has(name) || reserved.has(name);

    if (models.filter(({ name }) => name === model.name).length > 1) say('E001', '', 'two models have this name');
    if (models.filter(({ path }) => path === model.path).length > 1) say('E002', '', 'two models have this path');
    if (!has(model.title)) say('E003', model.title, 'the title is no field');
    for (const name of model.search) {
      const field = model.fields[name];
      if (!field || !kindOf(field).searchable) say('E004', name, 'a search field must be text');
    }
    for (const name of [model.sort.replace(/^-/, ''), ...(model.fastSorts ?? [])]) {
      const field = model.fields[name];
      if (!hasOrEngine(name) || (field && !kindOf(field).sortable)) say('E005', name, 'can’t be sorted by');
    }
    for (const name of (model.unique ?? []).flat())
      if (!hasOrEngine(name)) say('E006', name, 'a unique key names no field');
    const laidOut = model.layout.flatMap(({ fields }) => fields);
    for (const name of laidOut) if (!has(name)) say('E007', name, 'the layout names no field');
    for (const name of laidOut)
      if (laidOut.indexOf(name) !== laidOut.lastIndexOf(name)) say('E008', name, 'stands twice in the layout');
    for (const name of model.rules ?? [])
      if (!pureRules[name] && !known.serverRules.includes(name)) say('E009', name, 'no rule has this name');

    if (model.access.by === 'via') {
      const field = model.fields[model.access.field];
      if (!field || !(isReference(field) || isReferences(field)) || !field.required)
        say('E010', model.access.field, 'access must come through a required reference');
      else if (byName.get(field.to)?.access.by === 'catalogue')
        say('E011', model.access.field, 'access can’t come through a catalogue');
      if (model.fastSorts && field && !isReferences(field))
        say('E012', model.access.field, 'fast sorts need a list of references');
    }
    if (model.shownOn !== undefined) {
      const home = model.fields[model.shownOn];
      if (!home || !isReference(home)) say('E026', model.shownOn, 'must refer to the record on whose page it stands');
    }
    for (const [name, ways] of Object.entries(model.filterAliases ?? {})) {
      if (has(name)) say('E020', name, 'a filter alias has the name of a field');
      for (const way of ways)
        if (!leadsSomewhere(byName, model, way.split('.'))) say('E021', name, `the way “${way}” leads nowhere`);
    }
    for (const name of Object.keys(model.actions ?? {})) {
      if (has(name) || pathWords.has(name)) say('E022', name, 'an action has the name of a field or of a route');
      if (!known.actions.includes(`${model.name}.${name}`)) say('E023', name, 'nothing does this action');
    }
    if (model.access.by === 'parties')
      for (const { field: name, as } of model.access.parties) {
        const field = model.fields[name];
        const target = field && isReference(field) ? byName.get(field.to) : undefined;
        const isSelf = as === 'self' && (name === 'created_by' || target?.name === 'user');
        const isManaged = as === 'managers' && target?.fields.users !== undefined;
        if (!isSelf && !isManaged) say('E024', name, 'this field names no party');
      }
    if (model.access.by === 'via')
      for (const name of model.access.and ?? []) {
        const field = model.fields[name];
        if (!field || !isReference(field)) say('E025', name, 'access needs a reference here');
      }
    for (const [name, field] of Object.entries(model.fields)) {
      if (reserved.has(name)) say('E013', name, 'the engine adds this name itself');
      if (!/^[a-z][a-z0-9_]*$/.test(name)) say('E014', name, 'field names are lower snake_case');
      if ((isReference(field) || isReferences(field)) && !byName.has(field.to))
        say('E015', name, `unknown reference “${field.to}”`);
      if (isInverse(field)) {
        const by = byName.get(field.of)?.fields[field.by];
        if (!by || !(isReference(by) || isReferences(by)) || by.to !== model.name)
          say('E016', name, `${field.of}.${field.by} does not point here`);
      }
      if ('by' in field && 'version' in field && !(has(String(field.by)) && has(String(field.version))))
        say('E017', name, 'the selector or version field of the details is missing');
      const storage = kindOf(field).storage(field);
      if (storage.shape === 'computed' && !known.computes.includes(storage.by))
        say('E018', name, `nothing computes “${storage.by}”`);
      const isWritable = !field.readOnly && !field.internal && storage.shape !== 'grants';
      if (isWritable && !laidOut.includes(name)) say('E019', name, 'is writable but on no part of the form');
    }
  }
  return problems;
}

/** Segments that stand for something else where an action would stand. */
const pathWords = new Set(['restore', 'bulk', 'export', 'import', 'session.toml']);

/** Whether a way of a filter alias goes from relation to relation, or to a field at its end. */
function leadsSomewhere(byName: ReadonlyMap<string, Model>, model: Model, way: readonly string[]): boolean {
  const [part = '', ...rest] = way;
  const [name = '', by] = part.split('/');
  if (by !== undefined) {
    const child = byName.get(name);
    const field = child?.fields[by];
    const pointsHere = field && (isReference(field) || isReferences(field)) && field.to === model.name;
    return child !== undefined && pointsHere === true && (rest.length === 0 || leadsSomewhere(byName, child, rest));
  }
  const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;
  if (!field) return false;
  if (rest.length === 0) return true;
  const next = isInverse(field) ? field.of : isReference(field) || isReferences(field) ? field.to : '';
  const target = byName.get(next);
  return target !== undefined && leadsSomewhere(byName, target, rest);
}
