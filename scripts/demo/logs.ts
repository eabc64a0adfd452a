import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { Calendar } from './calendar';
import { nameOf, type Person, type UserKey } from './people';
import { chance } from './random';
import type { Subject } from './subjects';
import { procedureKey } from './surgeries';
import { isRestricted, weightOn } from './weights';

/** An entry whose person is still a key. */
type Entry = Omit<LogEntry, 'performed_by'> & { readonly performed_by: UserKey };

const by = (person: Person): UserKey => `user:${person}`;
const quantity = (value: number, unit: string) => ({ value, unit });

type Restricted = { subjects: string[]; keepers: [Person, Person]; daysShown: number };
/** Animals under water restriction: who weighs them, and since when. */
const restricted: Restricted[] = [
  { subjects: ['M071', 'M072', 'M073'], keepers: ['sofia', 'meiling'], daysShown: 56 },
  { subjects: ['M081', 'M082', 'M083'], keepers: ['arjun', 'ingrid'], daysShown: 42 },
];

const remarks = ['Coat a little rough.', 'Drank all of it at once.', 'Extra water after the session.'] as const;

/** Weight and water of an animal on every working day. */
function dailyLogs(subject: Subject, { keepers, daysShown }: Restricted, days: Calendar) {
  const luck = chance(Number(subject.name.slice(1)));
  const dates = days.workingDays(daysShown);
  const keeper = () => by(luck.happens(0.7) ? keepers[0] : keepers[1]);
  const log = { created_by: by(keepers[0]), subject: subject.key, protocol: 'protocol:water' };
  const begins = days.daysAgo(daysShown + 2);
  // Some days before, so that there is a baseline to go by.
  const firstDay = days.daysAgo(daysShown + 5);
  const firstWeight = weightOn(subject, firstDay, false);
  return [
    {
      ...log,
      key: `subjectlog:${subject.name}:weight`,
      type: 'Weighing',
      description: 'Before the session.',
      entries: [
        {
          date_time: days.at(firstDay, 8, 30),
          notes: 'Before the restriction.',
          details: { weight: quantity(firstWeight, 'g') },
          performed_by: by(keepers[0]),
        },
        ...dates.map((date): Entry => ({
          date_time: days.at(date, 8, luck.integer(1, 11) * 5),
          notes: null,
          details: { weight: quantity(weightOn(subject, date, true), 'g') },
          performed_by: keeper(),
        })),
      ] satisfies Entry[],
    },
    {
      ...log,
      key: `subjectlog:${subject.name}:water`,
      type: 'WaterConsumption',
      description: 'In the task and after it.',
      entries: dates.map((date): Entry => ({
        date_time: days.at(date, 16, luck.integer(1, 11) * 5),
        notes: luck.happens(0.08) ? luck.pick(remarks) : null,
        details: { waterAmount: quantity(luck.integer(9, 15) / 10, 'mL') },
        performed_by: keeper(),
      })),
    },
    {
      ...log,
      key: `subjectlog:${subject.name}:restriction`,
      type: 'WaterDeprivation',
      description: null,
      entries: [
        {
          start_date_time: days.at(begins, 9, 0),
          end_date_time: null,
          notes: `First weight ${firstWeight} g.`,
          details: { responsiblePerson: nameOf(keepers[0]), protocol: '1 mL a day, more below 80 %' },
          performed_by: by(keepers[0]),
        },
      ] satisfies Entry[],
    },
  ];
}

/** An animal that is only weighed, once a week. */
function weeklyWeights(subject: Subject, keeper: Person, days: Calendar) {
  const project = subject.projects[0] ?? '';
  return {
    key: `subjectlog:${subject.name}:weight`,
    created_by: by(keeper),
    subject: subject.key,
    protocol: null,
    type: 'Weighing',
    description: 'Every week.',
    entries: [56, 49, 42, 35, 28, 21, 14, 7].map((ago): Entry => {
      const date = days.daysAgo(ago);
      return {
        date_time: days.at(date, 9, 0),
        notes: null,
        details: { weight: quantity(weightOn(subject, date, isRestricted(project)), 'g') },
        performed_by: by(keeper),
      };
    }),
  };
}

