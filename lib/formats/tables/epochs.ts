import { defineTable, lookUp, parent, value } from './table';

export const epochs = defineTable({
  name: 'epochs',
  model: 'epoch',
  help: 'One epoch in each row, of a session that exists.',
  same: { key: ['session', 'name'] },
  columns: {
    project__name: parent('project', 'Project', { example: 'Whisker decisions' }),
    session__name: lookUp('session', { example: 'M101_2026-03-14_01', within: 'project__name' }),
    epoch__name: value('name', { example: 'Task' }),
    epoch__start: value('start', { example: '00:05:00' }),
    epoch__end: value('end', { example: 'PT1H5M' }),
    epoch__behavior: lookUp('behavior', { within: 'session__name' }),
    epoch__dataacquisition: lookUp('dataacquisition', { within: 'session__name' }),
    epoch__manipulation: lookUp('manipulation', { within: 'session__name' }),
  },
});
