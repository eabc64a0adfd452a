import { amount, boolean, category, choice, count, linked, number, quantity, string } from '../build';
import { CHOICES } from '../choices';
import { PROCEDURES } from '../relations';
import { UNITS } from '../units';

export const electricalAndMagneticStimulation = category('Electrical and Magnetic Stimulation', [
  linked(
    'DeepBrainStimulation',
    'Deep brain stimulation (DBS)',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      quantity('amplitude', 'Amplitude', 'A', UNITS.current),
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      choice('profile', 'Stimulation profile', CHOICES.waveform),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      count('repetitions', 'Repetitions'),
      string('injectionPolarity', 'Injection polarity'),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked(
    'ElectricalStimulation',
    'Electrical stimulation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      quantity('amplitude', 'Amplitude', 'V', UNITS.voltage),
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      choice('profile', 'Stimulation profile', CHOICES.waveform),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      count('repetitions', 'Repetitions'),
      string('injectionPolarity', 'Injection polarity'),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked(
    'ElectromagneticFieldStimulation',
    'Electromagnetic field stimulation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      quantity('amplitude', 'Amplitude', 'V', UNITS.voltage),
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      choice('profile', 'Stimulation profile', CHOICES.waveform),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      count('repetitions', 'Repetitions'),
      string('injectionPolarity', 'Injection polarity'),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked(
    'TranscranialElectricalStimulation',
    'Transcranial Electrical Stimulation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      quantity('amplitude', 'Amplitude', 'mA', UNITS.current),
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      choice('profile', 'Stimulation profile', CHOICES.waveform),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      count('repetitions', 'Repetitions'),
      string('injectionPolarity', 'Injection polarity'),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked(
    'TranscranialMagneticStimulation',
    'Transcranial Magnetic Stimulation (TMS)',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      quantity('amplitude', 'Amplitude', '% MSO', '% MSO | T | mT | µT', { legacyUnit: 'mA' }),
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      choice('profile', 'Stimulation profile', CHOICES.waveform),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      count('repetitions', 'Repetitions'),
      string('injectionPolarity', 'Injection polarity'),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
]);
