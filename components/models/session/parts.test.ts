import { expect, it } from 'vitest';
import type { AnyRecord } from '@/lib/declare/model';
import { epochsWith, withModuleTitles, type Parts } from './parts';

const record = (id: string, more: object = {}): AnyRecord => ({
  id,
  created_at: '',
  updated_at: '',
  created_by: null,
  updated_by: null,
  version: 1,
  ...more,
});
const parts: Parts = {
  subjects: [],
  epochs: [
    record('e1', { behavior: 'b1', dataacquisition: 'd2' }),
    record('e2', { behavior: 'b1', dataacquisition: null }),
  ],
  behaviors: [record('b1', { behavioralassay: 'a1' }), record('b2', { behavioralassay: 'hidden' })],
  dataacquisition: [record('d1'), record('d2'), record('d3')],
  manipulations: [],
  recordingfiles: [],
};
const titles = {
  behavioralassay: { a1: 'Linear track' },
  dataacquisition: { d1: 'Video', d2: 'Ephys', d3: 'Video' },
  subject: { s: 'M1' },
};

it('calls behaviors by their assay and numbers twins', () => {
  expect(withModuleTitles(parts, titles)).toEqual({
    ...titles,
    behavior: { b1: 'Linear track', b2: 'Behavior' },
    dataacquisition: { d1: 'Video 1', d2: 'Ephys', d3: 'Video 2' },
    manipulation: {},
  });
});

it('finds the epochs of a module', () => {
  expect(epochsWith(parts, 'behavior', 'b1').map(({ id }) => id)).toEqual(['e1', 'e2']);
  expect(epochsWith(parts, 'dataacquisition', 'd1')).toEqual([]);
});
