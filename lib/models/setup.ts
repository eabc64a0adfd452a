import { defineModel, file, grantsAccess, inverse, reference, richText, rows, text } from '@/lib/declare/constructors';
import { personalAttribute } from './shared';

export const setup = defineModel({
  name: 'setup',
  wire: { singular: 'setup', plural: 'setups' },
  app: 'personal_attributes',
  path: 'setups',
  label: 'Setup',
  labelPlural: 'Setups',
  help: 'A rig or a place where experiments are done, with its equipment.',
  icon: 'microscope',
  nav: 'Laboratory',
  access: grantsAccess(),
  number: 'shown',
  title: 'name',
  search: ['name', 'location', 'description'],
  sort: 'name',
  layout: [
    { title: 'Setup', fields: ['name', 'setup_type', 'location', 'description', 'image', 'authgroups'] },
    { title: 'More', fields: ['specifications', 'is_public'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 50, listed: true }),
    location: text({ label: 'Location', max: 100, listed: true }),
    description: richText({ label: 'Description', max: 500 }),
    setup_type: reference({
      label: 'Setup type',
      to: 'setuptype',
      onDelete: 'restrict',
      required: true,
      listed: true,
      filter: true,
    }),
    specifications: rows({
      label: 'Specifications',
      columns: {
        name: { label: 'Name', type: 'text', required: true, max: 100 },
        value: { label: 'Value', type: 'text', max: 200 },
        description: { label: 'Description', type: 'text', max: 500 },
      },
    }),
    equipment: inverse({ label: 'Equipment', of: 'equipment', by: 'setup', listed: true }),
    image: file({ label: 'Image', accepts: 'image', isPrivate: true }),
    ...personalAttribute,
  },
});
