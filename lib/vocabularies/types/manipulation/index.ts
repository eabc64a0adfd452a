import { family } from '../build';
import { sensoryStimulation } from './sensory-stimulation';
import { electricalAndMagneticStimulation } from './electrical-and-magnetic-stimulation';
import { chemicalAndPharmacologicalPerturbations } from './chemical-and-pharmacological-perturbations';
import { opticalThermalAndUltrasoundStimulation } from './optical-thermal-and-ultrasound-stimulation';

export const manipulationTypes = family(
  'manipulation',
  'manipulation type',
  [
    ...sensoryStimulation,
    ...electricalAndMagneticStimulation,
    ...chemicalAndPharmacologicalPerturbations,
    ...opticalThermalAndUltrasoundStimulation,
  ],
  { payload: 'rows', minRows: 1 },
);
