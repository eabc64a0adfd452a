import { choice, defineModel, entries, reference, text, via } from '@/lib/declare/constructors';
import { typeChoices } from '@/lib/vocabularies/types';
import { logActions } from './shared';

export const procedurelog = defineModel({
  name: 'procedurelog',
  wire: { singular: 'procedure_log', plural: 'procedure_logs' },
  app: 'modules',
  path: 'procedure-logs',
  label: 'Procedure log',
  labelPlural: 'Procedure logs',
  help: 'What is noted of an implant again and again: impedances, how far it was moved.',
  icon: 'clipboard',
  nav: null,
  access: via('procedure'),
  title: 'type',
  search: ['description'],
  sort: '-created_at',
  filterAliases: { subject: ['procedure.subject'] },
  actions: logActions,
  layout: [{ title: 'Log', fields: ['procedure', 'type', 'description'] }],
  fields: {
    type: choice({
      label: 'Type',
      choices: typeChoices('procedurelog'),
      required: true,
      fixed: true,
      listed: true,
      filter: true,
    }),
    description: text({ label: 'Description', max: 500, multiline: true, emptyIsNull: true, listed: true }),
    procedure: reference({
      label: 'Procedure',
      to: 'procedure',
      onDelete: 'cascade',
      required: true,
      fixed: true,
      listed: true,
      filter: true,
    }),
    entries: entries({ label: 'Entries', family: 'procedurelog', by: 'type', listed: true }),
    type_schema_version: text({ label: 'Version of the details', readOnly: true }),
  },
});
