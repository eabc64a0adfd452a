import { catalogue, defineModel, reference, text } from '@/lib/declare/constructors';
import { comments, description, externalIdentifiers, rridFields } from './shared';

export const hardwaredevice = defineModel({
  name: 'hardwaredevice',
  wire: { singular: 'hardwaredevice', plural: 'hardwaredevices' },
  app: 'resources',
  path: 'hardware-devices',
  label: 'Hardware device',
  labelPlural: 'Hardware devices',
  help: 'Models of amplifiers, cameras, lasers and other devices.',
  icon: 'circuit-board',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [
    { title: 'Device', fields: ['name', 'supplier', 'description'] },
    { title: 'Identifiers', fields: ['rrid', 'external_identifiers'] },
    { title: 'Proposal', fields: ['comments'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true }),
    description: description({ max: 2000 }),
    supplier: reference({
      label: 'Supplier',
      to: 'supplier',
      onDelete: 'restrict',
      required: true,
      listed: true,
      filter: true,
    }),
    ...rridFields,
    external_identifiers: externalIdentifiers(),
    comments: comments(),
  },
});
