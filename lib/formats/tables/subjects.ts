import { defineTable, lookUp, value } from './table';

export const subjects = defineTable({
  name: 'subjects',
  model: 'subject',
  help: 'One subject in each row, in a project that exists.',
  same: { key: ['projects', 'name'] },
  columns: {
    project__name: lookUp('projects', { example: 'Whisker decisions', gains: 'on-update' }),
    subject__name: value('name', { example: 'M101' }),
    subject__sex: value('sex', { example: 'F', fallback: 'U' }),
    subject__description: value('description'),
    subject__strain: lookUp('strain', { example: 'C57BL/6J' }),
    subject__genetic_line: value('genetic_line'),
    subject__subject_identifier: value('subject_identifier', { example: '24-0117' }),
    subject__supplier: lookUp('supplier', { example: '' }),
    subject__birth_date: value('birth_date', { example: '2026-01-15' }),
    subject__death_date: value('death_date', {
      implies: { status: 'deceased' },
      help: 'The subject is then deceased.',
    }),
    subject__tags: value('tags', { example: 'implanted, "left, right"', help: 'Words shared by all records.' }),
    subject__name_used_in_storage: value('name_used_in_storage'),
  },
});
