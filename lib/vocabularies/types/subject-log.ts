import { amount, category, choice, family, instant, integer, interval, score, string, table } from './build';
import { CHOICES } from './choices';
import { UNITS } from './units';

export const subjectLogTypes = family('subjectlog', 'subject log type', [
  ...category('Diet and Consumption Logs', [
    instant('FoodConsumption', 'Food consumption log', '1.1.0', [
      amount('foodAmount', 'Food amount', 'g', UNITS.mass, { required: true }),
    ]),
    instant('WaterConsumption', 'Water consumption log', '1.1.0', [
      amount('waterAmount', 'Water amount', 'mL', UNITS.intake, { required: true }),
    ]),
  ]),
  ...category('Deprivation Logs', [
    interval('FoodDeprivation', 'Food deprivation log', '1.0.0', [
      string('responsiblePerson', 'Responsible person', { required: true }),
      string('protocol', 'Protocol'),
    ]),
    interval('WaterDeprivation', 'Water deprivation log', '1.0.0', [
      string('responsiblePerson', 'Responsible person', { required: true }),
      string('protocol', 'Protocol'),
    ]),
  ]),
  ...category('Observation Logs', [
    instant('GenericObservation', 'Generic observation', '1.0.0', [
      choice(
        'observationType',
        'Observation type',
        'Pain score | Grooming | Exploration | Freezing | Facial expression | Unusual behavior | Other',
        { required: true },
      ),
      string('observation', 'Observation', { required: true }),
      integer('repetitions', 'Repetitions', { min: 1, default: 1 }),
    ]),
    instant('HargreavesTest', 'Hargreaves thermal sensitivity test', '1.1.0', [
      choice('stimulusLocation', 'Stimulus location', CHOICES.stimulusLocation, { required: true }),
      amount('latency', 'Withdrawal latency', 's', UNITS.span, { required: true }),
      amount('cutoffLatency', 'Cutoff latency', 's', UNITS.span),
      score(
        'responseScore',
        'Response score',
        'No response | Delayed movement | Normal withdrawal | Exaggerated or escape',
        { required: true },
      ),
      integer('repetitions', 'Repetitions', { min: 1, default: 3 }),
    ]),
    instant('VonFreyTest', 'Von Frey Mechanical sensitivity test', '1.1.0', [
      choice('stimulusLocation', 'Stimulus location', CHOICES.stimulusLocation, { required: true }),
      amount('stimulusForce', 'Stimulus force', 'g', 'mg | g | kg', { required: true }),
      score(
        'responseScore',
        'Response score',
        'No response | Slight movement | Strong withdrawal | Flinching or escape',
        { required: true },
      ),
      integer('repetitions', 'Repetitions', { min: 1, default: 10 }),
    ]),
  ]),
  ...category('Genetic Logs', [
    instant('Genotyping', 'Genotyping log', '1.0.0', [
      string('sample', 'Sample', { required: true }),
      string('assayPanel', 'Assay / panel name'),
      choice('qcConfidence', 'QC / confidence', 'high | medium | low | ambiguous | failed'),
      table('lociResults', 'Per-locus calls', [
        string('marker', 'Marker / transgene / allele'),
        string('call', 'Call'),
        string('notes', 'Notes'),
      ]),
      string('result', 'Genotype result', { required: true }),
    ]),
  ]),
  ...category('Experimental Preparation Logs', [
    interval('Habituation', 'Habituation log', '1.0.0', [string('habituationMethod', 'Method of habituation')]),
    interval('Handling', 'Handling log', '1.0.0', [string('handlingMethod', 'Method of handling')]),
    interval('TrainingSession', 'Training session log', '1.0.0', [
      string('task', 'Task of the training'),
      string('setup', 'Setup of the training'),
      string('reinforcementType', 'Reinforcement type'),
      string('performance', 'The performance level'),
    ]),
  ]),
  ...category('Housing and Environment Logs', [
    interval('Housing', 'Housing log', '1.0.0', [
      string('location', 'Location'),
      string('cageId', 'Cage ID'),
      string('cageType', 'Cage type'),
      string('lightCycle', 'Light cycle'),
      string('enrichment', 'Enrichment'),
    ]),
  ]),
  ...category('Physical and Health Logs', [
    instant('Weighing', 'Weighing log', '1.1.0', [amount('weight', 'Weight', 'g', UNITS.mass, { required: true })]),
    instant('Wellness', 'Wellness log', '1.0.0', [string('wellness', 'Wellness', { required: true })]),
  ]),
]);
