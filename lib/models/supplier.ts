import { catalogue, defineModel, text, url } from '@/lib/declare/constructors';
import { comments, plainDescription } from './shared';

export const supplier = defineModel({
  name: 'supplier',
  wire: { singular: 'supplier', plural: 'suppliers' },
  app: 'resources',
  path: 'suppliers',
  label: 'Supplier',
  labelPlural: 'Suppliers',
  help: 'Who breeds animals or makes consumables and devices.',
  icon: 'truck',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [{ title: 'Supplier', fields: ['name', 'website', 'description', 'comments'] }],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true }),
    description: plainDescription(2000),
    website: url({ label: 'Website', max: 200, listed: true }),
    comments: comments(),
  },
});
