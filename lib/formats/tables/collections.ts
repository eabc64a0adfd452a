import { defineTable, lookUp, value } from './table';

export const collections = defineTable({
  name: 'collections',
  model: 'collection',
  help: 'One collection in each row, or one row for each of its sessions. A collection that exists gains the sessions named.',
  same: { key: ['project', 'name'] },
  columns: {
    project__name: lookUp('project', { example: 'Whisker decisions' }),
    collection__name: value('name', { example: 'Figure 2' }),
    collection__sessions: lookUp('sessions', {
      required: true,
      example: 'M101_2026-03-14_01, M101_2026-03-15_01',
      within: 'project__name',
      gains: 'always',
    }),
    collection__description: value('description'),
    collection__tags: value('tags', { help: 'Words shared by all records.' }),
  },
});
