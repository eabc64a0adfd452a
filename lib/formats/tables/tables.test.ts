import { describe, expect, it } from 'vitest';
import { modelNamed } from '@/lib/models';
import { checkCoordinates, checkDetails } from '@/lib/vocabularies/check-details';
import { isFamilyName } from '@/lib/vocabularies/types';
import { readCsv } from './csv';
import { fieldOf, isRequired, targetOf } from './columns';
import { expectationOf } from './expectations';
import { tableNamed, tables } from './index';
import { readRows } from './read-rows';
import { printTableDocs } from './print-docs';
import { isRelation } from './table';
import { templateOf } from './template';
import { viewOfTable } from './view';

const encode = (text: string) => new TextEncoder().encode(text);

/** The columns of the published import tool; `*` marks what it requires (CONTRACT section 11). */
const published: Readonly<Record<string, string>> = {
  projects:
    'project__name* project__description project__is_public project__tags project__authenticated_groups project__users__can_change project__users__is_manager project__users__is_owner',
  subjects:
    'project__name* subject__name* subject__sex subject__description subject__strain subject__genetic_line subject__subject_identifier subject__supplier subject__birth_date subject__death_date subject__tags subject__name_used_in_storage',
  procedures:
    'subject__name* procedure__type* procedure__notes procedure__date_time procedure__atlas procedure__brain_region procedure__brain_region_acronym procedure__coordinates procedure__coordinates_data procedure__consumablestock procedure__equipment procedure__details',
  'subject-logs':
    'subject__name* subject_log__type* subject_log__description subject_log__entry_datetime subject_log__entry_start_datetime subject_log__entry_end_datetime subject_log__entry_notes subject_log__entry_data',
  sessions:
    'project__name* session__name* session__description session__date_time session__tags session__data_storage session_name_in_data_storage',
  behaviors: 'session__name* subject__name* behavior__setup* behavior__behavioral_paradigm*',
  'data-acquisitions':
    'session__name* data_acquisition__type* data_acquisition__procedures* data_acquisition__equipment data_acquisition__notes data_acquisition__details',
  manipulations:
    'session__name* manipulation__type* manipulation__procedures* manipulation__equipment manipulation__notes manipulation__details',
  epochs:
    'project__name* session__name* epoch__name* epoch__start epoch__end epoch__behavior epoch__dataacquisition epoch__manipulation',
  cohorts: 'project__name* cohort__name* cohort__subjects* cohort__description cohort__tags',
  collections: 'project__name* collection__name* collection__sessions* collection__description collection__tags',
};

it('are the published ones, found by their names', () => {
  expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(published).toSorted());
  for (const table of tables) expect(tableNamed(table.name)).toBe(table);
  expect(tableNamed('constructor')).toBeNull();
});

describe.each(tables.map((table) => [table.name, table] as const))('the table %s', (name, table) => {
  const read = readRows(table, readCsv(encode(templateOf(table)), Object.keys(table.columns)));

  it('has the published columns and requires those that are required there', () => {
    const columns = (published[name] ?? '').split(' ');
    expect(Object.keys(table.columns)).toEqual(columns.map((column) => column.replace('*', '')));
    const required = columns.filter((column) => column.endsWith('*')).map((column) => column.slice(0, -1));
    // Our subjects have a strain, from which the species follows.
    if (name === 'subjects') required.push('subject__strain');
    expect(
      Object.keys(table.columns)
        .filter((column) => table.columns[column] && isRequired(table, table.columns[column]))
        .toSorted(),
    ).toEqual(required.toSorted());
  });

  it('is plain data about fields that exist', () => {
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    const same = 'key' in table.same ? table.same.key : [...table.same.within, ...(table.same.always ?? [])];
    for (const field of same) expect(modelNamed(table.model).fields).toHaveProperty(field);
    for (const column of Object.values(table.columns)) {
      if (column.reads !== 'parent') expect(fieldOf(table, column)).toBeTruthy();
      for (const implied of Object.keys(('implies' in column && column.implies) || {}))
        expect(modelNamed(table.model).fields).toHaveProperty(implied);
      if (isRelation(column))
        for (const by of 'by' in column ? (column.by ?? []) : [])
          expect(targetOf(table, column).fields).toHaveProperty(by);
      for (const other of [
        'within' in column ? column.within : undefined,
        'insteadOf' in column ? column.insteadOf : undefined,
      ])
        if (other !== undefined) expect(table.columns).toHaveProperty(other);
      expect(expectationOf(table, column)).toMatch(/\.\)?$|\)\.$/);
    }
  });

  it('gives a template that reads back without a problem of structure', () => {
    expect(read.isWhole).toBe(true);
    expect(read.columns).toEqual(Object.keys(table.columns));
    expect(read.rows).toHaveLength(1);
    expect(read.problems.filter(({ code }) => code !== 'placeholder')).toEqual([]);
    // A template imported as it is says of each placeholder what to put there.
    for (const problem of read.problems) expect(problem.message).toMatch(/^“YOUR_[A-Z_]+_ID” stands for/);
  });

  it('shows examples whose details fit their type', () => {
    for (const [column, details] of read.rows[0]?.given ?? []) {
      const declared = table.columns[column];
      const field = declared && fieldOf(table, declared);
      if (!field || !('family' in field) || !('by' in field)) continue;
      const [, type] =
        [...(read.rows[0]?.given ?? [])].find(([other]) => {
          const column = table.columns[other];
          return column?.reads === 'value' && column.field === field.by;
        }) ?? [];
      const family = String(field.family);
      const checked =
        family === 'coordinates'
          ? checkCoordinates(String(type), details)
          : isFamilyName(family)
            ? checkDetails(family, String(type), details)
            : null;
      expect(checked?.problems).toEqual([]);
    }
  });

  it('tells people about every column', () => {
    const view = viewOfTable(table);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    for (const { label, help } of view.columns) expect([label, help].every((text) => text.length > 2)).toBe(true);
  });
});

it('are described in the documents as they are declared', async () => {
  await expect(printTableDocs()).toMatchFileSnapshot('../../../docs/import-columns.md');
});
