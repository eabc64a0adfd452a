import { catalogue, choice, defineModel, details, reference, text } from '@/lib/declare/constructors';
import { typeChoices } from '@/lib/vocabularies/types';
import { comments, description, externalIdentifiers, rridFields } from './shared';

export const consumable = defineModel({
  name: 'consumable',
  wire: { singular: 'consumable', plural: 'consumables' },
  app: 'resources',
  path: 'consumables',
  label: 'Consumable',
  labelPlural: 'Consumables',
  help: 'Viruses, probes, drugs and other products that laboratories keep in stock.',
  icon: 'pill',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [
    { title: 'Consumable', fields: ['name', 'type', 'supplier', 'details', 'description'] },
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
    type: choice({ label: 'Type', choices: typeChoices('consumable'), required: true, listed: true, filter: true }),
    details: details({ label: 'Details', family: 'consumable', by: 'type', version: 'type_schema_version' }),
    type_schema_version: text({ label: 'Version of the details', readOnly: true }),
    ...rridFields,
    external_identifiers: externalIdentifiers(),
    comments: comments(),
  },
});
