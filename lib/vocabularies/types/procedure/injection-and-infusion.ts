import { amount, category, choice, linked } from '../build';
import { CHOICES } from '../choices';
import { IN_BRAIN } from '../relations';
import { UNITS } from '../units';

export const injectionAndInfusion = category('Injection and Infusion Procedures', [
  linked(
    'Injection',
    'Injection',
    '1.1.0',
    { allowedConsumableStockTypes: ['SiliconProbe'], allowedCoordinateSystems: IN_BRAIN },
    [
      amount('injectionVolume', 'Injection volume', 'mL', UNITS.intake),
      amount('injectionRate', 'Injection rate', 'mL/s', 'mL/s | µL/s | mL/min | µL/min'),
      choice(
        'injectionMethod',
        'Injection Method',
        'Intracerebroventricular (ICV) | Intramuscular (IM) | Intravenous (IV) | Intradermal (ID) | Subcutaneous (SC) | Intracardiac (IC) | Intraperitoneal (IP) | Intrathecal (IT) | Epidural | Retro-orbital (RO) | Intranasal (IN) | Intra-articular | Intravitreal | Intralesional',
      ),
      amount('concentration', 'Concentration of solution', 'mg/mL', UNITS.concentration),
      choice('injectionProfile', 'Injection profile', CHOICES.infusionProfile),
      choice('injectionSide', 'Injection side (brain hemisphere or body side)', 'Left | Right | Midline | Unknown'),
    ],
  ),
  linked(
    'VirusInjection',
    'Virus injection',
    '1.1.0',
    { allowedConsumableStockTypes: ['VirusSolution'], allowedCoordinateSystems: IN_BRAIN },
    [
      amount('injectionVolume', 'Injection volume', 'nL', UNITS.infusedVolume),
      amount('injectionRate', 'Injection rate', 'nL/min', 'nL/min | µL/min | mL/min | nL/s | µL/s'),
      amount('titer', 'Titer of virus solution', 'vg/mL', UNITS.titer, { legacyUnit: 'units/mL' }),
      choice('injectionProfile', 'Injection profile', CHOICES.infusionProfile),
    ],
  ),
]);
