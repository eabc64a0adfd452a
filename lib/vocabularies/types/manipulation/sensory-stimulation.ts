import { amount, boolean, category, choice, count, linked, number, quantity, several, string, typed } from '../build';
import { CHOICES } from '../choices';
import { PROCEDURES } from '../relations';
import { UNITS } from '../units';

export const sensoryStimulation = category('Sensory Stimulation', [
  linked(
    'AuditoryStimulation',
    'Auditory stimulation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      quantity('amplitude', 'Amplitude', 'dB', 'dB | dB SPL | Pa'),
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      amount('frequency', 'Frequency', 'Hz', UNITS.frequency),
      amount('modulationFrequency', 'Modulation frequency', 'Hz', UNITS.frequency),
      choice('profile', 'Stimulation profile', CHOICES.waveform),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      count('repetitions', 'Repetitions'),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  typed('MultisensoryStimulation', 'Multisensory stimulation', '1.1.0', [
    several('modalities', 'Modalities', 'Visual | Auditory | Tactile | Olfactory | Gustatory | Vestibular | Other'),
    choice('synchronization', 'Temporal relationship', 'Synchronous | Asynchronous | Randomized | Unknown'),
    amount('duration', 'Duration', 's', UNITS.stimulusDuration),
    count('repetitions', 'Repetitions'),
    boolean('closedLoop', 'Closed loop'),
  ]),
  linked('OdorStimulation', 'Odor stimulation', '1.1.0', { allowedProcedureTypes: PROCEDURES.electrodesOrFiber }, [
    string('odor', 'Odor presented'),
    amount('concentration', 'Concentration', 'mg/mL', UNITS.concentration),
    amount('flowRate', 'Flow rate', 'mL/min', 'mL/min | µL/min | mL/s | µL/s | L/min'),
    count('repetitions', 'Repetitions'),
    string('inhalationPhase', 'Inhalation phase'),
  ]),
  typed('TactileStimulation', 'Tactile stimulation', '1.1.0', [
    choice(
      'contactType',
      'Contact type',
      'Mechanical (contact) | Mechanical (vibration) | Air puff | Brush | Cotton swab | Other',
    ),
    string('site', 'Stimulation site'),
    quantity('force', 'Force', 'mN', 'mN | N | µN | gf | kgf'),
    amount('duration', 'Duration', 's', UNITS.stimulusDuration),
    choice(
      'profile',
      'Stimulation profile',
      'Single pulse | Pulse train | Sinusoidal | Square wave | Sawtooth | Burst | Ramp | Step function | Manual',
    ),
    count('repetitions', 'Repetitions'),
    boolean('closedLoop', 'Closed loop'),
  ]),
  typed('VisualStimulation', 'Visual stimulation', '1.1.0', [
    several('stimulusTypes', 'Stimulus types', CHOICES.visualStimuli),
    choice('presentationDevice', 'Presentation device', CHOICES.visualDevice),
    choice('stimulationPosition', 'Stimulus position', CHOICES.visualPosition),
    amount('duration', 'Duration', 's', UNITS.stimulusDuration),
    count('repetitions', 'Repetitions'),
    boolean('closedLoop', 'Closed loop'),
  ]),
]);
