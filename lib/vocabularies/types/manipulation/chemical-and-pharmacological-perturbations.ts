import { amount, boolean, category, choice, count, linked, quantity, string } from '../build';
import { CHOICES } from '../choices';
import { PROCEDURES } from '../relations';
import { UNITS } from '../units';

export const chemicalAndPharmacologicalPerturbations = category('Chemical and Pharmacological Perturbations', [
  linked(
    'LiquidPerturbation',
    'Liquid perturbation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      string('liquidAgent', 'Liquid agent'),
      amount('concentration', 'Concentration', 'mg/mL', UNITS.agentConcentration),
      amount('volume', 'Volume', 'µL', UNITS.volume),
      choice('profile', 'Perturbation profile', CHOICES.infusionProfile),
      count('repetitions', 'Repetitions'),
      quantity('flowRate', 'Flow rate', 'µL/min', UNITS.flow),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked('Microperfusion', 'Microperfusion', '1.1.0', { allowedProcedureTypes: PROCEDURES.electrodesOrFiber }, [
    string('liquidAgent', 'Liquid agent'),
    amount('concentration', 'Concentration', 'mg/mL', UNITS.agentConcentration),
    amount('volume', 'Volume', 'µL', UNITS.volume),
    choice('profile', 'Perturbation profile', CHOICES.infusionProfile),
    count('repetitions', 'Repetitions'),
    quantity('flowRate', 'Flow rate', 'µL/min', UNITS.flow),
    boolean('closedLoop', 'Closed loop'),
  ]),
  linked(
    'PharmacologicalInhalation',
    'Pharmacological inhalation',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      string('liquidAgent', 'Liquid agent'),
      amount('concentration', 'Concentration', 'mg/mL', UNITS.concentration),
      quantity('flowRate', 'Flow rate', 'µL/min', 'µL/min | mL/min | µL/s | mL/s | L/min'),
      choice(
        'profile',
        'Stimulation profile',
        'Bolus Inhalation | Continuous Inhalation | Controlled Release Inhalation | Deep Lung Inhalation | High-Frequency Inhalation | Holding Breath | Low Volume Inhalation | Positive Pressure Inhalation | Pulse Inhalation | Ramp Inhalation | Rescue Inhalation | Stacked Breathing | Tidal Breathing',
      ),
      amount('volume', 'Volume', 'µL', UNITS.intake),
      count('repetitions', 'Repetitions'),
      string('analgesic', 'Analgesic'),
      string('sedative', 'Sedative'),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked(
    'PharmacologicalInjection',
    'Pharmacological injection',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      string('liquidAgent', 'Liquid agent'),
      amount('concentration', 'Concentration', 'mg/mL', UNITS.agentConcentration),
      amount('volume', 'Volume', 'µL', UNITS.volume),
      choice('profile', 'Injection profile', CHOICES.infusionProfile),
      count('repetitions', 'Repetitions'),
      quantity('flowRate', 'Flow rate', 'µL/min', UNITS.flow),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
  linked(
    'PharmacologicalSuperfusion',
    'Pharmacological superfusion',
    '1.1.0',
    { allowedProcedureTypes: PROCEDURES.electrodesOrFiber },
    [
      string('liquidAgent', 'Liquid agent'),
      amount('concentration', 'Concentration', 'mg/mL', UNITS.agentConcentration),
      amount('volume', 'Volume', 'µL', UNITS.volume),
      choice('profile', 'Superfusion profile', CHOICES.infusionProfile),
      count('repetitions', 'Repetitions'),
      quantity('flowRate', 'Flow rate', 'µL/min', UNITS.flow),
      boolean('closedLoop', 'Closed loop'),
    ],
  ),
]);
