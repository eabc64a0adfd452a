import { defineTable, lookUp } from './table';

export const behaviors = defineTable({
  name: 'behaviors',
  model: 'behavior',
  help: 'One behavior in each row, of a session that exists.',
  same: { within: ['session'] },
  columns: {
    session__name: lookUp('session', { example: 'M101_2026-03-14_01' }),
    subject__name: lookUp('subjects', { example: 'M101', within: 'session__name' }),
    behavior__setup: lookUp('setup'),
    behavior__behavioral_paradigm: lookUp('behavioralassay', { help: 'The assay, not the paradigm it follows.' }),
  },
});
