import { describe, expect, test } from 'vitest';
import { checkCoordinates, checkDetails, emptyDetails } from './check-details';
import { allowedUnit } from './unit-spelling';
import { typeFamily, type FamilyName } from './types';

const families: FamilyName[] = [
  'procedure',
  'dataacquisition',
  'manipulation',
  'equipment',
  'consumablestock',
  'subjectlog',
  'procedurelog',
  'consumable',
  'coordinates',
];
const messages = (problems: { path: string; message: string }[]) =>
  problems.map(({ path, message }) => `${path} | ${message}`);

const refused: [name: string, family: FamilyName, type: string, value: unknown, expected: string[]][] = [
  [
    'an unknown type',
    'procedure',
    'VirusInjektion',
    {},
    ['type | There is no procedure type “VirusInjektion”; did you mean “VirusInjection”?'],
  ],
  [
    'a label in place of a code',
    'dataacquisition',
    'Fiber Photometry',
    {},
    ['type | There is no data acquisition type “Fiber Photometry”; did you mean “FiberPhotometry”?'],
  ],
  ['an inherited name as type', 'procedure', 'constructor', {}, ['type | There is no procedure type “constructor”.']],
  [
    'a slip in a key',
    'dataacquisition',
    'FiberPhotometry',
    { framerate: 30 },
    ['details.framerate | Unknown key “framerate”; did you mean “frameRate”?'],
  ],
  [
    'a label in place of a key',
    'dataacquisition',
    'FiberPhotometry',
    { 'Number of frames': 30 },
    ['details.Number of frames | Unknown key “Number of frames”; did you mean “nFrames”?'],
  ],
  [
    'a key where there are none',
    'equipment',
    'Camera',
    { lens: '8 mm' },
    ['details.lens | Unknown key “lens”; this type has no details.'],
  ],
  [
    'missing required values',
    'procedure',
    'Anesthesia',
    { route: '' },
    [
      'details.anestheticAgent | Anesthetic agent: this value is required.',
      'details.route | Administration route: this value is required.',
    ],
  ],
  [
    'a unit of another quantity',
    'procedure',
    'BrainSlice',
    { thickness: { value: 1, unit: 'mL' }, orientation: 'coronal' },
    ['details.thickness | Thickness of slices: expected the unit µm, mm, nm or m, found the text “mL”.'],
  ],
  [
    'a quantity without unit',
    'procedure',
    'BrainSlice',
    { thickness: { value: 1 }, orientation: 'coronal' },
    ['details.thickness | Thickness of slices: expected a unit, one of µm, mm, nm or m, found nothing.'],
  ],
  [
    'a bare number whose older unit is gone',
    'manipulation',
    'TranscranialMagneticStimulation',
    { amplitude: 5 },
    [
      'details[0].amplitude | Amplitude: expected a quantity with a unit, one of % MSO, T, mT or µT, found the number 5 without one.',
    ],
  ],
  [
    'more keys in a quantity',
    'procedure',
    'BrainSlice',
    { thickness: { value: 1, unit: 'mm', note: 'x' }, orientation: 'coronal' },
    ['details.thickness.note | Thickness of slices: a quantity has “value” and “unit”, not “note”.'],
  ],
  [
    'a number as text',
    'procedure',
    'BrainSlice',
    { thickness: '50', nSlices: '3', orientation: 'coronal' },
    [
      'details.thickness | Thickness of slices: expected a number, found the text “50”; write 50 without quotation marks.',
      'details.nSlices | Number of slices: expected a number, found the text “3”; write 3 without quotation marks.',
    ],
  ],
  [
    'a fraction of a slice',
    'procedure',
    'BrainSlice',
    { thickness: 50, nSlices: 2.5, orientation: 'coronal' },
    ['details.nSlices | Number of slices: expected a whole number, found 2.5.'],
  ],
  [
    'less than the least',
    'procedure',
    'BrainSlice',
    { thickness: -50, orientation: 'coronal' },
    ['details.thickness | Thickness of slices: expected at least 0 µm, found -50.'],
  ],
  [
    'no number at all',
    'procedure',
    'BrainSlice',
    { thickness: Number.NaN, orientation: 'coronal' },
    ['details.thickness | Thickness of slices: expected a number, found the number NaN.'],
  ],
  [
    'a choice in other letters',
    'procedure',
    'BrainSlice',
    { thickness: 50, orientation: 'Coronal' },
    [
      'details.orientation | Orientation of slices: expected coronal, sagittal or horizontal, found the text “Coronal”; did you mean “coronal”?',
    ],
  ],
  [
    'a choice that is none',
    'procedure',
    'Anesthesia',
    { anestheticAgent: 'Isoflurane', route: 'Inhalation', monitoringMethod: ['EEG', 7] },
    [
      'details.monitoringMethod | Monitoring methods: expected Blood pressure, EEG, Heart rate, Pulse oximetry, Respiratory rate, Toe pinch reflex, None or Other, found the number 7.',
    ],
  ],
  [
    'a clock that runs past midnight',
    'procedure',
    'Anesthesia',
    { anestheticAgent: 'Isoflurane', route: 'Inhalation', endOfAnesthesia: '24:10' },
    ['details.endOfAnesthesia | End of anesthesia: expected a time of day as HH:MM, found the text “24:10”.'],
  ],
  [
    'yes for true',
    'procedure',
    'BrainLesion',
    { fatalOutcome: 'yes' },
    ['details.fatalOutcome | Fatal outcome: expected true or false, found the text “yes”.'],
  ],
  [
    'a number for text',
    'procedure',
    'BrainLesion',
    { lesionMethod: 4 },
    ['details.lesionMethod | Lesion method: expected text, found the number 4.'],
  ],
  [
    'a cell of a table',
    'dataacquisition',
    'ExtracellularEphys',
    { electrodeGroups: [{ channels: [0, -1], label: 'shank 1', shank: 1 }] },
    [
      'details.electrodeGroups[0].shank | Unknown key “shank”; expected channels or label.',
      'details.electrodeGroups[0].channels[1] | List of channels, item 2: expected at least 0, found -1.',
    ],
  ],
  [
    'a row that is no row',
    'manipulation',
    'OptogeneticStimulation',
    [{}, 5],
    ['details[1] | Optogenetic stimulation: expected an object, found the number 5.'],
  ],
  [
    'every row',
    'manipulation',
    'OptogeneticStimulation',
    [{ power: { value: 5, unit: 'kg' } }, { repetitions: -1 }],
    [
      'details[0].power | Power: expected the unit W, mW or µW, found the text “kg”.',
      'details[1].repetitions | Repetitions: expected at least 0, found -1.',
    ],
  ],
  [
    'text for details',
    'procedure',
    'BrainLesion',
    'large',
    ['details | Brain lesion: expected an object, found the text “large”.'],
  ],
  [
    'a list for an object',
    'procedure',
    'BrainLesion',
    [{ lesionMethod: 'electrolytic' }],
    ['details | Brain lesion: expected an object, found a list of 1.'],
  ],
  [
    'more than all of it',
    'procedure',
    'Co2ChamberEuthanasia',
    { co2Concentration: 130, confirmationOfDeath: [], exposureDuration: 5 },
    ['details.co2Concentration | CO₂ concentration: expected at least 0 and at most 100 %, found 130.'],
  ],
];

