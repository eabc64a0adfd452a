import { defineModel, directory, reference, references, text, url } from '@/lib/declare/constructors';

export const laboratory = defineModel({
  name: 'laboratory',
  wire: { singular: 'laboratory', plural: 'laboratories' },
  app: 'users',
  path: 'laboratories',
  label: 'Laboratory',
  labelPlural: 'Laboratories',
  help: 'The institution behind a group; its name and address go into exports.',
  icon: 'building',
  nav: 'People',
  access: directory(),
  title: 'institution',
  search: ['institution', 'department', 'city', 'description'],
  sort: 'institution',
  unique: [['group']],
  rules: ['investigators-are-members'],
  layout: [
    { title: 'Laboratory', fields: ['group', 'principal_investigators', 'description', 'website'] },
    { title: 'Address', fields: ['institution', 'department', 'city', 'country'] },
  ],
  fields: {
    group: reference({ label: 'Group', to: 'group', onDelete: 'restrict', required: true, listed: true, help: 'One laboratory per group; its owners edit it.' }),
    principal_investigators: references({ label: 'Principal investigators', to: 'user', required: true, listed: true, help: 'Members of the group.' }),
    description: text({ label: 'Description', max: 500, multiline: true }),
    website: url({ label: 'Website', max: 200 }),
    department: text({ label: 'Department', max: 100, listed: true }),
    institution: text({ label: 'Institution', max: 100, required: true, listed: true }),
    city: text({ label: 'City', max: 100, listed: true }),
    country: text({ label: 'Country', max: 100 }),
  },
});
