import { describe, expect, it } from 'vitest';
import { modelNamed } from '@/lib/models';
import { viewOf } from '@/lib/declare/view';
import { joinValues, splitValues } from '../fields/filter-text';
import { conditionsOf, filterFieldNamed, filterFieldsOf, filterWords } from './filters';

const subject = viewOf(modelNamed('subject'));
const session = viewOf(modelNamed('session'));
const clock = { zone: 'Europe/Lisbon', now: Date.parse('2026-07-01T00:30:00+01:00') };
const showing = { zone: clock.zone, titles: { project: { p1: 'Whisker decisions' } }, paths: {} };

function filter(view: typeof subject, name: string, text: string) {
  const field = filterFieldNamed(view, name);
  if (!field) throw new Error(`${name} is no filter.`);
  return {
    is: conditionsOf(name, field, text, clock).map(({ path, operator, values }) => [
      path.join('.'),
      operator,
      ...values,
    ]),
    words: filterWords(field, text, showing),
  };
}

describe('filters of a list', () => {
  it.each([
    ['sex', 'M,F', [['sex', 'in', 'M', 'F']], 'Sex: Male or Female'],
    ['genotype', 'Cre', [['genotype', 'icontains', 'Cre']], 'Genotype: contains “Cre”'],
    ['genotype', 'is:empty', [['genotype', 'isnull', 'true']], 'Genotype: is empty'],
    ['genotype', 'is:set', [['genotype', 'isnull', 'false']], 'Genotype: is not empty'],
    ['sex', 'is:empty', [], 'Sex: is empty'],
    ['projects', 'p1,p2', [['projects', 'in', 'p1', 'p2']], 'Projects: Whisker decisions or a record you can’t see'],
    ['tags', 'pilot,a\\, b', [['tags', 'exact', 'pilot', 'a, b']], 'Tags: pilot or a, b'],
    ['tags', 'is:empty', [['tags', 'isnull', 'true']], 'Tags: is empty'],
    ['birth_date', '2026-01-01..', [['birth_date', 'gte', '2026-01-01']], 'Date of birth: from 2026-01-01 on'],
    ['birth_date', 'year', [['birth_date', 'gte', '2026-01-01']], 'Date of birth: this year'],
    ['birth_date', '7d', [['birth_date', 'gte', '2026-06-25']], 'Date of birth: last 7 days'],
    ['birth_date', 'soon', [], 'Date of birth: soon'],
    [
      'created_at',
      '2026-06-25T14:33:20.123Z',
      [
        ['created_at', 'gte', '2026-06-25T14:33:20.123Z'],
        ['created_at', 'lte', '2026-06-25T14:33:20.123Z'],
      ],
      'Created: 2026-06-25 15:33',
    ],
    ['created_by', '12', [['created_by', 'in', '12']], 'Created by: a record you can’t see'],
    ['procedures', 'is:empty', [['procedures', 'isnull', 'true']], 'Procedures: is empty'],
  ])('%s=%s', (name, text, is, words) => {
    expect(filter(subject, name, text)).toEqual({ is, words });
  });

  it('go through what a session holds to its subjects', () => {
    expect(filter(session, 'subjects', 's1').is).toEqual([['subjects.subject', 'in', 's1']]);
  });

  it('compare numbers with both ends, and refuse what is none', () => {
    const weight = viewOf(modelNamed('sessionsubject'));
    expect(filter(weight, 'weight', '20..30')).toEqual({
      is: [
        ['weight', 'gte', '20'],
        ['weight', 'lte', '30'],
      ],
      words: 'Weight: 20 to 30 g',
    });
    expect(filter(weight, 'weight', 'heavy').is).toEqual([]);
    expect(filter(weight, 'weight', '20').is).toEqual([
      ['weight', 'gte', '20'],
      ['weight', 'lte', '20'],
    ]);
  });

  it.each([
    ['today', [['gte', '2026-06-30T23:00:00.000Z']]],
    ['month', [['gte', '2026-06-30T23:00:00.000Z']]],
    ['week', [['gte', '2026-06-28T23:00:00.000Z']]],
    ['year', [['gte', '2026-01-01T00:00:00.000Z']]],
    ['30d', [['gte', '2026-06-01T23:00:00.000Z']]],
    [
      'yesterday',
      [
        ['gte', '2026-06-29T23:00:00.000Z'],
        ['lt', '2026-06-30T23:00:00.000Z'],
      ],
    ],
    // Clocks were put forward between these days.
    [
      '2026-03-28..2026-03-29',
      [
        ['gte', '2026-03-28T00:00:00.000Z'],
        ['lt', '2026-03-29T23:00:00.000Z'],
      ],
    ],
    ['toString', []],
    ['2026-13-01', []],
  ])('days begin at midnight of the laboratory: %s', (text, is) => {
    expect(filter(subject, 'updated_at', text).is.map(([, ...rest]) => rest)).toEqual(is);
  });

  it('are there for every field that the server compares, those of everyday use first in sight', () => {
    const names = filterFieldsOf(subject).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['name', 'description', 'genotype', 'death_date', 'updated_by']));
    expect(names).not.toContain('extra_fields');
    expect(
      filterFieldsOf(subject)
        .filter(({ isUsual }) => isUsual)
        .map(({ name }) => name),
    ).toContain('created_by');
  });

  it('keep values with commas apart', () => {
    expect(splitValues(joinValues(['a, b', 'c']))).toEqual(['a, b', 'c']);
  });
});
