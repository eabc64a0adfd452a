import { starterId } from '@/lib/vocabularies/starter/starter-id';
import { groupLevels, userLevels, type GroupKey, type GroupName, type Person, type UserKey } from './people';

const setupType = (name: string) => starterId('setuptype', name);
const paradigm = (name: string) => starterId('behavioralparadigm', name);

/** What is shared with groups: they contribute, whoever made it owns it. */
export const shared = (owner: Person, ...names: [GroupName, ...GroupName[]]) => ({
  created_by: `user:${owner}` satisfies UserKey,
  authgroups: names.map((group): GroupKey => `group:${group}`),
  users: userLevels({ [owner]: 'owner' }),
  groups: groupLevels(Object.fromEntries(names.map((group) => [group, 'contributor']))),
  is_public: false,
});

const specification = (name: string, value: string, description = '') => ({ name, value, description });

export const setups = [
  {
    key: 'setup:whisker',
    name: 'Whisker rig 1',
    location: 'Room 2.114',
    description: '<p>Head-fixed mice, two lick ports, a motorised pole and sound.</p>',
    setup_type: setupType('Head-fixed lick-port rig'),
    specifications: [
      specification('Frame rate', '200 Hz', 'All cameras share one trigger'),
      specification('Pole', 'vertical, 0.5 mm', 'Two positions, 6 mm apart'),
    ],
    ...shared('meiling', 'okafor'),
  },
  {
    key: 'setup:track',
    name: 'Linear track',
    location: 'Room 2.120',
    description: '<p>Track of 1.8 m with wells at both ends; rest box beside it.</p>',
    setup_type: setupType('Linear track'),
    specifications: [specification('Length', '1.8 m')],
    ...shared('lukas', 'okafor'),
  },
  {
    key: 'setup:ports',
    name: 'Port box A',
    location: 'Room 2.116',
    description: '<p>Three nose ports with valves and lights, under a photometry commutator.</p>',
    setup_type: setupType('Behavior box with Bpod ports'),
    specifications: [specification('Reward', '4 µL', 'Water with 10 % sucrose')],
    ...shared('arjun', 'okafor'),
  },
  {
    key: 'setup:two-photon',
    name: 'Two-photon bay 2',
    location: 'Imaging facility, bay 2',
    description: '<p>Resonant two-photon microscope above a belt, with three screens around the mouse.</p>',
    setup_type: setupType('Head-fixed virtual reality'),
    specifications: [specification('Objective', '16x, NA 0.8'), specification('Laser', '920 nm')],
    ...shared('ingrid', 'imaging', 'okafor', 'haidari'),
  },
  {
    key: 'setup:booth',
    name: 'Sound booth',
    location: 'Room 3.008',
    description: '<p>Anechoic booth with a wheel below the mouse.</p>',
    setup_type: setupType('Head-fixed wheel'),
    specifications: [],
    ...shared('farida', 'haidari'),
  },
];
export type SetupKey = (typeof setups)[number]['key'];

const devices: Record<SetupKey, [key: string, name: string, type: string, notes: string, model?: string][]> = {
  'setup:whisker': [
    ['camera-top', 'Top camera', 'Camera', '1280 x 1024 pixels, 200 frames per second', 'acA1300-200um'],
    ['camera-pupil', 'Pupil camera', 'Camera', '640 x 512 pixels, infrared'],
    ['bpod', 'Bpod r2.5', 'Microcontroller', 'Runs the task; sends the cue as TTL', 'Bpod State Machine r2'],
    ['nidaq', 'Acquisition card', 'DataAcquisitionSystem', 'Analog and TTL channels beside the probe', 'PXIe-6341'],
    ['laser', 'Laser 473 nm', 'Laser', 'Calibrated on the first Monday of the month'],
  ],
  'setup:track': [
    ['openephys', 'Open Ephys box', 'DataAcquisitionSystem', '128 channels', 'Open Ephys Acquisition Board'],
    ['camera-track', 'Overhead camera', 'Camera', '30 frames per second'],
  ],
  'setup:ports': [
    ['photometry', 'Photometry system', 'FiberPhotometrySystem', '470 and 405 nm, interleaved'],
    ['bpod-ports', 'Bpod r2', 'Microcontroller', '', 'Bpod State Machine r2'],
  ],
  'setup:two-photon': [
    ['microscope', 'Two-photon microscope', 'TwoPhotonMicroscope', 'Booked through the facility'],
    ['screens', 'Screens', 'Monitor', 'Three, 240 degrees'],
    ['belt', 'Belt', 'Treadmill', ''],
  ],
  'setup:booth': [
    ['speaker', 'Speaker', 'Speaker', 'Flat within 2 dB from 2 to 64 kHz'],
    ['amplifier', 'Headstage amplifier', 'Amplifier', '32 channels', 'Intan RHD2132 32-Channel Headstage'],
  ],
};

