import { defineTable, lookUp, value } from './table';

export const sessions = defineTable({
  name: 'sessions',
  model: 'session',
  help: 'One session in each row, in a project that exists.',
  same: { key: ['projects', 'name'] },
  columns: {
    project__name: lookUp('projects', { example: 'Whisker decisions', gains: 'on-update' }),
    session__name: value('name', { example: 'M101_2026-03-14_01' }),
    session__description: value('description'),
    session__date_time: value('date_time', { example: '2026-03-14 09:30' }),
    session__tags: value('tags', { example: 'training', help: 'Words shared by all records.' }),
    session__data_storage: lookUp('datastorage'),
    session_name_in_data_storage: value('name_used_in_storage'),
  },
});
