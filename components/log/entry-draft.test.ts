import { describe, expect, it } from 'vitest';
import { bringBackEntry, entrySlot, newDraft, readEntryDraft, timeOfKey, type EntryDraft } from './entry-draft';

const log = { family: 'subjectlog', id: '01930000-0000-7000-8000-000000000001' } as const;
const time = '2026-03-14T09:30:00.000Z';
const entry: EntryDraft = {
  ...newDraft({ value: '7', label: 'Amara Okafor' }, Date.parse(time)),
  details: { weight: { value: 21.5, unit: 'g' } },
  notes: 'After weaning.',
};

describe('the draft of an entry', () => {
  it('has a place of its own in the log: one for a new entry, one for each that is changed', () => {
    const [fresh, changed] = [entrySlot(log, null), entrySlot(log, time)];
    expect(fresh).toEqual({
      key: `subjectlog:${log.id}:entry`,
      place: `subjectlog:${log.id}`,
      model: 'subjectlog',
      recordId: log.id,
    });
    expect(changed.place).toBe(fresh.place);
    expect([timeOfKey(log, changed.key), timeOfKey(log, fresh.key)]).toEqual([time, null]);
    expect(timeOfKey({ ...log, id: 'another' }, changed.key)).toBeNull();
  });

  it('is read as it was kept, and whatever else is kept there as an empty one', () => {
    expect(readEntryDraft(JSON.parse(JSON.stringify(entry)) as Record<string, unknown>)).toEqual(entry);
    expect(readEntryDraft({ start: 3, notes: null, person: 'Amara' })).toEqual({
      start: null,
      end: null,
      details: null,
      notes: '',
      person: null,
    });
  });

  it('goes on top of what others have changed, and names what both changed', () => {
    const mine = { ...entry, notes: 'Mine', end: time };
    const now = { ...entry, notes: 'Theirs', details: { weight: { value: 22, unit: 'g' } } };
    expect(bringBackEntry({ values: mine, base: entry }, now)).toEqual({
      values: { ...now, notes: 'Mine', end: time },
      overlaps: ['notes'],
    });
    expect(bringBackEntry({ values: mine, base: entry }, entry)).toEqual({ values: mine, overlaps: [] });
  });
});
