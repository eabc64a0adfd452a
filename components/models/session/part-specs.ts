import type { ModelView } from '@/lib/declare/view';
import type { Parts } from './parts';
import type { SessionTab } from './tabs';

/** How a list of parts is edited in place. */
export type PartSpec = {
  readonly part: keyof Parts;
  readonly model: 'sessionsubject' | 'epoch' | 'behavior' | 'dataacquisition' | 'manipulation';
  readonly tab: SessionTab;
  /** "epoch", for buttons. */
  readonly noun: string;
  /** Fields of the closed rows, the first is what a row is called; with their grid tracks. */
  readonly columns: readonly (readonly [name: string, track: string])[];
  /** What this list is for, where it is empty. */
  readonly teach: string;
};

export const partSpecs = {
  subjects: {
    part: 'subjects',
    model: 'sessionsubject',
    tab: 'general',
    noun: 'subject',
    columns: [
      ['subject', 'minmax(8rem,2fr)'],
      ['age', 'minmax(5rem,1fr)'],
      ['weight', '6rem'],
    ],
    teach: 'Add the subject that was recorded; a session.toml holds exactly one.',
  },
  epochs: {
    part: 'epochs',
    model: 'epoch',
    tab: 'epochs',
    noun: 'epoch',
    columns: [
      ['name', 'minmax(8rem,2fr)'],
      ['start', '6rem'],
      ['end', '6rem'],
      ['behavior', 'minmax(6rem,2fr)'],
      ['dataacquisition', 'minmax(6rem,2fr)'],
      ['manipulation', 'minmax(6rem,2fr)'],
    ],
    teach: 'Epochs divide a session into stretches timed from its onset: baseline, task, rest.',
  },
  behaviors: {
    part: 'behaviors',
    model: 'behavior',
    tab: 'behaviors',
    noun: 'behavior',
    columns: [
      ['behavioralassay', 'minmax(8rem,2fr)'],
      ['setup', 'minmax(7rem,1.5fr)'],
      ['subjects', 'minmax(6rem,1fr)'],
      ['notes', 'minmax(6rem,2fr)'],
    ],
    teach: 'A behavior says which assay the subjects did in which setup.',
  },
  dataacquisition: {
    part: 'dataacquisition',
    model: 'dataacquisition',
    tab: 'data_acquisition',
    noun: 'data acquisition',
    columns: [
      ['type', 'minmax(8rem,2fr)'],
      ['equipment', 'minmax(7rem,1.5fr)'],
      ['procedures', 'minmax(7rem,1.5fr)'],
      ['notes', 'minmax(6rem,2fr)'],
    ],
    teach: 'A data acquisition says how data were recorded: the type brings the fields to fill in, with their units.',
  },
  manipulations: {
    part: 'manipulations',
    model: 'manipulation',
    tab: 'manipulations',
    noun: 'manipulation',
    columns: [
      ['type', 'minmax(8rem,2fr)'],
      ['procedures', 'minmax(7rem,1.5fr)'],
      ['equipment', 'minmax(7rem,1.5fr)'],
      ['notes', 'minmax(6rem,2fr)'],
    ],
    teach: 'A manipulation says what was done to a subject during the session: stimulation, a drug, a stimulus.',
  },
} as const satisfies Record<string, PartSpec>;

/** A view without the link to the session: on the session's own page it goes without saying. */
export function withinSession(view: ModelView): ModelView {
  const fields = Object.fromEntries(Object.entries(view.fields).filter(([name]) => name !== 'session'));
  const [first, ...others] = view.layout;
  // On the session's page one heading is enough.
  const layout = first
    ? [
        {
          ...first,
          fields: [...first.fields, ...others.flatMap((section) => section.fields)].filter(
            (name) => name !== 'session' && name !== 'order',
          ),
        },
      ]
    : [];
  return { ...view, fields, layout };
}

/** What the form of a part starts with. */
export const startValues = (view: ModelView, record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(view.fields).flatMap(([name, field]) =>
      field.readOnly || field.internal ? [] : [[name, record[name]]],
    ),
  );
