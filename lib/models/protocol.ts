import {
  choice,
  computed,
  defineModel,
  file,
  grantsAccess,
  inverse,
  references,
  richText,
  tags,
  text,
  url,
} from '@/lib/declare/constructors';
import { protocolTypes } from '@/lib/vocabularies/choices';
import { personalAttribute } from './shared';

export const protocol = defineModel({
  name: 'protocol',
  wire: { singular: 'protocol', plural: 'protocols' },
  app: 'personal_attributes',
  path: 'protocols',
  label: 'Protocol',
  labelPlural: 'Protocols',
  help: 'How a procedure is done or a log is kept, written down once.',
  icon: 'scroll',
  nav: 'Laboratory',
  access: grantsAccess(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  rules: ['subtypes-fit-the-protocol'],
  layout: [
    {
      title: 'Protocol',
      fields: ['name', 'protocol_type', 'subtypes', 'description', 'url', 'attachment', 'licenses', 'authgroups'],
    },
    { title: 'More', fields: ['is_public'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 255, listed: true }),
    protocol_type: choice({ label: 'For', choices: protocolTypes, required: true, listed: true, filter: true }),
    subtypes: tags({
      label: 'Types',
      listed: true,
      help: 'The types of procedure or subject log that it is for; none for all.',
    }),
    subtype_display: computed({
      label: 'Types by name',
      compute: 'subtype_display',
      json: { type: 'array', items: { type: 'string' } },
    }),
    description: richText({ label: 'Description' }),
    url: url({ label: 'Address', max: 200 }),
    licenses: references({ label: 'Licenses', to: 'license' }),
    attachment: file({ label: 'Attachment', accepts: 'document' }),
    procedures: inverse({ label: 'Procedures', of: 'procedure', by: 'protocol', isPrivate: true }),
    subjectlogs: inverse({ label: 'Subject logs', of: 'subjectlog', by: 'protocol', isPrivate: true }),
    ...personalAttribute,
  },
});
