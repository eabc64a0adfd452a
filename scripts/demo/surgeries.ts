import { regionId } from '@/lib/vocabularies/starter/brain-regions';
import type { Calendar } from './calendar';
import type { Person, UserKey } from './people';
import { licenseOf } from './resources';
import type { StockKey } from './stock';

type Step = {
  name: string;
  type: string;
  region?: string;
  details?: object;
  /** AP, ML and depth in mm; angle from the vertical in degrees. */
  place?: { ap: number; ml: number; depth: number; angle?: number };
  notes?: string;
  stock?: StockKey;
  protocol?: 'protocol:virus' | 'protocol:implant';
};
type Surgery = { subjects: string[]; by: Person; daysAgo: number; hour: number; steps: Step[] };

const surface = 'Stereotaxic_BregmaBrainSurface';
const mm = (value: number) => ({ value, unit: 'mm' });
const mouse = (acronym: string) => regionId('AIA', acronym);
const rat = (acronym: string) => regionId('PW1997', acronym);

const anesthesia = (duration: number): Step => ({
  name: 'anesthesia',
  type: 'Anesthesia',
  details: {
    anestheticAgent: 'Isoflurane',
    route: 'Inhalation',
    dosage: '1.5 % in oxygen',
    depth: 'Surgical plane',
    duration: { value: duration, unit: 'min' },
    monitoringMethod: ['Respiratory rate', 'Toe pinch reflex'],
    supportiveCare: ['Eye lubricant', 'Heating pad'],
  },
});
const headpost: Step = {
  name: 'headpost',
  type: 'Headpost',
  details: { material: 'titanium', shape: 'bar', constructionMethod: 'milled', attachmentMethod: 'dental cement' },
};
const probe = (
  probeId: string,
  stock: StockKey,
  region: string,
  place: NonNullable<Step['place']>,
  notes = '',
): Step => ({
  name: 'probe',
  type: 'SiliconProbeImplant',
  region,
  place,
  notes,
  stock,
  protocol: 'protocol:implant',
  details: { probeId, sterilizationMethod: 'Alcohol' },
});
const fiber = (fiberId: string, stock: StockKey, region: string, place: NonNullable<Step['place']>): Step => ({
  name: 'fiber',
  type: 'OpticFiberImplant',
  region,
  place,
  stock,
  protocol: 'protocol:implant',
  details: { fiberId, fiberTipShape: 'flat', sterilizationMethod: 'Ethylene Oxide' },
});
const tetrodes: Step = {
  name: 'tetrodes',
  type: 'TetrodeWireElectrodeImplant',
  region: rat('CA1'),
  place: { ap: -3.8, ml: 2.5, depth: 1.9 },
  stock: 'stock:wire',
  protocol: 'protocol:implant',
  details: { tetrodeCount: 8, nWiresTetrode: 4, wireDiameter: { value: 12.5, unit: 'µm' }, wireMaterial: 'nichrome' },
};

