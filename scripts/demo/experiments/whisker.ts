import { procedureKey } from '../surgeries';
import { device, ephys, hz, list, type Experiment } from './plan';

export const whisker: Experiment = {
  project: 'project:whisker',
  storage: 'storage:okafor',
  experimenters: ['sofia', 'meiling'],
  subjects: ['M071', 'M072', 'M073'],
  firstHour: 9,
  sessionsOn: (day) => (day % 3 === 1 ? 0 : day % 10 === 6 ? 2 : 1),
  plan(subject, day, chance) {
    const trials = chance.integer(210, 340);
    const correct = Math.min(88, 58 + day + chance.integer(0, 6));
    const isSilenced = subject !== 'M073' && day > 14;
    const remarks = [
      'Pupil camera slightly out of focus.',
      'Very quiet from the start.',
      'Licked to both sides at first.',
      'Probe 40 µm deeper than yesterday.',
      'Short break after trial 120.',
    ] as const;
    return {
      description: `<p>${trials} trials, ${correct} % correct.</p>${list(chance.pick(remarks), isSilenced ? 'Silencing on a quarter of the trials' : 'No silencing')}`,
      tags: [
        ...(day <= 14 ? ['training'] : ['probe']),
        ...(isSilenced ? ['silencing'] : []),
        ...(chance.happens(0.1) ? ['check video'] : []),
      ],
      extra_fields: { trials, correct_percent: correct, water_ml: chance.integer(6, 12) / 10 },
      minutes: 65,
      behavior: { setup: 'setup:whisker', assay: 'assay:whisker', notes: `${trials} trials` },
      acquisitions: [
        {
          ...ephys('probe', 65, 384, 30_000, [procedureKey(subject, 'probe')], [device('nidaq')]),
          notes: day > 14 ? '' : 'Local field only; probe not advanced yet.',
        },
        {
          name: 'video',
          type: 'VideoTracking',
          procedures: [],
          equipment: [device('camera-top'), device('camera-pupil')],
          notes: '',
          details: {
            fileName: 'Video/top/*.avi',
            format: 'avi',
            compression: 'MJPEG',
            frameRate: hz(200),
            nFrames: 50 * 60 * 200,
            verticalResolution: 1024,
            horizontalResolution: 1280,
          },
        },
      ],
      manipulation: isSilenced
        ? {
            type: 'OptogeneticStimulation',
            procedures: [procedureKey(subject, 'fiber')],
            equipment: [device('laser')],
            notes: 'From the cue to the end of the delay.',
            details: [
              {
                power: { value: 5, unit: 'mW' },
                profile: 'Sine Wave',
                duration: { value: 1.2, unit: 's' },
                repetitions: Math.floor(trials / 4),
                wavelength: { value: 473, unit: 'nm' },
                closedLoop: false,
              },
            ],
          }
        : null,
      epochs: [
        { name: 'Baseline', start: 0, end: 5 },
        { name: 'Task', start: 5, end: 55, acquisition: 'probe', isTask: true, isManipulated: true },
        { name: 'Passive touch', start: 55, end: 60 },
        { name: 'Rest', start: 60, end: 65 },
      ],
      recordingFiles: true,
    };
  },
};
