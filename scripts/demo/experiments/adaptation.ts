import { procedureKey } from '../surgeries';
import { device, ephys, type Experiment } from './plan';

export const adaptation: Experiment = {
  project: 'project:adaptation',
  storage: 'storage:archive',
  experimenters: ['farida'],
  subjects: ['H011', 'H012'],
  firstHour: 11,
  sessionsOn: (day) => (day % 7 === 3 ? 1 : 0),
  plan(subject, _day, chance) {
    const frequency = chance.integer(4, 24);
    const wires = [procedureKey(subject, 'wires')];
    return {
      description: `<p>Tones around ${frequency} kHz.</p>`,
      tags: ['oddball'],
      extra_fields: { frequency_khz: frequency },
      minutes: 45,
      behavior: { setup: 'setup:booth', assay: 'assay:oddball', notes: '' },
      acquisitions: [ephys('wires', 45, 16, 24_414, wires, [device('amplifier')])],
      manipulation: {
        type: 'AuditoryStimulation',
        procedures: wires,
        equipment: [device('speaker')],
        notes: 'Rare tone on one trial in ten.',
        details: [
          {
            amplitude: { value: 65, unit: 'dB SPL' },
            duration: { value: 50, unit: 'ms' },
            frequency: { value: frequency, unit: 'kHz' },
            profile: 'Sine Wave',
            repetitions: 900,
          },
          {
            amplitude: { value: 65, unit: 'dB SPL' },
            duration: { value: 50, unit: 'ms' },
            frequency: { value: frequency * 1.5, unit: 'kHz' },
            profile: 'Sine Wave',
            repetitions: 100,
          },
        ],
      },
      epochs: [
        { name: 'Silence', start: 0, end: 5 },
        { name: 'Oddball', start: 5, end: 35, acquisition: 'wires', isTask: true, isManipulated: true },
        { name: 'Control', start: 36, end: 45 },
      ],
      recordingFiles: false,
    };
  },
};
