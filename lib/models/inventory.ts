import { defineModel, grantsAccess, inverse, richText, text } from '@/lib/declare/constructors';
import { personalAttribute } from './shared';

export const inventory = defineModel({
  name: 'inventory',
  wire: { singular: 'inventory', plural: 'inventories' },
  app: 'personal_attributes',
  path: 'inventories',
  label: 'Inventory',
  labelPlural: 'Inventories',
  help: 'A shelf, freezer or store of consumables.',
  icon: 'warehouse',
  nav: 'Laboratory',
  access: grantsAccess(),
  title: 'name',
  search: ['name', 'location', 'description'],
  sort: 'name',
  layout: [
    { title: 'Inventory', fields: ['name', 'location', 'description', 'authgroups'] },
    { title: 'More', fields: ['is_public'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 50, listed: true }),
    location: text({ label: 'Location', max: 100, listed: true }),
    description: richText({ label: 'Description', max: 500 }),
    consumablestock: inverse({ label: 'Stock', of: 'consumablestock', by: 'inventory', listed: true }),
    ...personalAttribute,
  },
});