export const equipment = setups.flatMap((setup) =>
  (devices[setup.key] ?? []).map(([key, name, type, notes, model]) => ({
    key: `equipment:${key}`,
    created_by: setup.created_by,
    setup: setup.key,
    name,
    type,
    hardwaredevice: model === undefined ? null : starterId('hardwaredevice', model),
    notes,
    date_time: null,
    details: {},
    coordinates_system: 'External_XYZ_Absolute',
    coordinates_details: {},
  })),
);

export const behavioralassays = [
  {
    key: 'assay:whisker',
    name: 'Pole localization, two ports',
    description: 'Lick left for the front, right for the back position; silencing on a quarter of the trials.',
    setup_type: setupType('Head-fixed lick-port rig'),
    behavioral_paradigm: paradigm('Vibrissa-Based Object Localization'),
    ...shared('meiling', 'okafor'),
  },
  {
    key: 'assay:track',
    name: 'Laps for reward',
    description: 'Running to and fro between two wells, 30 minutes.',
    setup_type: setupType('Linear track'),
    behavioral_paradigm: paradigm('Linear Track Running'),
    ...shared('lukas', 'okafor'),
  },
  {
    key: 'assay:bandit',
    name: 'Two ports, changing odds',
    description: 'Odds of 70 and 10 % swap every 20 to 40 rewards.',
    setup_type: setupType('Behavior box with Bpod ports'),
    behavioral_paradigm: paradigm('Two-Armed Bandit'),
    ...shared('arjun', 'okafor'),
  },
  {
    key: 'assay:corridor',
    name: 'Two corridors',
    description: 'Running through two virtual corridors that differ in texture and reward zone.',
    setup_type: setupType('Head-fixed virtual reality'),
    behavioral_paradigm: paradigm('Virtual Linear Track'),
    ...shared('meiling', 'imaging', 'haidari'),
  },
  {
    key: 'assay:oddball',
    name: 'Oddball tones',
    description: 'Rare among frequent tones, no task.',
    setup_type: setupType('Head-fixed wheel'),
    behavioral_paradigm: paradigm('Passive Auditory Stimulation'),
    ...shared('farida', 'haidari'),
  },
];

export const datastorages = [
  {
    key: 'storage:okafor',
    name: 'Okafor Lab server',
    location: 'Server room 0.02',
    description: '<p>Raw data of the last year; backed up every night.</p>',
    data_organization: [{ elements: 'Projects' }, { elements: 'Subjects' }, { elements: 'Sessions' }],
    data_protocols: [{ protocol: 'SMB/CIFS', path: '\\\\okafor.example.org\\data', is_public: false }],
    ...shared('ingrid', 'okafor'),
  },
  {
    key: 'storage:archive',
    name: 'Northbridge archive',
    location: 'University computing centre',
    description: '<p>Read-only once a paper is out.</p>',
    data_organization: [{ elements: 'Years' }, { elements: 'Projects' }, { elements: 'Sessions' }],
    data_protocols: [
      { protocol: 'SFTP', path: 'sftp://archive.example.org/neuro', is_public: false },
      { protocol: 'HTTPS/Web', path: 'https://archive.example.org/neuro', is_public: true },
    ],
    ...shared('ingrid', 'imaging', 'okafor', 'haidari'),
  },
];
