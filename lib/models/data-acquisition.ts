import { choice, defineModel, details, file, reference, references, text, via } from '@/lib/declare/constructors';
import { typeChoices } from '@/lib/vocabularies/types';
import { notes, order } from './shared';

export const dataacquisition = defineModel({
  name: 'dataacquisition',
  wire: { singular: 'data_acquisition', plural: 'data_acquisitions' },
  app: 'modules',
  path: 'data-acquisitions',
  label: 'Data acquisition',
  labelPlural: 'Data acquisitions',
  help: 'How data were recorded.',
  icon: 'audio-waveform',
  nav: null,
  shownOn: 'session',
  access: via('session'),
  title: 'type',
  search: ['notes'],
  sort: 'order',
  rules: ['procedure-in-session-projects', 'equipment-shares-a-group', 'procedure-fits-the-type'],
  layout: [
    { title: 'Data acquisition', fields: ['session', 'type', 'details'] },
    { title: 'Made with', fields: ['procedures', 'equipment', 'notes', 'image', 'order'] },
  ],
  fields: {
    type: choice({
      label: 'Type',
      choices: typeChoices('dataacquisition'),
      required: true,
      listed: true,
      filter: true,
    }),
    notes: notes(),
    session: reference({
      label: 'Session',
      to: 'session',
      onDelete: 'cascade',
      required: true,
      fixed: true,
      listed: true,
      filter: true,
    }),
    procedures: references({
      label: 'Procedures',
      to: 'procedure',
      listed: true,
      help: 'Implants and the like on subjects of the session’s projects.',
    }),
    equipment: references({ label: 'Equipment', to: 'equipment', listed: true }),
    details: details({ label: 'Details', family: 'dataacquisition', by: 'type', version: 'type_schema_version' }),
    type_schema_version: text({ label: 'Version of the details', readOnly: true }),
    image: file({ label: 'Image', accepts: 'image' }),
    order: order(),
  },
});
