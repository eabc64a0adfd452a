import { procedureKey } from '../surgeries';
import { device, ephys, type Experiment } from './plan';

export const sequences: Experiment = {
  project: 'project:sequences',
  storage: 'storage:archive',
  experimenters: ['lukas'],
  subjects: ['R021', 'M065', 'R022', 'M066'],
  firstHour: 10,
  sessionsOn: (day) => (day % 2 === 0 ? 1 : 0),
  plan(subject, day, chance) {
    const isRat = subject.startsWith('R');
    const laps = chance.integer(22, 48);
    const implant = [procedureKey(subject, isRat ? 'tetrodes' : 'probe')];
    const recorded = (name: string, minutes: number) =>
      ephys(name, minutes, isRat ? 32 : 64, 20_000, implant, [device('openephys')]);
    return {
      description: `<p>${laps} laps between two long rests.</p><p>${chance.pick(['Many ripples in the second rest.', 'Fell asleep after ten minutes.', 'Restless in the first half.', 'Clear theta throughout.'])}</p>`,
      tags: ['track', ...(chance.happens(0.4) ? ['good sleep'] : []), ...(isRat ? ['tetrodes'] : ['silicon probe'])],
      extra_fields: { laps, ripples: chance.integer(180, 900) },
      minutes: 150,
      behavior: { setup: 'setup:track', assay: 'assay:track', notes: `${laps} laps` },
      acquisitions: [recorded('rest-1', 60), recorded('track', 30), recorded('rest-2', 60)],
      manipulation: null,
      epochs: [
        { name: 'Rest before', start: 0, end: 60, acquisition: 'rest-1' },
        { name: 'Track', start: 60, end: 90, acquisition: 'track', isTask: true },
        { name: 'Rest after', start: 90, end: 150, acquisition: 'rest-2' },
      ],
      recordingFiles: false,
    };
  },
};
