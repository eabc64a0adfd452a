import { amount, boolean, category, choice, count, linked, number, quantity, string, text, typed } from '../build';
import { CHOICES } from '../choices';
import { IN_BRAIN } from '../relations';
import { UNITS } from '../units';

export const brainAndTissue = category('Brain and Tissue Procedures', [
  typed('BrainExtraction', 'Brain extraction', '1.1.0', [
    choice('extractionMethod', 'Extraction method', 'Complete removal | Partial removal | Sectional removal | Other', {
      required: true,
    }),
    amount('timeToExtraction', 'Time to extraction', 'min', UNITS.duration),
    choice(
      'preservationMethod',
      'Preservation method',
      'Fresh (immediate use) | Paraformaldehyde fixation | Formalin fixation | Flash freezing | Liquid nitrogen | Dry ice | Other',
      { required: true },
    ),
    amount('fixationDuration', 'Fixation duration', 'h', UNITS.duration, { legacyUnit: 'hours' }),
    string('storageConditions', 'Storage Conditions'),
    amount('brainWeight', 'Brain weight', 'g', 'g | kg | mg | µg'),
  ]),
  linked(
    'BrainLesion',
    'Brain lesion',
    '1.1.0',
    { allowedConsumableStockTypes: ['SiliconProbe', 'SingleWireElectrode'], allowedCoordinateSystems: IN_BRAIN },
    [
      string('lesionMethod', 'Lesion method'),
      amount('volume', 'Volume of brain lesion', 'µL', UNITS.volume),
      boolean('fatalOutcome', 'Fatal outcome'),
    ],
  ),
  linked(
    'BrainSlice',
    'Brain slice',
    '1.1.0',
    { allowedConsumableStockTypes: ['SiliconProbe', 'SingleWireElectrode'], allowedCoordinateSystems: IN_BRAIN },
    [
      amount('thickness', 'Thickness of slices', 'µm', UNITS.thickness, {
        required: true,
        default: { value: 50, unit: 'µm' },
      }),
      count('nSlices', 'Number of slices'),
      choice('orientation', 'Orientation of slices', 'coronal | sagittal | horizontal', {
        required: true,
        default: 'coronal',
      }),
      string('medium', 'Medium used for slice'),
      amount('vibratomeBladeAngle', 'Vibratome blade angle', '°', UNITS.angle),
    ],
  ),
  typed('Cryosectioning', 'Cryosectioning', '1.1.0', [
    amount('sectionThickness', 'Section thickness', 'µm', UNITS.thickness, {
      required: true,
      default: { value: 40, unit: 'µm' },
    }),
    quantity('temperature', 'Cutting temperature', '°C', UNITS.temperature, {
      required: true,
      default: { value: 0, unit: '°C' },
    }),
    choice('embeddingMedium', 'Embedding medium', 'OCT compound | Tissue-Tek | Cryomatrix | Gelatin | None | Other'),
    choice('orientation', 'Sectioning orientation', CHOICES.sectioningPlane, { required: true }),
    number('numberOfSections', 'Number of sections', { min: 0 }),
    boolean('serialSectioning', 'Serial sectioning'),
    number('sectionInterval', 'Section interval', { min: 1 }),
    choice(
      'storageMethod',
      'Section storage method',
      'Mounted on slides | Free-floating in solution | Stored in plates | Other',
    ),
    string('storageBuffer', 'Storage buffer/solution'),
  ]),
  linked(
    'PerfusionFixation',
    'Brain perfusion fixation',
    '1.1.0',
    { allowedConsumableStockTypes: ['SiliconProbe', 'SingleWireElectrode'], allowedCoordinateSystems: IN_BRAIN },
    [
      string('perfusionMethod', 'Perfusion method'),
      amount('volume', 'Perfusion volume', 'mL', UNITS.intake),
      boolean('fatalOutcome', 'Fatal outcome'),
    ],
  ),
  typed('TissueClearing', 'Tissue clearing', '1.1.0', [
    choice(
      'clearingMethod',
      'Clearing method',
      'CLARITY | CUBIC | 3DISCO | iDISCO+ | PACT | ScaleS | SeeDB | BABB (Benzyl alcohol/Benzyl benzoate) | Passive CLARITY | Other',
      { required: true },
    ),
    string('tissueType', 'Tissue type'),
    amount('fixationTime', 'Fixation time', 'h', UNITS.longSpan, { legacyUnit: 'hours' }),
    amount('clearingDuration', 'Clearing duration', 'days', UNITS.longSpan),
    quantity('temperature', 'Clearing temperature', '°C', UNITS.temperature),
    choice('agitation', 'Agitation method', 'Gentle shaking | Rotation | Static | Other'),
    string('refractiveIndexMatching', 'Refractive index matching solution'),
    choice('transparency', 'Transparency achieved', 'Complete | Partial | Poor | Failed'),
    boolean('imagingCompatible', 'Imaging compatible'),
    text('complications', 'Complications/Issues'),
  ]),
  typed('VibratomeSectioning', 'Vibratome sectioning', '1.1.0', [
    amount('sectionThickness', 'Section thickness', 'µm', UNITS.thickness),
    choice('bladeType', 'Blade type', 'Disposable razor blade | Steel blade | Ceramic blade | Sapphire blade | Other', {
      required: true,
    }),
    choice('cuttingSpeed', 'Cutting speed', 'Very slow | Slow | Medium | Fast | Very fast'),
    amount('frequency', 'Vibration frequency', 'Hz', UNITS.samplingFrequency),
    choice('amplitude', 'Vibration amplitude', 'Minimum | Low | Medium | High | Maximum'),
    choice('sectioningOrientation', 'Sectioning orientation', CHOICES.sectioningPlane),
    string('buffer', 'Cutting buffer'),
    quantity('bufferTemperature', 'Buffer temperature', '°C', UNITS.temperature),
    number('numberOfSections', 'Number of sections', { min: 0 }),
    choice('sectionQuality', 'Section quality', 'Excellent | Good | Fair | Poor'),
    choice(
      'storageMethod',
      'Section storage method',
      'Free-floating in buffer | Mounted immediately | Stored in multiwell plates | Other',
    ),
  ]),
]);
