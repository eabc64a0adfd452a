import { defineModel, number, reference, text, via } from '@/lib/declare/constructors';

export const sessionsubject = defineModel({
  name: 'sessionsubject',
  wire: { singular: 'session_subject', plural: 'session_subjects' },
  app: 'stem',
  path: 'session-subjects',
  label: 'Session subject',
  labelPlural: 'Session subjects',
  help: 'A subject as it was when the session was recorded.',
  icon: 'rat',
  nav: null,
  access: via('session'),
  title: 'age',
  search: ['age'],
  sort: 'created_at',
  unique: [['session', 'subject']],
  rules: ['subject-in-session-projects'],
  layout: [{ title: 'Subject', fields: ['session', 'subject', 'age', 'weight'] }],
  fields: {
    session: reference({ label: 'Session', to: 'session', onDelete: 'cascade', required: true, fixed: true }),
    subject: reference({
      label: 'Subject',
      to: 'subject',
      onDelete: 'restrict',
      required: true,
      listed: true,
      help: 'A subject of one of the session’s projects.',
    }),
    age: text({
      label: 'Age at recording',
      max: 500,
      isAge: true,
      listed: true,
      help: 'An ISO 8601 duration such as P90D, as archives want it.',
    }),
    weight: number({ label: 'Weight', unit: 'g', min: 0, listed: true }),
  },
});
