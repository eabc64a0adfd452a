import { catalogue, defineModel, reference, text } from '@/lib/declare/constructors';
import { comments, plainDescription } from './shared';

export const behavioralcategory = defineModel({
  name: 'behavioralcategory',
  wire: { singular: 'behavioral_category', plural: 'behavioral_categories' },
  app: 'taxonomies',
  path: 'behavioral-categories',
  label: 'Behavioral category',
  labelPlural: 'Behavioral categories',
  help: 'What paradigms are about, in two levels.',
  icon: 'folder-tree',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['name']],
  rules: ['two-levels-of-categories'],
  layout: [{ title: 'Category', fields: ['name', 'parent', 'description', 'comments'] }],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true }),
    description: plainDescription(2000),
    parent: reference({
      label: 'Parent',
      to: 'behavioralcategory',
      onDelete: 'restrict',
      listed: true,
      filter: true,
      help: 'A category without a parent.',
    }),
    comments: comments(),
  },
});
