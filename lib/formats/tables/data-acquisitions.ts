import { defineTable, lookUp, value } from './table';

export const dataAcquisitions = defineTable({
  name: 'data-acquisitions',
  model: 'dataacquisition',
  help: 'One data acquisition in each row, of a session that exists.',
  same: { within: ['session', 'type'] },
  columns: {
    session__name: lookUp('session', { example: 'M101_2026-03-14_01' }),
    data_acquisition__type: value('type', { example: 'ExtracellularEphys' }),
    data_acquisition__procedures: lookUp('procedures', { required: true, within: 'session__name' }),
    data_acquisition__equipment: lookUp('equipment'),
    data_acquisition__notes: value('notes'),
    data_acquisition__details: value('details', { fallback: { rule: 'details-of-the-type' } }),
  },
});