const genotyped = (subject: Subject, days: Calendar) => ({
  key: `subjectlog:${subject.name}:genotype`,
  created_by: by('ingrid'),
  subject: subject.key,
  protocol: null,
  type: 'Genotyping',
  description: null,
  entries: [
    {
      date_time: days.at(days.daysAgo(36), 14, 0),
      notes: null,
      details: { sample: `Ear, ${subject.subject_identifier}`, qcConfidence: 'high', result: subject.genotype },
      performed_by: by('ingrid'),
    },
  ] satisfies Entry[],
});

const housed = (subject: Subject, days: Calendar) => {
  const cage = (cageId: string, from: number, until: number | null, notes: string | null): Entry => ({
    start_date_time: days.at(days.daysAgo(from), 10, 0),
    end_date_time: until === null ? null : days.at(days.daysAgo(until), 10, 0),
    notes,
    details: { location: 'Animal room 3', cageId, lightCycle: 'Light from 20:00 to 08:00' },
    performed_by: by('ingrid'),
  });
  return {
    key: `subjectlog:${subject.name}:housing`,
    created_by: by('ingrid'),
    subject: subject.key,
    protocol: null,
    type: 'Housing',
    description: null,
    entries: [cage(`A-${subject.name.slice(1)}`, 84, null, 'Alone since the surgery.'), cage('A-12', 150, 84, null)],
  };
};

/** What is noted of animals again and again, up to now. */
export function subjectlogs(subjects: readonly Subject[], days: Calendar, now: string) {
  const named = (...names: string[]) => subjects.filter(({ name }) => names.includes(name));
  const logs = [
    ...restricted.flatMap((group) => named(...group.subjects).flatMap((subject) => dailyLogs(subject, group, days))),
    ...named('M071').map((subject) => housed(subject, days)),
    ...named('M074', 'M075', 'M076').map((subject) => genotyped(subject, days)),
    ...named('R022', 'M065', 'M066').map((subject) => weeklyWeights(subject, 'lukas', days)),
    ...named('H011', 'H012').map((subject) => weeklyWeights(subject, 'farida', days)),
  ];
  const isPast = ({ date_time, start_date_time }: Entry) => (date_time ?? start_date_time ?? '') <= now;
  return logs.map(({ entries, ...log }) => {
    const past: readonly Entry[] = entries.filter(isPast);
    return { ...log, entries: past };
  });
}

/** Impedances of a probe, which rise over the weeks; some channels are broken from the start. */
const impedances = (subject: string, step: string, channels: number, person: Person, days: Calendar) => {
  const luck = chance(channels + Number(subject.slice(1)));
  const first = Array.from({ length: channels }, () => (luck.happens(0.05) ? 4800 : luck.integer(550, 1250)));
  return {
    key: `procedurelog:${subject}:impedances`,
    created_by: by(person),
    procedure: procedureKey(subject, step),
    type: 'Impedances',
    description: 'kΩ at 1 kHz.',
    entries: [63, 49, 35, 21, 7].map((ago, week): Entry => ({
      date_time: days.at(days.daysAgo(ago), 11, 15),
      notes: week === 0 ? 'First measurement after the surgery.' : null,
      details: {
        impedances: first.map((value) => Math.round(value * (1 + 0.06 * week)) + luck.integer(-20, 20)),
      },
      performed_by: by(person),
    })),
  };
};

/** Tetrodes on their way to CA1, in µm from the surface. */
const turned = (subject: string, days: Calendar) => {
  const luck = chance(Number(subject.slice(1)));
  const depths = Array.from({ length: 8 }, () => 950);
  return {
    key: `procedurelog:${subject}:turns`,
    created_by: by('lukas'),
    procedure: procedureKey(subject, 'tetrodes'),
    type: 'Tetrodes8',
    description: 'Depth below the surface.',
    entries: [88, 86, 84, 82, 79, 77, 75, 72].map((ago): Entry => {
      depths.forEach((depth, index) => (depths[index] = Math.min(1900, depth + luck.integer(1, 4) * 40)));
      return {
        date_time: days.at(days.daysAgo(ago), 10, 30),
        notes: null,
        details: Object.fromEntries(depths.map((depth, index) => [`tetrode_${index + 1}`, quantity(depth, 'µm')])),
        performed_by: by('lukas'),
      };
    }),
  };
};

/** What is noted of implants again and again. */
export const procedurelogs = (days: Calendar) => [
  impedances('M065', 'probe', 64, 'lukas', days),
  impedances('M066', 'probe', 64, 'lukas', days),
  impedances('H011', 'wires', 16, 'farida', days),
  turned('R021', days),
  turned('R022', days),
];
