import { boolean, defineModel, grantsAccess, inverse, links, references, rows, text } from '@/lib/declare/constructors';
import { projectUserRoles } from '@/lib/vocabularies/choices';
import { accessLists, description, downloadLinks, extraFields, nameInStorage, tagList } from './shared';

export const project = defineModel({
  name: 'project',
  wire: { singular: 'project', plural: 'projects' },
  app: 'stem',
  path: 'projects',
  label: 'Project',
  labelPlural: 'Projects',
  help: 'What subjects and sessions belong to; its access list decides who sees them.',
  icon: 'folder',
  nav: 'Work',
  access: grantsAccess(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['name', 'created_by']],
  layout: [
    { title: 'General', fields: ['name', 'description', 'tags'] },
    { title: 'People', fields: ['user_roles'], help: 'Credit; it gives no access.' },
    { title: 'Storage and repositories', fields: ['name_used_in_storage', 'download_links', 'publications'] },
    { title: 'More', fields: ['is_public', 'extra_fields'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 200, listed: true }),
    description: description(),
    sessions: inverse({ label: 'Sessions', of: 'session', by: 'projects', listed: true }),
    subjects: inverse({ label: 'Subjects', of: 'subject', by: 'projects', listed: true }),
    publications: references({ label: 'Publications', to: 'publication', filter: true }),
    collections: inverse({ label: 'Collections', of: 'collection', by: 'project' }),
    cohorts: inverse({ label: 'Cohorts', of: 'cohort', by: 'project' }),
    breedings: inverse({ label: 'Breedings', of: 'breeding', by: 'project' }),
    name_used_in_storage: nameInStorage(),
    download_links: downloadLinks(),
    user_roles: rows({
      label: 'Roles',
      columns: {
        user: { label: 'Person', type: 'text', required: true, max: 254, isPerson: true },
        role: {
          label: 'Role',
          type: 'text',
          required: true,
          choices: projectUserRoles,
        },
      },
    }),
    extra_fields: extraFields(),
    is_public: boolean({
      label: 'Public',
      default: false,
      filter: true,
      listed: true,
      help: 'Anyone reads it with its subjects, sessions and modules. Only owners may change this.',
    }),
    tags: tagList(),
    links: links({ label: 'Links' }),
    ...accessLists,
  },
});
