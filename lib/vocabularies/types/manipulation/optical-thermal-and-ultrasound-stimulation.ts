import { amount, boolean, category, choice, count, linked, number, quantity, string } from '../build';
import { CHOICES } from '../choices';
import { PROCEDURES } from '../relations';
import { UNITS } from '../units';

export const opticalThermalAndUltrasoundStimulation = category('Optical, Thermal and Ultrasound Stimulation', [
  linked(
    'OptogeneticStimulation',
    'Optogenetic stimulation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      quantity('power', 'Power', 'mW', 'W | mW | µW'),
      choice('profile', 'Stimulation profile', CHOICES.waveform),
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      count('repetitions', 'Repetitions'),
      amount('wavelength', 'Wavelength', 'nm', UNITS.wavelength),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked(
    'ThermalPerturbation',
    'Thermal perturbation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      quantity('amplitude', 'Amplitude', '°C', UNITS.temperature),
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      choice(
        'profile',
        'Thermal profile',
        'Amplitude Modulated | Burst | Chirp | Decaying Exponential | Gaussian Pulse | Harmonic Stimulation | Gaussian Noise | Pseudo-random Binary Sequence | Pink Noise | Pulse train | Sawtooth | Staircase | Sine Wave | Sinc Pulse | Square | Stochastic | Step Function | Ramp | Rising Exponential | Trapezoidal Pulse | Triangle | Variable Rate Pulse Train | White Noise',
      ),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      count('repetitions', 'Repetitions'),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked(
    'UltrasoundStimulation',
    'Ultrasound stimulation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      amount('duration', 'Duration', 's', UNITS.stimulusDuration),
      number('dutyCycle', 'Duty cycle', { min: 0 }),
      choice('profile', 'Stimulation profile', CHOICES.waveform),
      count('repetitions', 'Repetitions'),
      string('injectionPolarity', 'Injection polarity'),
      boolean('closedLoop', 'Closed loop'),
      quantity('acousticIntensity', 'Acoustic intensity', 'W/cm²', 'W/cm² | mW/cm²'),
      quantity('acousticPressure', 'Acoustic pressure', 'MPa', 'Pa | kPa | MPa'),
    ],
  ),
]);
