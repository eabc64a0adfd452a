import { choice, defineModel, entries, reference, text, via } from '@/lib/declare/constructors';
import { typeChoices } from '@/lib/vocabularies/types';
import { logActions } from './shared';

export const subjectlog = defineModel({
  name: 'subjectlog',
  wire: { singular: 'subject_log', plural: 'subject_logs' },
  app: 'modules',
  path: 'subject-logs',
  label: 'Subject log',
  labelPlural: 'Subject logs',
  help: 'What is noted of a subject again and again: weight, water, housing, training.',
  icon: 'notebook',
  nav: 'Work',
  access: via('subject'),
  title: 'type',
  search: ['description'],
  sort: '-created_at',
  rules: ['protocol-fits-the-type'],
  actions: logActions,
  layout: [{ title: 'Log', fields: ['subject', 'type', 'description', 'protocol'] }],
  fields: {
    type: choice({
      label: 'Type',
      choices: typeChoices('subjectlog'),
      required: true,
      fixed: true,
      listed: true,
      filter: true,
    }),
    description: text({ label: 'Description', max: 500, multiline: true, emptyIsNull: true, listed: true }),
    subject: reference({
      label: 'Subject',
      to: 'subject',
      onDelete: 'cascade',
      required: true,
      fixed: true,
      listed: true,
      filter: true,
    }),
    protocol: reference({ label: 'Protocol', to: 'protocol', onDelete: 'restrict', filter: true }),
    user: reference({
      label: 'User',
      to: 'user',
      onDelete: 'clear',
      readOnly: true,
      listed: true,
      help: 'Who began the log.',
    }),
    entries: entries({ label: 'Entries', family: 'subjectlog', by: 'type', listed: true }),
    type_schema_version: text({ label: 'Version of the details', readOnly: true }),
  },
});
