import { choice, dateTime, defineModel, details, inverse, reference, references, text, via } from '@/lib/declare/constructors';
import { coordinateSystems } from '@/lib/vocabularies/choices';
import { typeChoices } from '@/lib/vocabularies/types';
import { notes } from './shared';

export const procedure = defineModel({
  name: 'procedure',
  wire: { singular: 'procedure', plural: 'procedures' },
  app: 'modules',
  path: 'procedures',
  label: 'Procedure',
  labelPlural: 'Procedures',
  help: 'Something done to a subject: a surgery, an implant, an injection.',
  icon: 'syringe',
  nav: 'Work',
  access: via('subject'),
  title: 'type',
  search: ['notes'],
  sort: '-date_time',
  rules: ['coordinates-fit-the-type', 'stock-fits-the-procedure', 'protocol-fits-the-type'],
  layout: [
    { title: 'Procedure', fields: ['subject', 'type', 'date_time', 'details'] },
    { title: 'Place', fields: ['brain_region', 'coordinates_system', 'coordinates_details'] },
    { title: 'Made with', fields: ['consumablestock', 'equipment', 'protocol', 'licenses', 'notes'] },
  ],
  fields: {
    type: choice({ label: 'Type', choices: typeChoices('procedure'), required: true, listed: true, filter: true }),
    notes: notes(),
    subject: reference({
      label: 'Subject',
      to: 'subject',
      onDelete: 'cascade',
      required: true,
      fixed: true,
      listed: true,
      filter: true,
    }),
    date_time: dateTime({ label: 'Date and time', listed: true, filter: true }),
    consumablestock: reference({
      label: 'Consumable stock',
      to: 'consumablestock',
      onDelete: 'restrict',
      filter: true,
      help: 'What was implanted, injected or used up.',
    }),
    equipment: references({ label: 'Equipment', to: 'equipment' }),
    brain_region: reference({
      label: 'Brain region',
      to: 'brainregion',
      onDelete: 'restrict',
      listed: true,
      filter: true,
    }),
    licenses: references({ label: 'Licenses', to: 'license' }),
    protocol: reference({ label: 'Protocol', to: 'protocol', onDelete: 'restrict', filter: true }),
    details: details({ label: 'Details', family: 'procedure', by: 'type', version: 'type_schema_version' }),
    type_schema_version: text({ label: 'Version of the details', readOnly: true }),
    coordinates_system: choice({ label: 'Coordinate system', choices: coordinateSystems, required: true }),
    coordinates_details: details({
      label: 'Coordinates',
      family: 'coordinates',
      by: 'coordinates_system',
      version: 'coordinates_schema_version',
    }),
    coordinates_schema_version: text({ label: 'Version of the coordinates', readOnly: true }),
    procedurelogs: inverse({ label: 'Procedure logs', of: 'procedurelog', by: 'procedure' }),
  },
});
