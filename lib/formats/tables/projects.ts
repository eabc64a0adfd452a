import { defineTable, grant, value } from './table';

export const projects = defineTable({
  name: 'projects',
  model: 'project',
  help: 'One project in each row. You become its owner.',
  same: { key: ['name'] },
  rowsMax: 1000,
  columns: {
    project__name: value('name', { example: 'Whisker decisions' }),
    project__description: value('description', { example: 'How mice decide by touch' }),
    project__is_public: value('is_public', { example: 'false' }),
    project__tags: value('tags', { example: 'whisker, decision', help: 'Words shared by all records.' }),
    project__authenticated_groups: grant('groups', 'contributor', { help: 'Groups that become contributors.' }),
    project__users__can_change: grant('users', 'contributor', { help: 'People who become contributors.' }),
    project__users__is_manager: grant('users', 'manager', { help: 'People who become managers.' }),
    project__users__is_owner: grant('users', 'owner', { help: 'People who become owners.' }),
  },
});
