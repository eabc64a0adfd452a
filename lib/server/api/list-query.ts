import 'server-only';
import { textOperators, comparisons, type Operator } from '@/lib/declare/field';
import { kindOf } from '@/lib/declare/kinds';
import { type Model } from '@/lib/declare/model';
import { nearest, type Problem } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';
import { limitMax } from '../operations/list';
import type { Filter } from '../queries/filter';
import type { ListQuery, Sort } from '../queries/list';
import type { Shape } from '../queries/record';
import { limitDefault } from './api-query';
import { placeOf } from './cursor';

const offsetMax = 10_000_000;

const operators = new Set<string>([...textOperators, ...comparisons]);
const isOperator = (word: string): word is Operator => operators.has(word);

/** Matches nothing: what a filter on tags means where records have none. */
const matchesNothing: Filter = { path: ['id'], operator: 'in', values: [] };

/** The query of a list request. All that is wrong with it comes at once, as `invalid`. */
export function parseListQuery(model: Model, parameters: URLSearchParams): ListQuery {
  const reader = new QueryReader(model);
  for (const [name, value] of parameters) reader.read(name, value);
  return reader.result(true);
}

/** The query of a request for one record: what to include and to leave out. */
export function parseShape(model: Model, parameters: URLSearchParams): Shape {
  const reader = new QueryReader(model);
  for (const [name, value] of parameters) reader.read(name, value);
  const { include, exclude } = reader.result(false);
  return { include, exclude };
}

class QueryReader {
  private readonly problems: Problem[] = [];
  private readonly filters = new Map<
    string,
    { path: string[]; operator: Operator; values: string[]; negate: boolean }
  >();
  private readonly sort: Sort[] = [];
  private readonly include = new Set<string>();
  private readonly exclude = new Set<string>();
  private readonly listOnly: string[] = [];
  private search: string | undefined;
  private limit = limitDefault;
  private offset = 0;
  private after: string | null | undefined;

  constructor(private readonly model: Model) {}

  read(name: string, value: string): void {
    const plain = name.replace(/\[\]$/, '');
    if (plain === 'include') return this.readInclude(name, value);
    if (plain === 'exclude') return this.readExclude(name, value);
    if (name === 'format') return value === 'json' ? undefined : this.wrong(name, `Only json; found “${cut(value)}”.`);
    this.listOnly.push(name);
    if (plain === 'sort') return this.readSort(name, value);
    if (name === 'limit') this.limit = this.readInteger(name, value, 1, limitMax);
    else if (name === 'offset') this.offset = this.readInteger(name, value, 0, offsetMax);
    else if (name === 'cursor') this.readCursor(name, value);
    else if (name === 'search') this.search = this.withoutNul(name, value);
    else this.readFilter(name, value);
  }

  result(isList: boolean): ListQuery {
    if (!isList) for (const name of this.listOnly) this.wrong(cut(name), 'Only lists take this parameter.');
    if (this.after !== undefined && (this.sort.length > 0 || this.offset > 0))
      this.wrong('cursor', 'With a cursor records come in the order of their creation: leave sort[] and offset out.');
    if (this.problems.length > 0) throw new AppError('invalid', { problems: this.problems });
    const filters = [...this.filters.values()].map((filter) =>
      filter.path[0] === 'tags' && !('tags' in this.model.fields) ? matchesNothing : filter,
    );
    return {
      filters,
      ...(this.search === undefined ? {} : { search: this.search }),
      sort: this.sort,
      limit: this.limit,
      offset: this.offset,
      ...(this.after === undefined ? {} : { after: this.after }),
      include: [...this.include],
      exclude: [...this.exclude],
    };
  }

  private wrong(path: string, message: string): void {
    this.problems.push({ path, code: 'query', message });
  }

  private readInteger(name: string, value: string, min: number, max: number): number {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.wrong(name, `Expected a whole number from ${min} to ${max}, found “${cut(value)}”.`);
    return min;
  }

  /** Nothing, or a star, begins. */
  private readCursor(name: string, value: string): void {
    this.after = value === '' || value === '*' ? null : placeOf(value);
    if (this.after === undefined)
      this.wrong(name, `Expected the cursor of a page’s “next”, or * to begin; found “${cut(value)}”.`);
  }

  private withoutNul(name: string, value: string): string {
    if (value.includes('\0')) this.wrong(name, 'NUL characters are not allowed.');
    return value;
  }

  private readSort(name: string, value: string): void {
    for (const key of value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)) {
      this.sort.push({ field: key.replace(/^-/, ''), descending: key.startsWith('-') });
    }
    if (this.sort.length > 5) this.wrong(name, 'At most five sort keys.');
  }

  private readInclude(parameter: string, value: string): void {
    const relations = Object.entries(this.model.fields).flatMap(([name, field]) => {
      const { shape, ...storage } = kindOf(field).storage(field);
      const isRelation = shape === 'link' || shape === 'inverse' || ('read' in storage && storage.read === 'reference');
      return isRelation && !field.internal ? [name] : [];
    });
    // Clients write `projects.*` for what the documentation calls `projects`.
    const name = value.trim().replace(/\.\*?$/, '');
    if (relations.includes(name)) this.include.add(name);
    else if (name !== '') this.wrong(parameter, `“${cut(name)}” is no relation.${hint(name, relations)}`);
  }

  private readExclude(parameter: string, value: string): void {
    const name = value.trim();
    const shown = Object.entries(this.model.fields).flatMap(([key, field]) => (field.internal ? [] : [key]));
    if (shown.includes(name)) this.exclude.add(name);
    else if (name !== '') this.wrong(parameter, `There is no field “${cut(name)}”.${hint(name, shown)}`);
  }

  private readFilter(name: string, value: string): void {
    const inner = /^filter\{(-?)([^{}]+)\}(?:\[\])?$/.exec(name);
    if (!inner) {
      const known = ['limit', 'offset', 'cursor', 'search', 'sort[]', 'include[]', 'exclude[]', 'filter{…}', 'format'];
      return this.wrong(cut(name), `Unknown parameter.${hint(name, known) || ` Possible: ${known.join(', ')}.`}`);
    }
    const [, minus = '', dotted = ''] = inner;
    const words = dotted.split('.');
    const last = words.at(-1) ?? '';
    const operator = words.length > 1 && isOperator(last) ? last : 'exact';
    const path = operator === 'exact' && last !== 'exact' ? words : words.slice(0, -1);
    // Several values of one `in` or `range` belong together; any other filter sent twice holds twice.
    const key = operator === 'in' || operator === 'range' ? name : `${name}\n${value}`;
    const filter = this.filters.get(key) ?? { path, operator, values: [], negate: minus === '-' };
    filter.values.push(value);
    this.filters.set(key, filter);
    if (this.filters.size > 50) this.wrong('filter{…}', 'At most 50 filters.');
  }
}

const cut = (text: string): string => text.slice(0, 60);
const hint = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  return near ? ` Did you mean “${near}”?` : '';
};
