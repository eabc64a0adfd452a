import { amount, category, choice, count, integer, linked, quantity, string, typed } from '../build';
import { CHOICES } from '../choices';
import { IN_BRAIN } from '../relations';
import { UNITS } from '../units';

export const implant = category('Implant Procedures', [
  typed('BloodPressureSensorImplant', 'Blood pressure sensor implant', '1.0.0', [
    choice('sensorType', 'Sensor type', 'telemetric | catheter-based | fluid-filled | fiber-optic | other', {
      required: true,
    }),
    string('implantSite', 'Implant site'),
    string('catheterMaterial', 'Catheter material'),
    choice('anchoringMethod', 'Anchoring method', CHOICES.wireAnchoring, { required: true }),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.sterilization),
  ]),
  typed('BreathingSensorImplant', 'Breathing sensor implant', '1.0.0', [
    choice(
      'sensorType',
      'Sensor type',
      'Piezoelectric sensor | Chest wall EMG | Intranasal thermocouple | Intranasal pressure sensor | Tracheal airflow sensor | Thoracic pressure sensor | Plethysmography cannula | Other',
      { required: true },
    ),
    string('implantSite', 'Implant site'),
    string('wireMaterial', 'Wire or lead material'),
    choice(
      'anchoringMethod',
      'Anchoring method',
      'sutured | tissue glue | subcutaneous tunnel | cemented to skull | headcap | custom mount | other',
      { required: true },
    ),
    choice(
      'signalTransmission',
      'Signal transmission',
      'tethered | wireless | telemetric | inductive | optical | other',
    ),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.sterilization),
  ]),
  typed('CatheterImplant', 'Catheter implant', '1.0.0', [
    choice(
      'targetSite',
      'Target site',
      'jugular vein | femoral vein | carotid artery | lateral ventricle | third ventricle | spinal cord (intrathecal) | cisterna magna | peritoneal cavity | other',
      { required: true },
    ),
    string('catheterType', 'Catheter type'),
    string('material', 'Material'),
    choice('purpose', 'Purpose', 'infusion | sampling | pressure monitoring | drug delivery | other'),
    choice(
      'fixationMethod',
      'Fixation method',
      'sutures | dental cement | epoxy | tissue glue | tunneled subcutaneously | other',
    ),
    choice('externalPort', 'External port', 'head-mounted | back-mounted | tail-mounted | subcutaneous | none'),
    string('catheterId', 'Catheter ID'),
  ]),
  typed('EcgImplant', 'ECG implant (Electrocardiography)', '1.0.0', [
    integer('wireCount', 'Wire count', { min: 1 }),
    string('wireMaterial', 'Wire material'),
    choice('wireInsulation', 'Wire insulation type', CHOICES.wireInsulation),
    string('implantSite', 'Implant site'),
    choice('anchoringMethod', 'Anchoring method', CHOICES.wireAnchoring, { required: true }),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.sterilization),
  ]),
  typed('EegImplant', 'EEG implant (Electroencephalography)', '1.0.0', [
    integer('wireCount', 'Wire count', { required: true, min: 1, default: 1 }),
    choice('electrodeType', 'Electrode type', 'skull screw | flat wire | disc | custom | other', { required: true }),
    string('electrodeMaterial', 'Electrode material', { required: true }),
    choice(
      'referencingScheme',
      'Referencing scheme',
      'single reference | common average | bipolar | differential | other',
    ),
    choice(
      'anchoringMethod',
      'Anchoring method',
      'dental cement | screws | acrylic | UV-cured resin | headcap | other',
      { required: true },
    ),
    choice(
      'shielding',
      'Faraday shielding',
      'none | copper mesh | conductive paint | aluminum foil | headcap integrated | other',
    ),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.sterilization),
  ]),
  typed('EmgImplant', 'EMG implant (Electromyography)', '1.0.0', [
    integer('wireCount', 'Wire count', { required: true, min: 1, default: 1 }),
    string('wireMaterial', 'Wire material'),
    choice('wireInsulation', 'Wire insulation type', CHOICES.wireInsulation),
    string('muscleTargets', 'Target muscles'),
    choice(
      'implantMethod',
      'Implant method',
      'direct insertion | needle-guided | tunneled subcutaneously | sutured | other',
      { required: true },
    ),
    choice(
      'anchoringMethod',
      'Anchoring method',
      'sutured to muscle | cemented to skull | subcutaneous tunnel | tissue glue | headcap | other',
    ),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.sterilization),
  ]),
  typed('GenericImplant', 'Generic implant', '1.0.0', [
    choice(
      'implantType',
      'Implant type',
      'sensor | electrode | optical device | mechanical device | fluidic device | structural support | other',
      { required: true },
    ),
    string('implantName', 'Implant name or description'),
    choice(
      'anchoringMethod',
      'Anchoring method',
      'sutured | tissue glue | subcutaneous tunnel | dental cement | headcap | custom mount | none | other',
    ),
    choice('signalTransmission', 'Signal transmission', CHOICES.signalTransmission),
    choice('powerSource', 'Power source', CHOICES.powerSource),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.sterilization),
  ]),
  typed('GrinLensImplant', 'GRIN (Gradient Index) lens implant', '1.0.0', [
    string('lensTipType', 'Lens tip type'),
    string('lensId', 'Lens ID'),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.implantSterilization),
    choice('mountingMethod', 'Mounting method', CHOICES.mounting),
  ]),
  typed('NerveCuffImplant', 'Nerve cuff implant', '1.0.0', [
    choice('cuffType', 'Cuff type', 'monopolar | bipolar | tripolar | multi-contact | split-ring | spiral | other', {
      required: true,
    }),
    string('targetNerve', 'Target nerve'),
    string('cuffMaterial', 'Cuff material'),
    string('electrodeMaterial', 'Electrode material'),
    choice(
      'anchoringMethod',
      'Anchoring method',
      'suture to surrounding tissue | tissue glue | self-closing cuff | non-anchored (loose fit) | subcutaneous tunnel | other',
      { required: true },
    ),
    choice(
      'wireExitRoute',
      'Wire exit route',
      'subcutaneous tunnel to headcap | abdominal connector | dorsal skin exit | wireless/inductive | other',
    ),
    choice('signalTransmission', 'Signal transmission', CHOICES.signalTransmission),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.sterilization),
  ]),
  linked(
    'OpticFiberImplant',
    'Optic fiber implant',
    '1.0.0',
    { allowedConsumableStockTypes: ['OpticFiber'], allowedCoordinateSystems: IN_BRAIN },
    [
      string('fiberTipShape', 'Fiber tip shape'),
      string('fiberId', 'Fiber ID'),
      choice('sterilizationMethod', 'Sterilization method', CHOICES.implantSterilization),
    ],
  ),
  typed('PrismImplant', 'Prism implant', '1.0.0', [
    string('prismId', 'Prism ID'),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.implantSterilization),
    choice('mountingMethod', 'Mounting method', CHOICES.mounting),
  ]),
  typed('ReferenceElectrodeImplant', 'Reference electrode implant', '1.1.0', [
    integer('electrodeCount', 'Electrode count', { required: true, min: 1, default: 1 }),
    string('electrodeMaterial', 'Electrode material', { required: true, default: 'stainless steel' }),
    amount('electrodeDiameter', 'Electrode diameter', 'µm', UNITS.thickness),
    amount('impedance', 'Impedance', 'kΩ', 'kΩ | Ω | MΩ'),
    string('placementSite', 'Placement site'),
    choice(
      'anchoringMethod',
      'Anchoring method',
      'dental cement | tissue glue | bone screw | subcutaneous tunnel | other',
    ),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.implantSterilization),
  ]),
  linked(
    'SiliconProbeImplant',
    'Silicon probe implant',
    '1.0.0',
    { allowedConsumableStockTypes: ['SiliconProbe'], allowedCoordinateSystems: IN_BRAIN },
    [
      string('probeId', 'Probe ID'),
      choice('sterilizationMethod', 'Sterilization method', CHOICES.implantSterilization),
    ],
  ),
  linked(
    'SingleWireElectrodeImplant',
    'Single wire electrode implant',
    '1.1.0',
    { allowedConsumableStockTypes: ['SingleWireElectrode'], allowedCoordinateSystems: IN_BRAIN },
    [
      count('wireCount', 'Wire count', { required: true, default: 1 }),
      amount('wireDiameter', 'Wire diameter', 'µm', UNITS.thickness),
      string('wireMaterial', 'Wire material'),
      quantity('impedance', 'Impedance', 'kΩ', 'Ω | kΩ | MΩ', { legacyUnit: 'kOhms' }),
      choice('sterilizationMethod', 'Sterilization method', CHOICES.implantSterilization),
    ],
  ),
  typed('TemperatureSensorImplant', 'Temperature sensor implant', '1.0.0', [
    choice(
      'sensorType',
      'Sensor type',
      'thermocouple | thermistor | digital IC | telemetric sensor | logger (passive) | fiber-optic | other',
      { required: true },
    ),
    string('wireMaterial', 'Wire or lead material'),
    choice(
      'anchoringMethod',
      'Anchoring method',
      'sutured | tissue glue | subcutaneous tunnel | cemented to skull | headcap | free-floating | other',
      { required: true },
    ),
    choice(
      'signalTransmission',
      'Signal transmission',
      'tethered | wireless | telemetric | optical | logger (retrieved) | none | other',
    ),
    choice('powerSource', 'Power source', CHOICES.powerSource),
    choice('sterilizationMethod', 'Sterilization method', CHOICES.sterilization),
  ]),
  linked(
    'TetrodeWireElectrodeImplant',
    'Tetrode wire electrode implant',
    '1.1.0',
    { allowedConsumableStockTypes: ['SiliconProbe', 'SingleWireElectrode'], allowedCoordinateSystems: IN_BRAIN },
    [
      count('tetrodeCount', 'Tetrode count', { required: true, default: 1 }),
      count('nWiresTetrode', 'Wires per tetrode', { default: 4 }),
      amount('wireDiameter', 'Wire diameter', 'µm', UNITS.thickness),
      string('wireMaterial', 'Wire material'),
      choice('sterilizationMethod', 'Sterilization method', CHOICES.implantSterilization),
    ],
  ),
]);
