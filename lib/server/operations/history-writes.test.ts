import { expect, test } from 'vitest';
import type { HistoryRow } from '../queries/history';
import { grouped, sourceOf, writeOf } from './history-writes';

const row = (given: Partial<HistoryRow>): HistoryRow => ({
  id: '1',
  at: '2026-03-14T09:30:00.000Z',
  person: 7,
  via: 'cookie',
  token: null,
  elevated: false,
  model: 'session',
  record_id: 's',
  action: 'update',
  before: null,
  after: null,
  file: null,
  deletion: null,
  ...given,
});
const record = (values: object) =>
  ({ id: 's', created_at: '', updated_at: '', created_by: 7, updated_by: 7, version: 2, ...values }) as const;

const nameOf = () => 'visible';

test('rows of one transaction by one person through one way are one write', () => {
  const later = { at: '2026-03-14T09:30:01.000Z' };
  const rows = [
    row({ id: '5', ...later }),
    row({ id: '4', ...later, model: 'epoch' }),
    row({ id: '3' }),
    row({ id: '2', person: 8 }),
    row({ id: '1', person: 8, via: 'token', token: 'Rig' }),
  ];
  expect(grouped(rows).map((group) => group.map(({ id }) => id))).toEqual([['5', '4'], ['3'], ['2'], ['1']]);
});

test('a write knows through what it came', () => {
  expect(sourceOf([row({})], nameOf)).toEqual({ kind: 'portal', name: '' });
  expect(sourceOf([row({ via: 'token', token: 'Rig' })], nameOf)).toEqual({ kind: 'token', name: 'Rig' });
  expect(sourceOf([row({ via: 'system: sign-up', person: null })], nameOf)).toEqual({
    kind: 'system',
    name: 'sign-up',
  });
  expect(sourceOf([row({ file: 'mice.csv' })], nameOf)).toEqual({ kind: 'import', name: 'mice.csv' });
  const file = row({ action: 'import', after: { ...record({}), file: 's.toml' } });
  expect(sourceOf([file, row({})], nameOf)).toEqual({ kind: 'import', name: 's.toml' });
});

test('a write knows what it copied, and names it to who may see it', () => {
  const copied = (after: object, name: string | undefined) =>
    sourceOf([row({ action: 'copy', after: { ...record({}), ...after } }), row({ action: 'create' })], () => name)
      .copyOf;
  expect(copied({ from: 'other' }, 'S0')).toEqual({ kind: 'session', name: 'S0' });
  expect(copied({ from: 'other' }, undefined)).toEqual({ kind: 'session', name: '' });
  const template = { template: 'Probe day', project: 'p' };
  expect(copied(template, 'Project')).toEqual({ kind: 'template', name: 'Probe day' });
  expect(copied(template, undefined)).toEqual({ kind: 'template', name: '' });
});

test('a write tells nothing where only what the system keeps has changed', () => {
  const silent = row({ before: record({ name: 'S1', epochs: [] }), after: record({ name: 'S1', epochs: ['e'] }) });
  expect(writeOf([silent], nameOf, () => true)).toBeNull();
});

test('undoing and restoring are offered to those who may change it, and what can be set back', () => {
  const change = row({ before: record({ name: 'S1' }), after: record({ name: 'S2' }) });
  const offered = (one: HistoryRow, may: boolean) => {
    const entry = writeOf([one], nameOf, () => may)?.entries[0];
    return [entry?.mayUndo, entry?.mayRestore];
  };
  expect(offered(change, true)).toEqual([true, true]);
  expect(offered(change, false)).toEqual([false, false]);
  expect(offered(row({ action: 'create', after: record({ name: 'S1' }) }), true)).toEqual([false, true]);
  expect(offered(row({ action: 'delete', before: record({ name: 'S1' }) }), true)).toEqual([false, false]);
  const access = { model: 'project', before: record({ users: {} }), after: record({ users: { 'a@b.c': {} } }) };
  expect(offered(row(access), true)).toEqual([false, true]);
});
