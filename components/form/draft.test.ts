import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftKey, type Draft, type DraftContent } from './draft';
import { backoff, createDraftSync, type DraftMark, type SyncTools } from './draft-sync';
import { bringBack } from './merge';
import { pickDraft, type ServerDraft } from './pick-draft';

const slot = { key: 'session:1:general', place: 'session:1', model: 'session', recordId: '1' };
const content = (name: string, at = 100): DraftContent => ({
  at,
  values: { name },
  base: { name: '' },
  version: 1,
  titles: {},
});
const local = (name: string, more: Partial<Draft> = {}): Draft => ({
  ...content(name),
  slot,
  href: '/sessions/1/edit',
  writers: ['here'],
  server: null,
  other: null,
  ...more,
});
const server = (name: string, more: Partial<ServerDraft> = {}): ServerDraft => ({
  key: slot.key,
  at: 1000,
  writer: 'elsewhere',
  slot,
  href: '/sessions/1/edit',
  content: content(name),
  ...more,
});

describe('which draft a form goes on with', () => {
  const synced = { server: { at: 1000, typedAt: 100 } };

  it('is the only one there is', () => {
    expect(pickDraft(null, null)).toEqual({ from: 'nowhere' });
    expect(pickDraft(null, server('A'))).toMatchObject({
      from: 'server',
      draft: { values: { name: 'A' }, other: null },
    });
    expect(pickDraft(local('A'), null)).toMatchObject({ from: 'browser', isDropped: false });
  });

  it('is none where it was saved or discarded in another browser', () => {
    expect(pickDraft(local('A', synced), null)).toMatchObject({ isDropped: true });
    expect(pickDraft(local('A', { isDiscarded: true }), server('A', { writer: 'here' }))).toMatchObject({
      isDropped: true,
    });
    expect(pickDraft(local('A', { isDiscarded: true }), server('B'))).toMatchObject({ from: 'server' });
  });

  it('is the server’s when only another browser went on, this one’s when only this one did', () => {
    expect(pickDraft(local('A', synced), server('B', { at: 2000 }))).toMatchObject({
      from: 'server',
      draft: { values: { name: 'B' }, other: null },
    });
    expect(pickDraft(local('B', { ...synced, at: 200 }), server('A'))).toMatchObject({ from: 'browser' });
    // The last words of a closed page may or may not have arrived.
    expect(pickDraft(local('B', { at: 200 }), server('A', { writer: 'here' }))).toMatchObject({
      from: 'browser',
      draft: { other: null },
    });
  });

  it('is the newer one when both went on, with the other kept beside it', () => {
    expect(pickDraft(local('A', { at: 200 }), server('B'))).toMatchObject({
      from: 'browser',
      draft: { values: { name: 'A' }, other: { values: { name: 'B' } } },
    });
    expect(pickDraft(local('A'), server('B', { content: content('B', 300) }))).toMatchObject({
      from: 'server',
      draft: { values: { name: 'B' }, other: { values: { name: 'A' } } },
    });
    expect(pickDraft(local('A'), server('A', { content: content('A', 300) }))).toMatchObject({
      from: 'browser',
      draft: { server: { at: 1000 }, other: null },
    });
  });
});

