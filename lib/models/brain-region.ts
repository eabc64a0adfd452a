import { catalogue, choice, defineModel, number, text } from '@/lib/declare/constructors';
import { atlases } from '@/lib/vocabularies/choices';
import { plainDescription } from './shared';

export const brainregion = defineModel({
  name: 'brainregion',
  wire: { singular: 'brain_region', plural: 'brain_regions' },
  app: 'taxonomies',
  path: 'brain-regions',
  label: 'Brain region',
  labelPlural: 'Brain regions',
  help: 'Regions of the common atlases. Only administrators change them.',
  icon: 'brain',
  nav: 'Catalogues',
  access: catalogue({ proposals: false }),
  title: 'name',
  search: ['name', 'acronym', 'description'],
  sort: 'name',
  unique: [
    ['atlas', 'acronym'],
    ['atlas', 'name'],
  ],
  layout: [
    { title: 'Region', fields: ['atlas', 'name', 'acronym', 'description'] },
    { title: 'Place in the atlas', fields: ['region_id', 'parent_acronym', 'graph_order'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 200, listed: true }),
    description: plainDescription(2000),
    acronym: text({ label: 'Acronym', required: true, max: 15, listed: true }),
    atlas: choice({ label: 'Atlas', choices: atlases, required: true, listed: true, filter: true }),
    region_id: text({ label: 'Region id', max: 50 }),
    parent_acronym: text({ label: 'Parent', max: 15, listed: true }),
    graph_order: number({ label: 'Graph order', unit: null, integer: true }),
  },
});
