import { defineTable, lookUp, value } from './table';

export const manipulations = defineTable({
  name: 'manipulations',
  model: 'manipulation',
  help: 'One manipulation in each row, of a session that exists.',
  same: { within: ['session', 'type'] },
  columns: {
    session__name: lookUp('session', { example: 'M101_2026-03-14_01' }),
    manipulation__type: value('type', { example: 'VisualStimulation' }),
    manipulation__procedures: lookUp('procedures', { required: true, within: 'session__name' }),
    manipulation__equipment: lookUp('equipment'),
    manipulation__notes: value('notes'),
    manipulation__details: value('details', {
      example: '[{"repetitions": 20}]',
      fallback: { rule: 'details-of-the-type' },
    }),
  },
});
