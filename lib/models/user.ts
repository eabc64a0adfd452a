import { choice, computed, defineModel, directory, file, references, text, url } from '@/lib/declare/constructors';
import { atlases } from '@/lib/vocabularies/choices';

export const user = defineModel({
  name: 'user',
  wire: { singular: 'user', plural: 'users' },
  app: 'users',
  path: 'users',
  label: 'User',
  labelPlural: 'Users',
  help: 'People with an account.',
  icon: 'user',
  nav: 'People',
  access: directory(),
  number: 'id',
  title: 'email',
  search: ['first_name', 'last_name', 'email'],
  sort: 'last_name',
  unique: [['email']],
  layout: [
    { title: 'Person', fields: ['first_name', 'last_name', 'email'] },
    {
      title: 'Profile',
      fields: ['orcid_id', 'profile_picture', 'google_scholar', 'website', 'atlas_preference', 'active_projects'],
    },
  ],
  fields: {
    email: text({ label: 'E-mail', readOnly: true, max: 254, caseless: true, pattern: 'email', listed: true }),
    first_name: text({ label: 'First name', max: 100, listed: true }),
    last_name: text({ label: 'Last name', max: 100, listed: true }),
    groups_own_json: computed({ label: 'Groups owned', compute: 'groups_owned', json: { type: 'array' } }),
    website: url({ label: 'Website', max: 200 }),
    google_scholar: url({ label: 'Google Scholar', max: 200 }),
    orcid_id: text({ label: 'ORCID iD', max: 100, pattern: 'orcid', listed: true }),
    atlas_preference: choice({ label: 'Preferred atlas', choices: atlases }),
    profile_picture: file({ label: 'Picture', accepts: 'image' }),
    active_projects: references({ label: 'Active projects', to: 'project' }),
  },
});