test.each(refused)('refuses %s', (_name, family, type, value, expected) => {
  expect(messages(checkDetails(family, type, value).problems)).toEqual(expected);
});

const accepted: [name: string, family: FamilyName, type: string, value: unknown, stored: unknown][] = [
  [
    'a quantity',
    'dataacquisition',
    'FiberPhotometry',
    { frameRate: { value: 30, unit: 'Hz' } },
    { frameRate: { value: 30, unit: 'Hz' } },
  ],
  [
    'a bare number in the usual unit',
    'dataacquisition',
    'FiberPhotometry',
    { frameRate: 30 },
    { frameRate: { value: 30, unit: 'Hz' } },
  ],
  [
    'a bare time in another spelling',
    'procedure',
    'BrainExtraction',
    { extractionMethod: 'Other', preservationMethod: 'Other', fixationDuration: 24 },
    { extractionMethod: 'Other', preservationMethod: 'Other', fixationDuration: { value: 24, unit: 'h' } },
  ],
  ['a bare resolution', 'dataacquisition', 'ExtracellularEphys', { lsb: 0.195 }, { lsb: { value: 0.195, unit: 'µV' } }],
  ['a bare titer', 'consumablestock', 'VirusSolution', { titer: 1e12 }, { titer: { value: 1e12, unit: 'vg/mL' } }],
  [
    'older spellings',
    'procedure',
    'ReferenceElectrodeImplant',
    { electrodeCount: 1, electrodeMaterial: 'Ag', impedance: { value: 5, unit: 'kOhms' } },
    { electrodeCount: 1, electrodeMaterial: 'Ag', impedance: { value: 5, unit: 'kΩ' } },
  ],
  [
    'another unit than the bounded one',
    'procedure',
    'Co2ChamberEuthanasia',
    { co2Concentration: { value: 300_000, unit: 'ppm' }, exposureDuration: 5, confirmationOfDeath: ['Other'] },
    {
      co2Concentration: { value: 300_000, unit: 'ppm' },
      exposureDuration: { value: 5, unit: 'min' },
      confirmationOfDeath: ['Other'],
    },
  ],
  [
    'blanks as nothing',
    'dataacquisition',
    'FiberPhotometry',
    { fileName: ' ', format: null, nFrames: undefined, laserPower: { value: null, unit: 'mW' }, frameRate: [] },
    {},
  ],
  [
    'false and zero as something',
    'procedure',
    'BrainLesion',
    { fatalOutcome: false, volume: 0 },
    { volume: { value: 0, unit: 'µL' }, fatalOutcome: false },
  ],
  [
    'one item as a list of one',
    'procedure',
    'BehavioralTracking',
    { trackedFeatures: 'Paws' },
    { trackedFeatures: ['Paws'] },
  ],
  [
    'repeated choices once',
    'procedure',
    'BehavioralTracking',
    { trackedFeatures: ['Paws', 'Tail', 'Paws'] },
    { trackedFeatures: ['Paws', 'Tail'] },
  ],
  [
    'a required list of choices that is empty',
    'procedure',
    'AuditoryStimulation',
    { stimulusTypes: [] },
    { stimulusTypes: [] },
  ],
  [
    'the published shape of impedances',
    'procedurelog',
    'Impedances',
    { impedances: 1, channels: '' },
    { impedances: [1] },
  ],
  ['one object as one row', 'manipulation', 'OptogeneticStimulation', { repetitions: 3 }, [{ repetitions: 3 }]],
  ['no rows as one empty row', 'manipulation', 'OptogeneticStimulation', [], [{}]],
  ['no details', 'equipment', 'Camera', null, {}],
  [
    'blank rows of a table as none',
    'dataacquisition',
    'ExtracellularEphys',
    { channelTags: [{ tag: '' }, { tag: 'bad', channels: 3 }] },
    { channelTags: [{ tag: 'bad', channels: [3] }] },
  ],
];

