import { catalogue, defineModel, text } from '@/lib/declare/constructors';
import { comments, externalIdentifiers, plainDescription, rridFields } from './shared';

export const species = defineModel({
  name: 'species',
  wire: { singular: 'species', plural: 'species' },
  app: 'taxonomies',
  path: 'species',
  label: 'Species',
  labelPlural: 'Species',
  help: 'Scientific names with their identifiers.',
  icon: 'leaf',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'popular_name', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [
    { title: 'Species', fields: ['name', 'popular_name', 'appearance', 'description'] },
    { title: 'Identifiers', fields: ['rrid', 'external_identifiers'] },
    { title: 'Proposal', fields: ['comments'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true, help: 'The binomial, such as Mus musculus.' }),
    description: plainDescription(2000),
    popular_name: text({ label: 'Popular name', max: 100, listed: true }),
    appearance: text({ label: 'Appearance', max: 500, multiline: true }),
    ...rridFields,
    external_identifiers: externalIdentifiers(),
    comments: comments(),
  },
});
