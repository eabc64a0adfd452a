import { amount, boolean, category, choice, linked, several, string, text, time, typed } from '../build';
import { IN_BRAIN } from '../relations';

export const surgical = category('Surgical Procedures', [
  typed('Anesthesia', 'Anesthesia', '1.1.0', [
    choice(
      'anestheticAgent',
      'Anesthetic agent',
      'Isoflurane | Sevoflurane | Ketamine | Ketamine + Xylazine | Ketamine + Dexmedetomidine | Pentobarbital | Urethane | Tribromoethanol (Avertin) | Propofol | Other',
      { required: true },
    ),
    choice(
      'route',
      'Administration route',
      'Inhalation | Intraperitoneal (IP) | Intravenous (IV) | Subcutaneous (SC) | Intramuscular (IM) | Oral | Other',
      { required: true },
    ),
    string('dosage', 'Dosage'),
    choice('depth', 'Anesthetic depth', 'Light sedation | Moderate sedation | Deep sedation | Surgical plane | Other'),
    amount('duration', 'Duration', 'min', 'h | min | s | ms | µs'),
    time('endOfAnesthesia', 'End of anesthesia'),
    text('complications', 'Complications'),
    amount('recoveryTime', 'Recovery time', 'min', 'h | min | s | ms | µs'),
    several(
      'monitoringMethod',
      'Monitoring methods',
      'Blood pressure | EEG | Heart rate | Pulse oximetry | Respiratory rate | Toe pinch reflex | None | Other',
    ),
    several(
      'supportiveCare',
      'Supportive care',
      'Eye lubricant | Fluid therapy | Heating pad | Oxygen supplementation | None | Other',
    ),
  ]),
  typed('BurrHole', 'Burr hole', '1.1.0', [
    amount('diameter', 'Hole diameter', 'mm', 'mm | µm | cm | m'),
    string('purpose', 'Purpose'),
    amount('drillSpeed', 'Drill speed', 'RPM', 'RPM | Hz'),
    choice('coolingMethod', 'Cooling method', 'Saline irrigation | Air cooling | None | Other'),
    text('complications', 'Complications'),
  ]),
  linked(
    'CranialWindow',
    'Cranial window',
    '1.0.0',
    { allowedConsumableStockTypes: ['SiliconProbe', 'SingleWireElectrode'], allowedCoordinateSystems: IN_BRAIN },
    [
      string('surgicalMethod', 'Surgical method'),
      string('shape', 'Shape of cranial window'),
      string('dimensions', 'Dimensions of cranial window'),
      string('orientation', 'Orientation of cranial window'),
    ],
  ),
  linked(
    'Craniectomy',
    'Craniectomy',
    '1.0.0',
    { allowedConsumableStockTypes: ['SiliconProbe', 'SingleWireElectrode'], allowedCoordinateSystems: IN_BRAIN },
    [
      string('surgicalMethod', 'Surgical method'),
      string('shape', 'Shape of craniectomy'),
      string('dimensions', 'Dimensions of craniectomy'),
      string('orientation', 'Orientation of craniectomy'),
      boolean('fatalOutcome', 'Fatal outcome'),
    ],
  ),
  linked(
    'Craniotomy',
    'Craniotomy',
    '1.0.0',
    { allowedConsumableStockTypes: ['SiliconProbe', 'SingleWireElectrode'], allowedCoordinateSystems: IN_BRAIN },
    [
      string('surgicalMethod', 'Surgical method'),
      string('shape', 'Shape of craniotomy'),
      string('dimensions', 'Dimensions of craniotomy'),
      string('orientation', 'Orientation of craniotomy'),
      boolean('fatalOutcome', 'Fatal outcome'),
    ],
  ),
  typed('HeadFixation', 'Head fixation', '1.0.0', [
    several(
      'fixationMethod',
      'Fixation methods',
      'Ear bars | Nose clamp | Tooth bar | Headpost clamp | Custom holder | Other',
    ),
    string('alignment', 'Alignment'),
    string('fixationDetails', 'Fixation details'),
    string('topicalAnesthesia', 'Topical anesthesia'),
  ]),
  typed('Headcap', 'Headcap', '1.0.0', [
    string('material', 'Material'),
    string('shape', 'Shape'),
    choice(
      'constructionMethod',
      'Construction Method',
      'manually built | custom-built | 3D-printed | milled | molded | other',
    ),
    choice(
      'attachmentMethod',
      'Attachment Method',
      'dental cement | UV-cured resin | super glue | epoxy | screws | other',
    ),
    choice(
      'shielding',
      'Faraday Shielding',
      'none | conductive paint | copper mesh | aluminum foil | custom | unknown',
    ),
    string('skullPreparation', 'Skull Preparation'),
    string('headcapId', 'Headcap ID'),
  ]),
  typed('Headpost', 'Headpost', '1.0.0', [
    string('material', 'Material'),
    string('shape', 'Shape'),
    choice('constructionMethod', 'Construction method', 'manually built | custom-built | 3D-printed | milled | other'),
    choice('attachmentMethod', 'Attachment method', 'dental cement | super glue | epoxy | screws | other'),
    string('skullPreparation', 'Skull preparation'),
    string('headpostId', 'Headpost ID'),
  ]),
]);