const barrel = { ap: -1.5, ml: 3.3, depth: 1.2 };
const surgeries: Surgery[] = [
  { subjects: ['M071', 'M072', 'M073'], by: 'meiling', daysAgo: 84, hour: 9, steps: [anesthesia(95), headpost] },
  {
    subjects: ['M071', 'M072', 'M073'],
    by: 'meiling',
    daysAgo: 68,
    hour: 10,
    steps: [
      anesthesia(120),
      {
        name: 'craniotomy',
        type: 'Craniotomy',
        region: mouse('SSp-bfd'),
        place: barrel,
        details: { surgicalMethod: 'dental drill', shape: 'round', dimensions: '1 mm' },
      },
      probe(
        'NP1-1884',
        'stock:neuropixels',
        mouse('SSp-bfd'),
        { ...barrel, angle: 35 },
        'Chronic, in a removable holder.',
      ),
      fiber('TH-200-39', 'stock:fiber-200', mouse('SSp-bfd'), { ...barrel, depth: 0 }),
    ],
  },
  {
    subjects: ['M065', 'M066'],
    by: 'lukas',
    daysAgo: 75,
    hour: 9,
    steps: [anesthesia(150), probe('P1-64', 'stock:p1', mouse('CA1'), { ap: -2, ml: 1.6, depth: 1.4 })],
  },
  { subjects: ['R021', 'R022'], by: 'lukas', daysAgo: 90, hour: 9, steps: [anesthesia(180), tetrodes] },
  {
    subjects: ['R021'],
    by: 'lukas',
    daysAgo: 38,
    hour: 15,
    steps: [
      {
        name: 'perfusion',
        type: 'PerfusionFixation',
        details: { perfusionMethod: 'transcardial, 4 % PFA', volume: { value: 250, unit: 'mL' }, fatalOutcome: true },
      },
    ],
  },
  {
    subjects: ['M081', 'M082', 'M083'],
    by: 'arjun',
    daysAgo: 88,
    hour: 11,
    steps: [
      anesthesia(110),
      {
        name: 'virus',
        type: 'VirusInjection',
        stock: 'stock:sensor',
        protocol: 'protocol:virus',
        region: mouse('ACB'),
        place: { ap: 1.3, ml: 1.1, depth: 4.1 },
        details: {
          injectionVolume: { value: 300, unit: 'nL' },
          injectionRate: { value: 60, unit: 'nL/min' },
          titer: { value: 4e12, unit: 'vg/mL' },
          injectionProfile: 'Continuous Infusion',
        },
        notes: 'Dopamine sensor, lot 2209.',
      },
      fiber('TH-400-50', 'stock:fiber-400', mouse('ACB'), { ap: 1.3, ml: 1.1, depth: 4 }),
    ],
  },
  {
    subjects: ['M091', 'M092', 'M093'],
    by: 'meiling',
    daysAgo: 80,
    hour: 13,
    steps: [
      anesthesia(140),
      headpost,
      {
        name: 'window',
        type: 'CranialWindow',
        region: mouse('MOs'),
        place: { ap: 2, ml: 1, depth: 0 },
        details: { surgicalMethod: 'biopsy punch', shape: 'round', dimensions: '3 mm' },
      },
    ],
  },
  {
    subjects: ['H011', 'H012'],
    by: 'farida',
    daysAgo: 70,
    hour: 10,
    steps: [
      anesthesia(100),
      {
        name: 'wires',
        type: 'SingleWireElectrodeImplant',
        region: mouse('AUDp'),
        place: { ap: -2.7, ml: 4.2, depth: 0.8 },
        details: { wireCount: 16, wireMaterial: 'tungsten' },
      },
    ],
  },
];

/** Key of a procedure, for the modules that build on it. */
export const procedureKey = (subject: string, step: string): string => `procedure:${subject}:${step}`;

/** The surgeries, one procedure for each step of each animal; animals of one day follow each other. */
export const procedures = (days: Calendar) =>
  surgeries.flatMap((surgery) =>
    surgery.subjects.flatMap((subject, position) =>
      surgery.steps.map((step) => ({
        key:
          step.name === 'anesthesia'
            ? procedureKey(subject, `anesthesia-${surgery.daysAgo}`)
            : procedureKey(subject, step.name),
        created_by: `user:${surgery.by}` satisfies UserKey,
        subject: `subject:${subject}`,
        type: step.type,
        date_time: days.at(days.daysAgo(surgery.daysAgo), surgery.hour + position * 2, 30),
        notes: step.notes ?? '',
        brain_region: step.region ?? null,
        equipment: [],
        consumablestock: step.stock ?? null,
        protocol: step.protocol ?? null,
        licenses: [licenseOf(subject)],
        details: step.details ?? {},
        coordinates_system: surface,
        coordinates_details: step.place
          ? {
              apCoordinate: mm(step.place.ap),
              mlCoordinate: mm(step.place.ml),
              depth: mm(step.place.depth),
              ...(step.place.angle === undefined ? {} : { mlAngle: { value: step.place.angle, unit: '°' } }),
            }
          : {},
      })),
    ),
  );
