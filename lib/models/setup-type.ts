import { catalogue, choice, defineModel, text } from '@/lib/declare/constructors';
import { setupTypeCategories } from '@/lib/vocabularies/choices';
import { comments, plainDescription } from './shared';

export const setuptype = defineModel({
  name: 'setuptype',
  wire: { singular: 'setup_type', plural: 'setup_types' },
  app: 'taxonomies',
  path: 'setup-types',
  label: 'Setup type',
  labelPlural: 'Setup types',
  help: 'Kinds of setup; an assay runs in one of them.',
  icon: 'shapes',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [{ title: 'Setup type', fields: ['name', 'category', 'description', 'comments'] }],
  fields: {
    name: text({ label: 'Name', required: true, max: 200, listed: true }),
    description: plainDescription(2000),
    category: choice({ label: 'Category', choices: setupTypeCategories, required: true, listed: true, filter: true }),
    comments: comments(),
  },
});
