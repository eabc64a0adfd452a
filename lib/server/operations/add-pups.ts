import 'server-only';
import type { AnyRecord } from '@/lib/declare/model';
import { pupsMax, type PupsBeginning, type PupsInput } from '@/lib/declare/pups';
import { AppError } from '@/lib/errors';
import { models } from '@/lib/models';
import { nextName } from '@/lib/next-name';
import { pupNames, stemOf } from '@/lib/pup-names';
import { transaction } from '../db/sql';
import { TitleQuestions } from '../queries/titles';
import { titlesFrom } from '../queries/titles-from';
import type { Viewer } from '../viewer';
import { createMany } from './create-many';
import { getRecord } from './get';
import { listRecords } from './list';

const { breeding, subject } = models;

/** Of a parent that the viewer may not read nothing is known. */
async function parentsOf(viewer: Viewer, { mother, father }: AnyRecord): Promise<(AnyRecord | null)[]> {
  const read = async (id: unknown) =>
    typeof id === 'string'
      ? getRecord(viewer, subject, id).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'not_found') return null;
          throw error;
        })
      : null;
  return Promise.all([read(mother), read(father)]);
}

/** What both parents have alike in a field, or null. */
const alike = (parents: readonly (AnyRecord | null)[], name: string): string | null => {
  const [one, other] = parents.map((parent) => parent?.[name]);
  return typeof one === 'string' && one !== '' && one === other ? one : null;
};

async function offspringOf(viewer: Viewer, id: string): Promise<string[]> {
  const filters = [{ path: ['breeding'], operator: 'exact' as const, values: [id] }];
  const exclude = Object.keys(subject.fields).filter((name) => name !== subject.title);
  const sort = [{ field: 'name', descending: false }];
  const { records } = await listRecords(viewer, subject, { filters, sort, limit: 1000, offset: 0, exclude }, 'none');
  return records.map(({ name }) => String(name));
}

/** What a breeding tells of its pups. @throws AppError not_found. */
export async function pupsBeginning(viewer: Viewer, id: string): Promise<PupsBeginning> {
  const record = await getRecord(viewer, breeding, id);
  const [parents, known] = await Promise.all([parentsOf(viewer, record), offspringOf(viewer, id)]);
  // Pups go on where their litter or else their mother's row ends.
  const last = known.at(-1) ?? String(parents[0]?.name ?? record.name);
  const taken = await titlesFrom(viewer, subject, stemOf(last), 'created_at');
  const strain = alike(parents, 'strain');
  const titles = await new TitleQuestions().add('strain', strain ? [strain] : []).answer(viewer);
  const { litter_size: size, birth_date: born } = record;
  const left = typeof size === 'number' ? size - known.length : 0;
  return {
    count: left > 0 ? left : null,
    firstName: nextName(last, taken),
    born: typeof born === 'string' && born ? born : null,
    strain: strain ? { id: strain, title: titles.strain?.[strain] ?? '' } : null,
    line: alike(parents, 'genetic_line') ?? '',
  };
}

/**
 * Adds the pups of a breeding to its project: all of them or none, in one transaction.
 * @throws AppError invalid with problems below `count`, `firstName`, `born` and `strain`; not_found.
 */
export async function addPups(
  viewer: Viewer,
  id: string,
  { count, firstName, born, strain }: PupsInput,
): Promise<{ ids: string[]; names: string[] }> {
  if (!Number.isInteger(count) || count < 1 || count > pupsMax) {
    const message = `Expected between 1 and ${pupsMax} pups, found ${count}.`;
    throw new AppError('invalid', { problems: [{ path: 'count', code: 'custom', message }] });
  }
  const record = await getRecord(viewer, breeding, id);
  const first = firstName.trim();
  const [parents, taken] = await Promise.all([
    parentsOf(viewer, record),
    titlesFrom(viewer, subject, stemOf(first), 'created_at'),
  ]);
  const names = pupNames(first, count, taken);
  const shared = {
    sex: 'U',
    strain: strain || null,
    genetic_line: alike(parents, 'genetic_line') ?? '',
    birth_date: born,
    breeding: record.id,
    projects: [record.project],
  };
  return transaction(async (tx) => {
    const made = await createMany(
      tx,
      viewer,
      subject,
      names.map((name) => ({ ...shared, name })),
    ).catch((error: unknown) => {
      throw error instanceof AppError ? asAsked(error) : error;
    });
    if ('refused' in made) throw firstOf(made.refused);
    const ids = made.done.map(({ record: text }) => String((JSON.parse(text) as AnyRecord).id)); // built from the declaration
    return { ids, names };
  });
}

const askedAs: Readonly<Record<string, string>> = { name: 'firstName', birth_date: 'born', strain: 'strain' };

/** What is wrong with one is wrong with all: they differ by their names alone. */
function firstOf(refused: ReadonlyMap<number, AppError>): AppError {
  const [error] = refused.values();
  return error ? asAsked(error) : new AppError('internal');
}

/** The error with its problems at what was asked for. */
function asAsked(error: AppError): AppError {
  const problems = error.problems.map((problem) => ({ ...problem, path: askedAs[problem.path] ?? problem.path }));
  return problems.length > 0 ? new AppError('invalid', { problems }) : error;
}
