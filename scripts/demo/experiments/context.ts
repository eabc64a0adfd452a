import { procedureKey } from '../surgeries';
import { device, hz, type Experiment } from './plan';

export const context: Experiment = {
  project: 'project:context',
  storage: 'storage:archive',
  experimenters: ['meiling', 'sofia'],
  subjects: ['M091', 'M092', 'M093'],
  firstHour: 14,
  sessionsOn: (day) => (day % 3 === 1 ? 1 : 0),
  plan(subject, day, chance) {
    const laps = chance.integer(60, 140);
    const depth = chance.integer(140, 320);
    const length = (value: number, unit: string) => ({ value, unit });
    return {
      description: `<p>${laps} laps, field of view at ${depth} µm.</p><p>${chance.pick(['Same cells as last time.', 'New field of view.', 'Some drift in depth after 30 minutes.'])}</p>`,
      tags: ['imaging', ...(chance.happens(0.2) ? ['new field'] : [])],
      extra_fields: { laps, bay: 2 },
      minutes: 60,
      behavior: { setup: 'setup:two-photon', assay: 'assay:corridor', notes: `${laps} laps` },
      acquisitions: [
        {
          name: 'two-photon',
          type: 'TwoPhotonMicroscopy',
          procedures: [procedureKey(subject, 'window')],
          equipment: [device('microscope')],
          notes: '',
          details: {
            fileName: 'stack_*.tif',
            format: 'tif',
            verticalResolution: 512,
            horizontalResolution: 512,
            frameRate: hz(30),
            nFrames: 45 * 60 * 30,
            laserPower: { value: 38, unit: 'mW' },
            excitationWavelength: length(920, 'nm'),
            imagingDepth: length(depth, 'µm'),
            xVoxelSize: length(1.2, 'µm'),
            yVoxelSize: length(1.2, 'µm'),
          },
        },
      ],
      manipulation: {
        type: 'VisualStimulation',
        procedures: [procedureKey(subject, 'window')],
        equipment: [device('screens')],
        notes: '',
        details: [
          {
            stimulusTypes: ['Gratings', 'Natural images'],
            presentationDevice: 'Monitor',
            stimulationPosition: 'Surround',
          },
        ],
      },
      epochs: [
        { name: 'Corridors', start: 0, end: 45, acquisition: 'two-photon', isTask: true },
        { name: 'Gratings', start: 46, end: 60, isManipulated: true },
      ],
      recordingFiles: false,
    };
  },
};
