import { expect, it } from 'vitest';
import type { SessionNeeds } from '@/lib/server/operations/needs-doing';
import { sessionNeeds } from './need-lines';

const lack = (field: string, tab: 'general' | 'recording_files', path: string) => ({ path, field, tab, message: '…' });

const needs: SessionNeeds = {
  unfinished: [
    {
      id: 's1',
      name: 'M1_01',
      lacksStorage: false,
      missing: [lack('ttls', 'recording_files', 'TTLs'), lack('cameras', 'recording_files', 'cameras')],
    },
    {
      id: 's2',
      name: 'M2_01',
      lacksStorage: true,
      missing: [lack('subjects', 'general', 'session.age'), lack('date_time', 'general', 'session.date')],
    },
  ],
  unready: [
    {
      model: 'session',
      id: 's1',
      name: 'M1_01',
      findings: [
        {
          key: 'NWBFile.session_id',
          severity: 'error',
          message: 'The name M1/01 holds “/”.',
          place: { model: 'session', id: 's1', field: 'name' },
        },
      ],
      sessions: 1,
    },
    {
      model: 'subject',
      id: 'm1',
      name: 'M/1',
      findings: [
        { key: 'Subject.sex', severity: 'error', message: '…', place: { model: 'subject', id: 'm1', field: 'sex' } },
      ],
      sessions: 2,
    },
  ],
};

it('tells in one line all that a session lacks, and leads with a verb to the first of it', () => {
  expect(sessionNeeds(needs).map(({ text, note, fix }) => [text, note, fix?.label, fix?.href])).toEqual([
    [
      'M1_01',
      'lacks TTLs and cameras; to correct for archives: name',
      'Add TTLs',
      '/sessions/s1/edit?tab=recording_files#ttls',
    ],
    ['M2_01', 'lacks data storage, age and date and time', 'Add data storage', '/sessions/s2/edit#datastorage'],
    [
      'Subject M/1',
      'to correct for archives: sex, in 2 of your sessions',
      'Correct sex',
      '/subjects/m1/edit#field-sex',
    ],
  ]);
});

it('says of what is there, but not as the format takes it, that it is to be corrected', () => {
  const many = { ...lack('subjects', 'general', 'session.subject_id'), isWrong: true as const };
  const [need] = sessionNeeds({
    unfinished: [{ id: 's', name: 'Two', lacksStorage: false, missing: [many] }],
    unready: [],
  });
  expect(need).toMatchObject({ note: 'to correct for session.toml: subjects', fix: { label: 'Correct subjects' } });
});
