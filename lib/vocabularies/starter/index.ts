import { starterBehavioralCategories } from './behavioral-categories';
import { starterBehavioralParadigms } from './behavioral-paradigms';
import { starterBrainRegions } from './brain-regions';
import { starterSetupTypes } from './setup-types';
import { starterSpecies } from './species';
import { starterStrains } from './strains';

/** The catalogues a lab needs on day one, by model, in an order in which every reference is already there. */
export const starter = {
  species: starterSpecies,
  strain: starterStrains,
  setuptype: starterSetupTypes,
  behavioralcategory: starterBehavioralCategories,
  behavioralparadigm: starterBehavioralParadigms,
  brainregion: starterBrainRegions,
};
