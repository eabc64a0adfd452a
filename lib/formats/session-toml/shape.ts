/** What reads the file: the published format, or what the pipeline's own loader accepts today. */
export type Profile = '1.0' | 'pipeline';

/** The profiles in the order in which they are tried. */
export const profiles: readonly Profile[] = ['1.0', 'pipeline'];

/** The largest file that is read, in bytes of UTF-8. */
export const BYTES_MAX = 1024 * 1024;

/** Limits that more than one rule states: lengths in characters. */
export const ID_LENGTH_MAX = 100;
export const PATTERN_LENGTH_MAX = 500;

/** The orders of each profile; `mtime_*` is called `time_*` by the pipeline. */
export const orders = {
  '1.0': ['name_asc', 'name_desc', 'mtime_asc', 'mtime_desc'],
  pipeline: ['name_asc', 'name_desc', 'time_asc', 'time_desc'],
} as const satisfies Record<Profile, readonly string[]>;

/** The values of `session.sex`. */
export const sexes = ['M', 'F', 'U'] as const;

/** What a value means beyond its type; each has its rules in one checker. */
export type ValueRole =
  | 'text'
  | 'id'
  | 'subject-id'
  | 'ttl-id'
  | 'ttl-reference'
  | 'sync-reference'
  | 'date'
  | 'sex'
  | 'age'
  | 'pattern'
  | 'pattern-or-empty'
  | 'order'
  | 'count'
  | 'flag';

/** A key with one value. `only` limits it to one profile, where it is optional. */
export type ValueShape = {
  type: 'string' | 'integer' | 'boolean';
  role: ValueRole;
  description: string;
  examples: readonly (string | number | boolean)[];
  only?: Profile;
};

/** `[name]`: a section with fixed keys. */
export type TableShape = { type: 'table'; description: string; keys: Readonly<Record<string, KeyShape>> };

/** `[[name]]`: a list of sections. `unique` names the key that no two entries share; `min` counts entries. */
export type ListShape = {
  type: 'list';
  description: string;
  min: number;
  unique: string;
  keys: Readonly<Record<string, ValueShape>>;
};

/** Anything that can stand behind a key. */
export type KeyShape = ValueShape | TableShape | ListShape;

const order = {
  type: 'string',
  role: 'order',
  description: 'Order in which the files found are read: by name or by time of modification.',
  examples: orders['1.0'],
} as const satisfies ValueShape;

/**
 * The format, once: sections, keys, their order in a canonical file, types and what they mean. Checks, the canonical
 * writer, the JSON Schema and the TypeScript types derive from it. Every key is required unless it says `only`.
 */
