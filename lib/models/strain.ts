import { catalogue, choice, defineModel, reference, text } from '@/lib/declare/constructors';
import { strainBreedings } from '@/lib/vocabularies/choices';
import { comments, externalIdentifiers, plainDescription, rridFields } from './shared';

export const strain = defineModel({
  name: 'strain',
  wire: { singular: 'strain', plural: 'strains' },
  app: 'taxonomies',
  path: 'strains',
  label: 'Strain',
  labelPlural: 'Strains',
  help: 'Strains and lines, each of one species.',
  icon: 'dna',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'popular_name', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [
    { title: 'Strain', fields: ['name', 'species', 'popular_name', 'breeding', 'appearance', 'description'] },
    { title: 'Identifiers', fields: ['rrid', 'external_identifiers'] },
    { title: 'Proposal', fields: ['comments'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true }),
    description: plainDescription(2000),
    species: reference({
      label: 'Species',
      to: 'species',
      onDelete: 'restrict',
      required: true,
      listed: true,
      filter: true,
    }),
    popular_name: text({ label: 'Popular name', max: 100 }),
    breeding: choice({ label: 'Breeding', choices: strainBreedings, default: 'unknown', listed: true, filter: true }),
    appearance: text({ label: 'Appearance', max: 500, multiline: true }),
    ...rridFields,
    external_identifiers: externalIdentifiers(),
    comments: comments(),
  },
});
