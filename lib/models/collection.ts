import { defineModel, reference, references, text, via } from '@/lib/declare/constructors';
import { description, tagList } from './shared';

export const collection = defineModel({
  name: 'collection',
  wire: { singular: 'collection', plural: 'collections' },
  app: 'stem',
  path: 'collections',
  label: 'Collection',
  labelPlural: 'Collections',
  help: 'Sessions of one project that belong together: a figure, a data set, a paper.',
  icon: 'library',
  nav: 'Work',
  access: via('project'),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['project', 'name']],
  rules: ['sessions-in-the-project'],
  layout: [{ title: 'Collection', fields: ['name', 'project', 'sessions', 'description', 'tags'] }],
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
    sessions: references({
      label: 'Sessions',
      to: 'session',
      ordered: true,
      listed: true,
      filter: true,
      help: 'Sessions of the project.',
    }),
    tags: tagList(),
  },
});
