import { choice, defineModel, details, reference, references, text, via } from '@/lib/declare/constructors';
import { typeChoices } from '@/lib/vocabularies/types';
import { notes, order } from './shared';

export const manipulation = defineModel({
  name: 'manipulation',
  wire: { singular: 'manipulation', plural: 'manipulations' },
  app: 'modules',
  path: 'manipulations',
  label: 'Manipulation',
  labelPlural: 'Manipulations',
  help: 'What was done to the subject during the session.',
  icon: 'zap',
  nav: null,
  shownOn: 'session',
  access: via('session'),
  title: 'type',
  search: ['notes'],
  sort: 'order',
  rules: ['procedure-in-session-projects', 'equipment-shares-a-group', 'procedure-fits-the-type'],
  layout: [
    { title: 'Manipulation', fields: ['session', 'type', 'details'] },
    { title: 'Made with', fields: ['procedures', 'equipment', 'notes', 'order'] },
  ],
  fields: {
    type: choice({ label: 'Type', choices: typeChoices('manipulation'), required: true, listed: true, filter: true }),
    notes: notes(),
    procedures: references({
      label: 'Procedures',
      to: 'procedure',
      required: true,
      listed: true,
      help: 'Implants and the like on subjects of the session’s projects.',
    }),
    session: reference({
      label: 'Session',
      to: 'session',
      onDelete: 'cascade',
      required: true,
      fixed: true,
      listed: true,
      filter: true,
    }),
    equipment: references({ label: 'Equipment', to: 'equipment', listed: true }),
    details: details({
      label: 'Details',
      family: 'manipulation',
      by: 'type',
      version: 'type_schema_version',
      help: 'One row for each stimulus.',
    }),
    type_schema_version: text({ label: 'Version of the details', readOnly: true }),
    order: order(),
  },
});
