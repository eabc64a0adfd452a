import { defineModel, reference, references, via } from '@/lib/declare/constructors';
import { notes, order } from './shared';

export const behavior = defineModel({
  name: 'behavior',
  wire: { singular: 'behavior', plural: 'behaviors' },
  app: 'modules',
  path: 'behaviors',
  label: 'Behavior',
  labelPlural: 'Behaviors',
  help: 'What the subjects did: an assay in a setup.',
  icon: 'footprints',
  nav: null,
  shownOn: 'session',
  access: via('session'),
  title: 'notes',
  search: ['notes'],
  sort: 'order',
  rules: ['subject-in-session-projects', 'setup-shares-a-group', 'assay-shares-a-group', 'setup-fits-the-assay'],
  layout: [{ title: 'Behavior', fields: ['session', 'subjects', 'setup', 'behavioralassay', 'notes', 'order'] }],
  fields: {
    session: reference({
      label: 'Session',
      to: 'session',
      onDelete: 'cascade',
      required: true,
      fixed: true,
      listed: true,
      filter: true,
    }),
    subjects: references({ label: 'Subjects', to: 'subject', required: true, listed: true }),
    setup: reference({ label: 'Setup', to: 'setup', onDelete: 'restrict', required: true, listed: true }),
    behavioralassay: reference({
      label: 'Behavioral assay',
      to: 'behavioralassay',
      onDelete: 'restrict',
      required: true,
      listed: true,
    }),
    notes: notes(),
    order: order(),
  },
});
