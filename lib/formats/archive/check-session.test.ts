import { describe, expect, it } from 'vitest';
import { checkSession } from './check-session';
import type { ArchiveSession, RecordedSubject } from './facts';
import { readySession, readySubject, speciesOf } from './fixtures';
import { placeHref } from './place';

const now = Date.parse('2026-11-26T12:00:00Z');
const check = (session: Partial<ArchiveSession>) => checkSession({ ...readySession, ...session }, now, 'Europe/Lisbon');
const withSubject = (subject: Partial<RecordedSubject>) => check({ subjects: [{ ...readySubject, ...subject }] });

describe('a session for NWB and DANDI', () => {
  it('has nothing to complain about when all is there', () => expect(check({})).toEqual([]));

  it.each<[string, Partial<ArchiveSession>, string, 'error' | 'warning', RegExp]>([
    ['no onset', { date_time: null }, 'NWBFile.session_start_time', 'error', /Set the date and time/],
    [
      'the future',
      { date_time: '2027-01-01T00:00:00.000Z', subjects: [{ ...readySubject, age: null }] },
      'NWBFile.session_start_time',
      'error',
      /in the future/,
    ],
    [
      'an unset clock',
      { date_time: '1970-01-01T00:00:00.000Z', subjects: [{ ...readySubject, birth_date: null }] },
      'NWBFile.session_start_time',
      'warning',
      /before 1980/,
    ],
    ['no description', { description: '<p> </p>' }, 'NWBFile.session_description', 'error', /Describe/],
    ['a slash in the name', { name: 'a/b' }, 'NWBFile.session_id', 'error', /folder/],
    ['no experimenter', { experimenter: '' }, 'NWBFile.experimenter', 'warning', /Say who/],
    ['first name first', { experimenter: 'Amara Okafor' }, 'NWBFile.experimenter', 'warning', /“Okafor, Amara”/],
    ['one of two', { experimenter: 'Okafor, Amara; Bea Lund' }, 'NWBFile.experimenter', 'warning', /Bea Lund/],
    ['no subject', { subjects: [] }, 'Subject', 'error', /Add the subject/],
    ['no laboratory', { laboratory: null }, 'NWBFile.institution', 'warning', /institution/],
    ['no tags', { tags: [] }, 'NWBFile.keywords', 'warning', /keywords/],
  ])('%s', (_, session, key, severity, message) => {
    expect(check(session)).toEqual([
      expect.objectContaining({ key, severity, message: expect.stringMatching(message) }),
    ]);
  });

  it('takes the name of a linked account as it is', () => {
    const experimenter_user = { first_name: 'Amara', last_name: 'Okafor' };
    expect(check({ experimenter: 'amara', experimenter_user })).toEqual([]);
  });

  it('makes a file for each of several subjects', () => {
    const second = { ...readySubject, id: 'subject-2', name: 'mouse08' };
    expect(check({ subjects: [readySubject, second] })).toEqual([
      expect.objectContaining({
        key: 'Subject',
        severity: 'warning',
        message: expect.stringMatching(/2, so it makes/),
      }),
    ]);
  });
});

describe('its subject', () => {
  it.each<[string, Partial<RecordedSubject>, string, 'error' | 'warning', RegExp]>([
    ['no strain', { species: null }, 'Subject.species', 'error', /Set the strain/],
    ['an unknown species', { species: speciesOf('Mus spretus') }, 'Subject.species', 'error', /DANDI/],
    ['no sex', { sex: null }, 'Subject.sex', 'error', /M, F, O or U/],
    ['another sex', { sex: 'male' }, 'Subject.sex', 'error', /male; archives know/],
    ['a worm', { species: speciesOf('Caenorhabditis elegans') }, 'Subject.sex', 'warning', /XO or XX/],
    ['no age at all', { birth_date: null, age: '' }, 'Subject.age', 'error', /date of birth of mouse07/],
    ['an age in words', { age: '12 weeks' }, 'Subject.age', 'error', /write P12W/],
    [
      'an age that is not its own',
      { age: 'P200D' },
      'Subject.age',
      'error',
      /, 200 days \(P200D\), .* which gives 90 days \(P90D\)/,
    ],
    ['a birth after the session', { birth_date: '2026-05-01' }, 'Subject.date_of_birth', 'error', /after the session/],
    ['an underscore', { name: 'mouse_07' }, 'Subject.subject_id', 'warning', /sub-mouse-07/],
    ['a slash', { name: 'mouse/07' }, 'Subject.subject_id', 'error', /“\/”/],
  ])('%s', (_, subject, key, severity, message) => {
    expect(withSubject(subject)).toEqual([
      expect.objectContaining({ key, severity, message: expect.stringMatching(message) }),
    ]);
  });

  it('needs no age where it has a date of birth, and the other way round', () => {
    expect(withSubject({ age: null })).toEqual([]);
    expect(withSubject({ birth_date: null })).toEqual([]);
  });

  it('has every complaint at once, errors first, each with its place', () => {
    const found = check({
      date_time: null,
      experimenter: '',
      subjects: [{ ...readySubject, sex: null, species: null }],
    });
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'error', 'error', 'warning']);
    expect(found.map(({ place }) => place && placeHref(place))).toEqual([
      '/sessions/session-1/edit#date_time',
      '/subjects/subject-1/edit#field-strain',
      '/subjects/subject-1/edit#field-sex',
      '/sessions/session-1/edit#experimenter',
    ]);
  });
});
