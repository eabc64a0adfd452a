import { defineModel, grantsAccess, richText, rows, text } from '@/lib/declare/constructors';
import { storageOrganizationElements, storageProtocols } from '@/lib/vocabularies/choices';
import { personalAttribute } from './shared';

export const datastorage = defineModel({
  name: 'datastorage',
  wire: { singular: 'datastorage', plural: 'datastorages' },
  app: 'personal_attributes',
  path: 'data-storages',
  label: 'Data storage',
  labelPlural: 'Data storages',
  help: 'A disk, server or cloud where recordings are kept, and how its folders are organised.',
  icon: 'hard-drive',
  nav: 'Laboratory',
  access: grantsAccess(),
  title: 'name',
  search: ['name', 'location', 'description'],
  sort: 'name',
  unique: [['name', 'created_by']],
  layout: [
    { title: 'Storage', fields: ['name', 'location', 'description', 'authgroups'] },
    { title: 'Reaching it', fields: ['data_protocols', 'data_organization'] },
    { title: 'More', fields: ['is_public'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true }),
    location: text({ label: 'Location', max: 100, listed: true }),
    description: richText({ label: 'Description', max: 500 }),
    data_organization: rows({
      label: 'Folders',
      help: 'One folder level for each row, from the top.',
      columns: { elements: { label: 'Level', type: 'text', required: true, choices: storageOrganizationElements } },
    }),
    data_protocols: rows({
      label: 'Protocols',
      help: 'How to reach it; the path is where its folders begin.',
      columns: {
        protocol: { label: 'Protocol', type: 'text', required: true, max: 100, choices: storageProtocols, open: true },
        path: { label: 'Path', type: 'text', required: true, max: 500 },
        is_public: { label: 'Public', type: 'boolean' },
      },
    }),
    ...personalAttribute,
  },
});
