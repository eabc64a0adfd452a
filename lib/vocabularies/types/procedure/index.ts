import { family } from '../build';
import { surgical } from './surgical';
import { stimulationAndTracking } from './stimulation-and-tracking';
import { endpoint } from './endpoint';
import { implant } from './implant';
import { brainAndTissue } from './brain-and-tissue';
import { injectionAndInfusion } from './injection-and-infusion';

export const procedureTypes = family('procedure', 'procedure type', [
  ...surgical,
  ...stimulationAndTracking,
  ...endpoint,
  ...implant,
  ...brainAndTissue,
  ...injectionAndInfusion,
]);
