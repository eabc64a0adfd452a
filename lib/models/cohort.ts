import { defineModel, reference, references, text, via } from '@/lib/declare/constructors';
import { description, tagList } from './shared';

export const cohort = defineModel({
  name: 'cohort',
  wire: { singular: 'cohort', plural: 'cohorts' },
  app: 'stem',
  path: 'cohorts',
  label: 'Cohort',
  labelPlural: 'Cohorts',
  help: 'Subjects of one project that belong together, in their order.',
  icon: 'boxes',
  nav: 'Work',
  access: via('project'),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['project', 'name']],
  rules: ['subjects-in-the-project'],
  layout: [{ title: 'Cohort', fields: ['name', 'project', 'subjects', 'description', 'tags'] }],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true }),
    description: description(),
    project: reference({
      label: 'Project',
      to: 'project',
      onDelete: 'cascade',
      required: true,
      listed: true,
      filter: true,
    }),
    subjects: references({
      label: 'Subjects',
      to: 'subject',
      ordered: true,
      listed: true,
      filter: true,
      help: 'Subjects of the project.',
    }),
    tags: tagList(),
  },
});