export const documentShape = {
  type: 'table',
  description: 'One recording session for a video, TTL and Bpod pipeline.',
  keys: {
    session: {
      type: 'table',
      description: 'Who and what was recorded, and when.',
      keys: {
        id: {
          type: 'string',
          role: 'id',
          description: 'Name of the session, also the name of its folder.',
          examples: ['M071_2026-03-14_01'],
        },
        subject_id: {
          type: 'string',
          role: 'subject-id',
          description: 'Pseudonymous identifier of the subject; never a person’s name.',
          examples: ['mouse_071'],
        },
        date: {
          type: 'string',
          role: 'date',
          description: 'Day of the recording, or its date and time in ISO 8601.',
          examples: ['2026-03-14', '2026-03-14T10:30:00+01:00'],
        },
        experimenter: {
          type: 'string',
          role: 'text',
          description: 'Who ran the session.',
          examples: ['A. Researcher'],
        },
        description: {
          type: 'string',
          role: 'text',
          description: 'What was done, in a sentence or more.',
          examples: ['Whisker detection task, day 5'],
        },
        sex: {
          type: 'string',
          role: 'sex',
          description: 'Sex of the subject: male, female or unknown.',
          examples: sexes,
        },
        age: {
          type: 'string',
          role: 'age',
          description: 'Age of the subject at recording, an ISO 8601 duration.',
          examples: ['P90D', 'P12W'],
        },
        genotype: {
          type: 'string',
          role: 'text',
          description: 'Genotype of the subject.',
          examples: ['WT', 'PV-Cre/+'],
        },
      },
    },
    bpod: {
      type: 'table',
      description: 'Behavioral data of the Bpod state machine.',
      keys: {
        path: {
          type: 'string',
          role: 'pattern-or-empty',
          description: 'Pattern of the Bpod files, relative to the session’s folder; empty when there are none.',
          examples: ['Bpod/*.mat', ''],
        },
        order,
        continuous_time: {
          type: 'boolean',
          role: 'flag',
          only: 'pipeline',
          description: 'Whether trial times go on across the Bpod files; true when left out.',
          examples: [true],
        },
        trial_types: {
          type: 'list',
          description: 'How trials of each type are aligned with the TTL channels.',
          min: 0,
          unique: 'trial_type',
          keys: {
            description: {
              type: 'string',
              role: 'text',
              description: 'What happens in a trial of this type.',
              examples: ['Active whisker touch'],
            },
            trial_type: {
              type: 'integer',
              role: 'count',
              description: 'Number of the trial type in the Bpod data.',
              examples: [1],
            },
            sync_signal: {
              type: 'string',
              role: 'text',
              description: 'Bpod state or event that the TTL pulse marks.',
              examples: ['W2T_Audio'],
            },
            sync_ttl: {
              type: 'string',
              role: 'sync-reference',
              description: 'Id of the TTL channel with the pulse.',
              examples: ['ttl_cue'],
            },
          },
        },
      },
    },
    TTLs: {
      type: 'list',
      description: 'TTL channels: logs with one pulse a line.',
      min: 1,
      unique: 'id',
      keys: {
        id: {
          type: 'string',
          role: 'ttl-id',
          description: 'Name of the channel, which cameras and trial types refer to.',
          examples: ['ttl_camera'],
        },
        description: {
          type: 'string',
          role: 'text',
          description: 'What the channel carries.',
          examples: ['Frame pulses of the cameras'],
        },
        paths: {
          type: 'string',
          role: 'pattern',
          description: 'Pattern of the channel’s files, relative to the session’s folder.',
          examples: ['TTLs/*xa_7_0*.txt'],
        },
      },
    },
    cameras: {
      type: 'list',
      description: 'Cameras and their video files.',
      min: 1,
      unique: 'id',
      keys: {
        id: {
          type: 'string',
          role: 'id',
          description: 'Name of the camera.',
          examples: ['cam0'],
        },
        description: {
          type: 'string',
          role: 'text',
          description: 'What the camera sees.',
          examples: ['Whiskers from above'],
        },
        paths: {
          type: 'string',
          role: 'pattern',
          description: 'Pattern of the camera’s videos, relative to the session’s folder.',
          examples: ['Video/top/*.avi'],
        },
        order,
        ttl_id: {
          type: 'string',
          role: 'ttl-reference',
          description: 'Id of the TTL channel with this camera’s frame pulses.',
          examples: ['ttl_camera'],
        },
      },
    },
  },
} as const satisfies TableShape;

type Scalar<S> = S extends { type: 'string' } ? string : S extends { type: 'integer' } ? number : boolean;
type ValueOf<S> = S extends { type: 'table'; keys: infer K }
  ? Keys<K>
  : S extends { type: 'list'; keys: infer K }
    ? Keys<K>[]
    : Scalar<S>;
type Keys<K> = { -readonly [N in keyof K as K[N] extends { only: Profile } ? never : N]: ValueOf<K[N]> } & {
  -readonly [N in keyof K as K[N] extends { only: Profile } ? N : never]?: ValueOf<K[N]>;
};

/**
 * A valid document. `bpod.trial_types` is empty when the file has none; orders by time are always `mtime_*`, whatever
 * the profile read; `bpod.continuous_time` is there only if the file (profile `pipeline`) had it.
 */
export type SessionToml = ValueOf<typeof documentShape>;
