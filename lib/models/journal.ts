import { catalogue, defineModel, text, url } from '@/lib/declare/constructors';
import { comments, plainDescription } from './shared';

export const journal = defineModel({
  name: 'journal',
  wire: { singular: 'journal', plural: 'journals' },
  app: 'dissemination',
  path: 'journals',
  label: 'Journal',
  labelPlural: 'Journals',
  help: 'Where papers are published.',
  icon: 'newspaper',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [{ title: 'Journal', fields: ['name', 'website', 'description', 'comments'] }],
  fields: {
    name: text({ label: 'Name', required: true, max: 500, listed: true }),
    description: plainDescription(2000),
    website: url({ label: 'Website', max: 200, listed: true }),
    comments: comments(),
  },
});
