import { choice, date, defineModel, details, inverse, reference, text, via } from '@/lib/declare/constructors';
import { consumableStockStatuses } from '@/lib/vocabularies/choices';
import { typeChoices } from '@/lib/vocabularies/types';
import { notes } from './shared';

const short = (label: string, help?: string) => text({ label, max: 100, emptyIsNull: true, ...(help ? { help } : {}) });

export const consumablestock = defineModel({
  name: 'consumablestock',
  wire: { singular: 'consumable stock', plural: 'consumable stocks' },
  app: 'modules',
  path: 'consumable-stock',
  label: 'Consumable stock',
  labelPlural: 'Consumable stock',
  help: 'What lies in an inventory: one batch of one consumable.',
  icon: 'flask',
  nav: 'Laboratory',
  access: via('inventory'),
  title: 'type',
  search: ['notes', 'storage_location', 'intended_use'],
  sort: '-created_at',
  filterAliases: { subject: ['procedures.subject'] },
  rules: ['consumable-fits-the-stock', 'expires-after-acquisition'],
  layout: [
    { title: 'Stock', fields: ['inventory', 'type', 'consumable', 'details', 'status', 'notes'] },
    { title: 'Keeping', fields: ['storage_location', 'storage_conditions', 'acquisition_date', 'expiration_date'] },
    { title: 'Use', fields: ['intended_use', 'cost'] },
  ],
  fields: {
    type: choice({
      label: 'Type',
      choices: typeChoices('consumablestock'),
      required: true,
      listed: true,
      filter: true,
    }),
    status: choice({
      label: 'Status',
      choices: consumableStockStatuses,
      default: 'AVAILABLE',
      listed: true,
      filter: true,
    }),
    notes: notes(),
    inventory: reference({
      label: 'Inventory',
      to: 'inventory',
      onDelete: 'cascade',
      required: true,
      listed: true,
      filter: true,
    }),
    acquisition_date: date({ label: 'Acquired', listed: true, filter: true }),
    expiration_date: date({ label: 'Expires', listed: true, filter: true }),
    storage_location: short('Storage location'),
    storage_conditions: short('Storage conditions', 'Such as −80 °C, in the dark.'),
    intended_use: short('Intended use'),
    cost: short('Cost', 'With its currency.'),
    consumable: reference({
      label: 'Consumable',
      to: 'consumable',
      onDelete: 'restrict',
      listed: true,
      filter: true,
    }),
    details: details({ label: 'Details', family: 'consumablestock', by: 'type', version: 'type_schema_version' }),
    type_schema_version: text({ label: 'Version of the details', readOnly: true }),
    procedures: inverse({ label: 'Procedures', of: 'procedure', by: 'consumablestock' }),
  },
});