describe('a draft on its way to the server', () => {
  let marks: DraftMark[];
  let sent: string[];
  let answer: Awaited<ReturnType<SyncTools['send']>>;
  let stored: Draft | null;
  const tools: SyncTools = {
    writer: 'here',
    store: (draft) => (stored = draft),
    clear: () => (stored = null),
    clearDiscarded: () => {
      if (stored?.isDiscarded) stored = null;
    },
    send: (draft) => {
      sent.push(String(draft.values.name));
      return Promise.resolve(answer);
    },
    beacon: (draft) => void sent.push(`last: ${String(draft.values.name)}`),
    discard: (key) => {
      sent.push(`discard ${key}`);
      return Promise.resolve(answer);
    },
    href: () => '/sessions/1/edit',
    onMark: (mark) => marks.push(mark),
  };
  const type = (sync: ReturnType<typeof createDraftSync>, name: string) => {
    const { at: _at, ...typed } = content(name);
    sync.note(typed);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    [marks, sent, stored, answer] = [[], [], null, { ok: true, at: 5000 }];
  });
  afterEach(() => vi.useRealTimers());

  it('is stored here first, then sent, once for a burst of keys', async () => {
    const sync = createDraftSync(slot, tools);
    sync.begin(null);
    sync.release();
    for (const name of ['M', 'M0', 'M07']) type(sync, name);
    await vi.advanceTimersByTimeAsync(500);
    expect([stored?.values.name, sent]).toEqual(['M07', []]);
    await vi.advanceTimersByTimeAsync(1500);
    expect(sent).toEqual(['M07']);
    expect(marks.at(-1)).toEqual({ kind: 'server', at: 5000 });
    expect(stored?.server).toEqual({ at: 5000, typedAt: stored?.at });
    // The same again is no change.
    type(sync, 'M07');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(['M07']);
  });

  it('is sent now and then while somebody types without a pause', async () => {
    const sync = createDraftSync(slot, tools);
    sync.release();
    for (let index = 0; index < 20; index++) {
      type(sync, `M${index}`);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(sent.length).toBeGreaterThanOrEqual(1);
    expect(sent.length).toBeLessThan(8);
  });

  it('waits until it is known what the server has', async () => {
    const sync = createDraftSync(slot, tools);
    sync.begin(local('A'));
    type(sync, 'AB');
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([]);
    sync.release();
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['AB']);
  });

  it('is tried again ever later while nobody answers, and at once when the connection is back', async () => {
    answer = { ok: false, why: 'offline', message: '' };
    const sync = createDraftSync(slot, tools);
    sync.release();
    type(sync, 'A');
    await vi.advanceTimersByTimeAsync(1600);
    expect(marks.at(-1)).toEqual({ kind: 'browser', why: 'offline', message: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.length).toBe(5);
    expect([1, 2, 3, 10].map(backoff)).toEqual([2000, 4000, 8000, 60_000]);
    answer = { ok: true, at: 5000 };
    sync.wake();
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.length).toBe(6);
    expect(marks.at(-1)).toEqual({ kind: 'server', at: 5000 });
  });

  it('is not tried again when it is refused, until it has changed', async () => {
    answer = { ok: false, why: 'refused', message: 'Too long.' };
    const sync = createDraftSync(slot, tools);
    sync.release();
    type(sync, 'A');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['A']);
    type(sync, 'AB');
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual(['A', 'AB']);
  });

  it('sends the last words of a page that is closed, and nothing of one that was saved', async () => {
    const sync = createDraftSync(slot, tools);
    sync.release();
    type(sync, 'A');
    sync.flush();
    expect(sent).toEqual(['last: A']);
    type(sync, 'AB');
    sync.storeNow();
    await sync.forget();
    sync.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['last: A', `discard ${slot.key}`]);
    expect(stored).toBeNull();
  });

  it('remembers that it was discarded while the server was out of reach', async () => {
    answer = { ok: false, why: 'offline', message: '' };
    const sync = createDraftSync(slot, tools);
    sync.begin(local('A'));
    await sync.forget();
    expect(stored).toMatchObject({ isDiscarded: true });
  });

  it('stays where it was put back before the server has heard that it is discarded', async () => {
    const sync = createDraftSync(slot, tools);
    sync.begin(local('A'));
    const forgetting = sync.forget();
    stored = local('A');
    await forgetting;
    expect(stored).toMatchObject({ values: { name: 'A' } });
  });
});

describe('a draft on top of a record that others have changed', () => {
  const base = { name: 'M071', sex: 'F' };

  it('takes what only they changed', () => {
    const draft = { values: { name: 'M072', sex: 'F' }, base, version: 1 };
    const now = { values: { name: 'M071', sex: 'M' }, version: 2 };
    expect(bringBack(['name', 'sex'], draft, now)).toEqual({
      values: { name: 'M072', sex: 'M' },
      base: now.values,
      version: 2,
      overlaps: [],
    });
  });

  it('stays stale where both changed the same, so that the save asks', () => {
    const draft = { values: { name: 'Mine', sex: 'F' }, base, version: 1 };
    const now = { values: { name: 'Theirs', sex: 'M' }, version: 2 };
    expect(bringBack(['name', 'sex'], draft, now)).toEqual({
      values: { name: 'Mine', sex: 'M' },
      base: { name: 'M071', sex: 'M' },
      version: 1,
      overlaps: ['name'],
    });
    // Typed before there was such a record.
    expect(bringBack(['name'], { ...draft, version: null }, now).version).toBe(0);
  });
});

it('keys of drafts are short, and the same for the same start', () => {
  const start = JSON.stringify({ projects: ['x'.repeat(200)] });
  expect(draftKey('session', null, start)).toBe(draftKey('session', null, start));
  expect(draftKey('session', null, start)).not.toBe(draftKey('session', null, `${start} `));
  expect(draftKey('session', null, start).length).toBeLessThan(60);
  expect(draftKey('session', '1', 'general')).toBe('session:1:general');
});
