import { mouseRegions } from './mouse-regions';
import { ratRegions } from './rat-regions';
import { starterId } from './starter-id';

type Atlas = 'AIA' | 'PW1997';

/** The id of a starter region, by atlas and acronym. */
export const regionId = (atlas: Atlas, acronym: string): string => starterId('brainregion', `${atlas} ${acronym}`);

/** Regions of the Allen mouse atlas and of the rat atlas of Paxinos and Watson; the top of a tree has no parent. */
export const starterBrainRegions = [
  ...mouseRegions.map(([acronym, name, parent, structure, order]) => ({
    id: regionId('AIA', acronym),
    name,
    description: '',
    acronym,
    atlas: 'AIA',
    region_id: String(structure),
    parent_acronym: parent,
    graph_order: order,
  })),
  ...ratRegions.map(([acronym, name]) => ({
    id: regionId('PW1997', acronym),
    name,
    description: '',
    acronym,
    atlas: 'PW1997',
    region_id: '',
    parent_acronym: '',
    graph_order: null,
  })),
];
