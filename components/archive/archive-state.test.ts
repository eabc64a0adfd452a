import { describe, expect, it } from 'vitest';
import type { Finding } from '@/lib/formats/archive/facts';
import { metadataHref, stateOf } from './archive-state';

const finding = (severity: Finding['severity']): Finding => ({
  key: 'Subject.sex',
  severity,
  message: 'x',
  place: null,
});

describe('the light of archives', () => {
  it.each<[readonly Finding['severity'][], string, string]>([
    [[], 'ready', 'Ready for NWB and DANDI.'],
    [['warning'], 'advised', 'Ready. One value could be better:'],
    [['warning', 'warning'], 'advised', 'Ready. 2 values could be better:'],
    [['warning', 'error'], 'needed', 'One thing is needed before an archive takes it:'],
    [['error', 'error'], 'needed', '2 things are needed before an archive takes it:'],
  ])('of %j is %s', (severities, state, words) => {
    expect(stateOf(severities.map(finding))).toMatchObject({ state, words });
  });

  it('leads to the file of one subject where there are several', () => {
    expect(metadataHref('s', null)).toBe('/api/private/stem/session/s/neuroconv.yaml');
    expect(metadataHref('s', 'm')).toBe('/api/private/stem/session/s/neuroconv.yaml?subject=m');
  });
});
