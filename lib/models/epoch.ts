import { defineModel, duration, reference, text, via } from '@/lib/declare/constructors';

export const epoch = defineModel({
  name: 'epoch',
  wire: { singular: 'epoch', plural: 'epochs' },
  app: 'stem',
  path: 'epochs',
  label: 'Epoch',
  labelPlural: 'Epochs',
  help: 'A stretch of a session, timed from its onset.',
  icon: 'timer',
  nav: null,
  access: via('session'),
  title: 'name',
  search: ['name'],
  sort: 'start',
  unique: [['session', 'name'], ['dataacquisition']],
  rules: ['epoch-ends-after-start', 'epoch-starts-at-onset-or-later', 'module-of-the-same-session'],
  layout: [
    { title: 'Epoch', fields: ['session', 'name', 'start', 'end'] },
    { title: 'Modules', fields: ['behavior', 'dataacquisition', 'manipulation'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true }),
    session: reference({ label: 'Session', to: 'session', onDelete: 'cascade', required: true, fixed: true, listed: true, filter: true }),
    start: duration({ label: 'Start', listed: true, help: 'Since the onset, as HH:MM:SS.' }),
    end: duration({ label: 'End', listed: true, help: 'Since the onset, as HH:MM:SS.' }),
    behavior: reference({ label: 'Behavior', to: 'behavior', onDelete: 'restrict' }),
    dataacquisition: reference({ label: 'Data acquisition', to: 'dataacquisition', onDelete: 'restrict', help: 'In one epoch at most.' }),
    manipulation: reference({ label: 'Manipulation', to: 'manipulation', onDelete: 'restrict' }),
  },
});
