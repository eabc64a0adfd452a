import type { Person } from '../people';
import type { ProjectKey } from '../projects';
import type { Chance } from '../random';
import type { SetupKey } from '../setups';

/** What one session of an experiment contains, before it is spread over records. Times in minutes since the onset. */
export type Plan = {
  description: string;
  tags: string[];
  extra_fields: Record<string, number | string>;
  minutes: number;
  behavior: { setup: SetupKey; assay: string; notes: string } | null;
  acquisitions: {
    name: string;
    type: string;
    procedures: string[];
    equipment: string[];
    details: object;
    notes: string;
  }[];
  manipulation: { type: string; procedures: string[]; equipment: string[]; details: object; notes: string } | null;
  epochs: {
    name: string;
    start: number;
    end: number;
    acquisition?: string;
    isTask?: boolean;
    isManipulated?: boolean;
  }[];
  recordingFiles: boolean;
};

/** A running experiment: whom it records, on which days, and what a session of it is like. */
export type Experiment = {
  project: ProjectKey;
  storage: string;
  experimenters: [Person, ...Person[]];
  subjects: [string, ...string[]];
  firstHour: number;
  /** Whether it records on the nth working day, and how often. */
  sessionsOn(day: number): number;
  plan(subject: string, day: number, chance: Chance): Plan;
};

/** A rate. */
export const hz = (value: number, unit = 'Hz') => ({ value, unit });
/** Key of a device. */
export const device = (key: string) => `equipment:${key}`;
/** A bulleted list in rich text. */
export const list = (...items: string[]) => `<ul>${items.map((item) => `<li><p>${item}</p></li>`).join('')}</ul>`;

/** An acquisition of wideband signals, 0.195 µV per bit, with a bad last channel. */
export function ephys(
  name: string,
  minutes: number,
  channels: number,
  rate: number,
  procedures: string[],
  equipment: string[],
) {
  const tags = [{ tag: 'Bad', channels: [channels - 1] }];
  return {
    name,
    type: 'ExtracellularEphys',
    procedures,
    equipment,
    notes: '',
    details: {
      fileName: `${name}.dat`,
      format: 'binary',
      type: 'int16',
      nChannels: channels,
      sr: hz(rate),
      nSamples: minutes * 60 * rate,
      lsb: { value: 0.195, unit: 'µV' },
      electrodeGroups: [{ channels: Array.from({ length: 4 }, (_, index) => index), label: 'Group 1' }],
      channelTags: tags,
    },
  };
}