test.each(accepted)('accepts %s', (_name, family, type, value, stored) => {
  expect(checkDetails(family, type, value)).toMatchObject({ problems: [] });
  expect(checkDetails(family, type, value).value).toEqual(stored);
  expect(checkDetails(family, type, stored).value).toEqual(stored);
});

test('the version is that of the schema', () => {
  expect(checkDetails('procedure', 'BrainSlice', {}).version).toBe('1.1.0');
});

test('keys that every object inherits are unknown, and change nothing', () => {
  const source: unknown = JSON.parse('{"__proto__": {"lesionMethod": "x"}, "toString": 1}');
  const { value, problems } = checkDetails('procedure', 'BrainLesion', source);
  expect(problems.map(({ path }) => path)).toEqual(['details.__proto__', 'details.toString']);
  expect(value).toEqual({});
});

describe('coordinates', () => {
  test('lengths and angles', () => {
    const { value, problems } = checkCoordinates('Stereotaxic_BregmaBrainSurface', {
      apCoordinate: -2,
      depth: { value: 900, unit: 'um' },
      apAngle: -15,
    });
    expect(problems).toEqual([]);
    expect(value).toEqual({
      apCoordinate: { value: -2, unit: 'mm' },
      apAngle: { value: -15, unit: '°' },
      depth: { value: 900, unit: 'µm' },
    });
  });

  test('an angle of the earlier range is refused with its equal', () => {
    expect(messages(checkCoordinates('Stereotaxic_BregmaAbsolute', { apAngle: 270 }).problems)).toEqual([
      'coordinates_details.apAngle | AP angle: expected at least -180 and at most 180 °, found 270; the same angle is -90.',
    ]);
  });

  test('a longer name for a key', () => {
    expect(messages(checkCoordinates('Stereotaxic_BregmaBrainSurface', { surfaceDepth: 1 }).problems)).toEqual([
      'coordinates_details.surfaceDepth | Unknown key “surfaceDepth”; did you mean “depth”?',
    ]);
  });

  test('an unknown system is reported where it was chosen', () => {
    expect(messages(checkCoordinates('Bregma', {}).problems)).toEqual([
      'coordinates_system | There is no coordinate system “Bregma”.',
    ]);
  });
});

test('the defaults of every type are valid', () => {
  for (const family of families)
    for (const code of Object.keys(typeFamily(family).types)) {
      const { problems } = checkDetails(family, code, emptyDetails(family, code));
      expect(
        problems.filter((problem) => problem.code !== 'required'),
        `${family} ${code}`,
      ).toEqual([]);
    }
  expect(emptyDetails('procedure', 'BrainSlice')).toEqual({
    thickness: { value: 50, unit: 'µm' },
    orientation: 'coronal',
  });
  expect(emptyDetails('manipulation', 'OptogeneticStimulation')).toEqual([{}]);
});

test.each([
  ['hours', ['s', 'min', 'h'], 'h'],
  ['μm', ['µm', 'mm'], 'µm'],
  ['\u2126', ['Ω'], 'Ω'],
  ['mg/ml', ['mg/mL'], 'mg/mL'],
  ['ul/minutes', ['µL/min'], 'µL/min'],
  ['uV/bit', ['V', 'µV'], 'µV'],
  ['mhz', ['MHz', 'Hz'], null],
  ['MW', ['W', 'mW'], null],
  ['hours', ['mm'], null],
])('the unit “%s” among %j is %s', (spelling, allowed, expected) => {
  expect(allowedUnit(spelling, allowed)).toBe(expected);
});
