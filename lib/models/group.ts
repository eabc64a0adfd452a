import { defineModel, directory, grants, text } from '@/lib/declare/constructors';
import { groupLevels } from '@/lib/declare/levels';

export const group = defineModel({
  name: 'group',
  wire: { singular: 'group', plural: 'groups' },
  app: 'users',
  aliases: ['auth/group'],
  path: 'groups',
  label: 'Group',
  labelPlural: 'Groups',
  help: 'People who work together. A level given to a group reaches all its present and future members.',
  icon: 'users',
  nav: 'People',
  access: directory(),
  number: 'id',
  title: 'name',
  search: ['name'],
  sort: 'name',
  unique: [['name']],
  actions: {
    join: {
      methods: ['GET', 'POST', 'PATCH'],
      summary: 'Asks the managers of the group to become a member.',
      body: { message: 'A word to the managers.' },
    },
    leave: { methods: ['GET', 'POST', 'PATCH'], summary: 'Ends one’s own membership.' },
  },
  layout: [{ title: 'General', fields: ['name'] }],
  fields: {
    name: text({ label: 'Name', required: true, max: 150, listed: true }),
    users: grants({ label: 'Members', to: 'user', levels: groupLevels, newcomers: 'invited', listed: true }),
  },
});
