import { behavioralCategoriesSource, starterBehavioralCategories } from './behavioral-categories';
import { behavioralParadigmsSource, starterBehavioralParadigms } from './behavioral-paradigms';
import { starterBrainRegions } from './brain-regions';
import { consumablesSource, starterConsumables } from './consumables';
import { hardwareDevicesSource, starterHardwareDevices } from './hardware-devices';
import { journalsSource, starterJournals } from './journals';
import { mouseRegionsSource } from './mouse-regions';
import { ratRegionsSource } from './rat-regions';
import { regulatoryAuthoritiesSource, starterRegulatoryAuthorities } from './regulatory-authorities';
import { setupTypesSource, starterSetupTypes } from './setup-types';
import { speciesSource, starterSpecies } from './species';
import { starterStrains, strainsSource } from './strains';
import { starterSuppliers, suppliersSource } from './suppliers';

/** The catalogues a lab needs on day one, by model, in an order in which every reference is already there. */
export const starter = {
  species: starterSpecies,
  strain: starterStrains,
  setuptype: starterSetupTypes,
  behavioralcategory: starterBehavioralCategories,
  behavioralparadigm: starterBehavioralParadigms,
  brainregion: starterBrainRegions,
  supplier: starterSuppliers,
  consumable: starterConsumables,
  hardwaredevice: starterHardwareDevices,
  regulatoryauthority: starterRegulatoryAuthorities,
  journal: starterJournals,
};

/** Where the records of each catalogue come from. */
export const starterSources: Record<keyof typeof starter, string> = {
  species: speciesSource,
  strain: strainsSource,
  setuptype: setupTypesSource,
  behavioralcategory: behavioralCategoriesSource,
  behavioralparadigm: behavioralParadigmsSource,
  brainregion: `${mouseRegionsSource} ${ratRegionsSource}`,
  supplier: suppliersSource,
  consumable: consumablesSource,
  hardwaredevice: hardwareDevicesSource,
  regulatoryauthority: regulatoryAuthoritiesSource,
  journal: journalsSource,
};
