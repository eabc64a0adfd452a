import { choice, dateTime, defineModel, details, reference, text, via } from '@/lib/declare/constructors';
import { coordinateSystems } from '@/lib/vocabularies/choices';
import { typeChoices } from '@/lib/vocabularies/types';
import { notes } from './shared';

export const equipment = defineModel({
  name: 'equipment',
  wire: { singular: 'equipment', plural: 'equipment' },
  app: 'modules',
  path: 'equipment',
  label: 'Equipment',
  labelPlural: 'Equipment',
  help: 'A device of a setup.',
  icon: 'cpu',
  nav: 'Laboratory',
  access: via('setup'),
  title: 'name',
  search: ['name', 'notes'],
  sort: 'name',
  filterAliases: { session: ['dataacquisition/equipment.session', 'manipulation/equipment.session'] },
  layout: [
    { title: 'Equipment', fields: ['setup', 'name', 'type', 'hardwaredevice', 'consumable', 'details', 'notes'] },
    { title: 'Place', fields: ['date_time', 'coordinates_system', 'coordinates_details'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 200, listed: true }),
    type: choice({ label: 'Type', choices: typeChoices('equipment'), required: true, listed: true, filter: true }),
    notes: notes(),
    setup: reference({ label: 'Setup', to: 'setup', onDelete: 'cascade', required: true, listed: true, filter: true }),
    date_time: dateTime({ label: 'Date and time', help: 'When it was installed.' }),
    consumable: reference({ label: 'Consumable', to: 'consumable', onDelete: 'restrict', filter: true }),
    hardwaredevice: reference({
      label: 'Hardware device',
      to: 'hardwaredevice',
      onDelete: 'restrict',
      filter: true,
      help: 'Its make and model.',
    }),
    details: details({ label: 'Details', family: 'equipment', by: 'type', version: 'type_schema_version' }),
    type_schema_version: text({ label: 'Version of the details', readOnly: true }),
    coordinates_system: choice({ label: 'Coordinate system', choices: coordinateSystems, required: true }),
    coordinates_details: details({
      label: 'Coordinates',
      family: 'coordinates',
      by: 'coordinates_system',
      version: 'coordinates_schema_version',
    }),
    coordinates_schema_version: text({ label: 'Version of the coordinates', readOnly: true }),
  },
});
