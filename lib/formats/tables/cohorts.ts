import { defineTable, lookUp, value } from './table';

export const cohorts = defineTable({
  name: 'cohorts',
  model: 'cohort',
  help: 'One cohort in each row, or one row for each of its subjects. A cohort that exists gains the subjects named.',
  same: { key: ['project', 'name'] },
  columns: {
    project__name: lookUp('project', { example: 'Whisker decisions' }),
    cohort__name: value('name', { example: 'Spring litter' }),
    cohort__subjects: lookUp('subjects', {
      required: true,
      example: 'M101, M102',
      within: 'project__name',
      gains: 'always',
    }),
    cohort__description: value('description'),
    cohort__tags: value('tags', { help: 'Words shared by all records.' }),
  },
});
