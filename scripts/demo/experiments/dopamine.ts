import { procedureKey } from '../surgeries';
import { device, hz, type Experiment } from './plan';

export const dopamine: Experiment = {
  project: 'project:dopamine',
  storage: 'storage:okafor',
  experimenters: ['arjun'],
  subjects: ['M081', 'M082', 'M083'],
  firstHour: 13,
  sessionsOn: (day) => (day % 2 === 1 ? 1 : 0),
  plan(subject, day, chance) {
    const rewards = chance.integer(140, 320);
    const isDrugDay = day % 8 === 5;
    return {
      description: `<p>${rewards} rewards in ${chance.integer(6, 11)} blocks.</p>${isDrugDay ? '<p>Injected <em>20 minutes before</em> the task.</p>' : ''}`,
      tags: [...(day < 10 ? ['training'] : ['photometry']), ...(isDrugDay ? ['drug'] : [])],
      extra_fields: { rewards, patch_cord: chance.pick(['A', 'B']) },
      minutes: 50,
      behavior: { setup: 'setup:ports', assay: 'assay:bandit', notes: `${rewards} rewards` },
      acquisitions: [
        {
          name: 'photometry',
          type: 'FiberPhotometry',
          procedures: [procedureKey(subject, 'fiber')],
          equipment: [device('photometry')],
          notes: '',
          details: {
            fileName: 'photometry.csv',
            format: 'csv',
            frameRate: hz(40),
            nFrames: 50 * 60 * 40,
            laserPower: { value: 45, unit: 'µW' },
            excitationWavelength: { value: 470, unit: 'nm' },
          },
        },
      ],
      manipulation: isDrugDay
        ? {
            type: 'PharmacologicalInjection',
            procedures: [procedureKey(subject, 'fiber')],
            equipment: [],
            notes: 'Intraperitoneal.',
            details: [
              {
                liquidAgent: chance.pick(['saline', 'sulpiride']),
                concentration: { value: 2, unit: 'mg/mL' },
                volume: { value: 0.2, unit: 'mL' },
                profile: 'Bolus Injection',
                repetitions: 1,
              },
            ],
          }
        : null,
      epochs: [
        { name: 'Habituation', start: 0, end: 5, isManipulated: true },
        { name: 'Task', start: 5, end: 50, acquisition: 'photometry', isTask: true },
      ],
      recordingFiles: false,
    };
  },
};
