import { expect, it } from 'vitest';
import { viewOf } from '@/lib/declare/view';
import { recordingfiles } from '@/lib/models/recording-files';
import { recordingOf, withTtlChoices } from './recording-draft';

const { fields } = viewOf(recordingfiles);

it('offers the ids of the TTLs typed so far where a TTL is named', () => {
  const drawn = withTtlChoices(fields, {
    ttls: [{ id: 'ttl_cue' }, { id: '' }, { id: 'ttl_cue' }, { id: 'ttl_camera' }],
  });
  const choices = [
    { code: 'ttl_cue', label: 'ttl_cue' },
    { code: 'ttl_camera', label: 'ttl_camera' },
  ];
  expect(drawn.cameras).toMatchObject({ columns: { ttl_id: { choices, open: true }, order: { open: true } } });
  expect(drawn.trial_types).toMatchObject({ columns: { sync_ttl: { choices, open: true } } });
});

it('keeps an order of its own as a text', () => {
  expect(withTtlChoices(fields, { bpod_order: 'name_asc' }).bpod_order?.kind).toBe('choice');
  expect(withTtlChoices(fields, { bpod_order: 'by hand' }).bpod_order?.kind).toBe('text');
});

it('reads half-typed rows without failing', () => {
  const values = { bpod_path: 'Bpod/*.mat', trial_types: [{ trial_type: null }, { trial_type: 2 }], cameras: [{}] };
  expect(recordingOf(values)).toEqual({
    bpod_path: 'Bpod/*.mat',
    bpod_order: null,
    bpod_continuous_time: true,
    trial_types: [{ description: '', trial_type: 2, sync_signal: '', sync_ttl: '' }],
    ttls: [],
    cameras: [{ id: '', description: '', paths: '', order: '', ttl_id: '' }],
  });
});
