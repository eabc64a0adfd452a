import { amount, boolean, category, choice, several, string, text, typed } from '../build';
import { UNITS } from '../units';

export const endpoint = category('Endpoint Procedures (Euthanasia)', [
  typed('BarbiturateInjection', 'Barbiturate Injection', '1.1.0', [
    choice(
      'barbiturate',
      'Barbiturate type',
      'Pentobarbital | Phenobarbital | Secobarbital | Barbital | Commercial euthanasia solution | Other',
      { required: true },
    ),
    amount('concentration', 'Concentration', 'mg/mL', 'mg/mL | µg/mL | g/L | mg/L | µg/L'),
    amount('dosage', 'Dosage', 'mg/kg', 'mg/kg | µg/kg | g/kg'),
    choice(
      'route',
      'Administration route',
      'Intraperitoneal (IP) | Intravenous (IV) | Intracardiac | Subcutaneous (SC) | Other',
      { required: true },
    ),
    amount('volumeAdministered', 'Volume administered', 'mL', 'mL | L | µL | nL'),
    string('sedationAgent', 'Sedation agent (if used)'),
    amount('timeToUnconsciousness', 'Time to unconsciousness', 's', UNITS.duration, { legacyUnit: 'sec' }),
    several(
      'confirmationOfDeath',
      'Confirmation of death',
      'Absence of heartbeat | Absence of breathing | Absence of reflexes | Fixed dilated pupils | Loss of corneal reflex | Additional dose administered | Other',
      { required: true },
    ),
  ]),
  typed('CervicalDislocation', 'Cervical dislocation', '1.0.0', [
    choice('dislocationMethod', 'Method of dislocation', 'Manual | Mechanical device | Scissor method | Other', {
      required: true,
    }),
    string('anestheticAgent', 'Anesthetic agent (if used)'),
    several(
      'confirmationOfDeath',
      'Confirmation of death',
      'Absence of heartbeat | Absence of breathing | Absence of reflexes | Fixed dilated pupils | Loss of corneal reflex | Other',
      { required: true },
    ),
    text('complications', 'Complications'),
  ]),
  typed('Co2ChamberEuthanasia', 'CO₂ chamber euthanasia', '1.1.0', [
    amount('co2Concentration', 'CO₂ concentration', '%', '% | ppm | ppb', { required: true, max: 100 }),
    amount('flowRate', 'CO₂ flow rate', 'L/min', 'L/min | mL/min | L/s | mL/s'),
    boolean('gradualIntroduction', 'Gradual CO₂ introduction'),
    choice('prefillingMethod', 'Chamber prefilling', 'Not prefilled | Partially prefilled | Fully prefilled | Other'),
    amount('exposureDuration', 'Exposure duration', 'min', UNITS.duration, { required: true }),
    amount('timeToUnconsciousness', 'Time to unconsciousness', 's', UNITS.duration, { legacyUnit: 'sec' }),
    several(
      'confirmationOfDeath',
      'Confirmation of death',
      'Absence of heartbeat | Absence of breathing | Absence of reflexes | Fixed dilated pupils | Loss of corneal reflex | Continued CO₂ exposure | Other',
      { required: true },
    ),
    amount('chamberVolume', 'Chamber volume', 'L', 'L | mL | µL'),
  ]),
  typed('Decapitation', 'Decapitation', '1.0.0', [
    choice('decapitationMethod', 'Decapitation Method', 'Guillotine | Sharp scissors | Surgical blade | Other', {
      required: true,
    }),
    string('anestheticAgent', 'Anesthetic agent (if used)'),
    text('complications', 'Complications'),
  ]),
  typed('InhalantOverdose', 'Inhalant Overdose', '1.1.0', [
    choice(
      'anestheticAgent',
      'Anesthetic agent',
      'Isoflurane | Sevoflurane | Halothane | Desflurane | Enflurane | Other',
    ),
    amount('concentration', 'Concentration', '%', UNITS.oxygenFlow, { max: 100 }),
    choice('deliveryMethod', 'Delivery method', 'Anesthesia chamber | Nose cone | Intubation | Bell jar | Other'),
    amount('oxygenFlowRate', 'Oxygen flow rate', 'L/min', UNITS.oxygenFlow),
    amount('exposureDuration', 'Exposure duration', 'min', UNITS.span),
    amount('timeToUnconsciousness', 'Time to unconsciousness', 's', UNITS.span, { legacyUnit: 'sec' }),
    string('sedationAgent', 'Sedation agent (if used)'),
    several(
      'confirmationOfDeath',
      'Confirmation of death',
      'Absence of heartbeat | Absence of breathing | Absence of reflexes | Fixed dilated pupils | Loss of corneal reflex | Continued anesthetic exposure | Other',
    ),
  ]),
]);
