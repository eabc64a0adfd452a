import { defineModel, grantsAccess, reference, references, text } from '@/lib/declare/constructors';
import { personalAttribute } from './shared';

export const behavioralassay = defineModel({
  name: 'behavioralassay',
  wire: { singular: 'behavioralassay', plural: 'behavioralassays' },
  app: 'personal_attributes',
  path: 'behavioral-assays',
  label: 'Behavioral assay',
  labelPlural: 'Behavioral assays',
  help: 'A behavioral paradigm as your laboratory runs it, in one type of setup.',
  icon: 'route',
  nav: 'Laboratory',
  access: grantsAccess(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  layout: [
    { title: 'Assay', fields: ['name', 'setup_type', 'behavioral_paradigm', 'description', 'authgroups'] },
    { title: 'More', fields: ['licenses', 'is_public'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 50, listed: true }),
    description: text({ label: 'Description', max: 500, multiline: true, listed: true }),
    setup_type: reference({
      label: 'Setup type',
      to: 'setuptype',
      onDelete: 'restrict',
      required: true,
      listed: true,
      filter: true,
    }),
    behavioral_paradigm: reference({
      label: 'Behavioral paradigm',
      to: 'behavioralparadigm',
      onDelete: 'restrict',
      required: true,
      listed: true,
      filter: true,
    }),
    licenses: references({ label: 'Licenses', to: 'license' }),
    ...personalAttribute,
  },
});
