import { catalogue, defineModel, reference, references, text, url } from '@/lib/declare/constructors';
import { comments, externalIdentifiers, plainDescription } from './shared';

export const behavioralparadigm = defineModel({
  name: 'behavioralparadigm',
  wire: { singular: 'behavioral_paradigm', plural: 'behavioral_paradigms' },
  app: 'taxonomies',
  path: 'behavioral-paradigms',
  label: 'Behavioral paradigm',
  labelPlural: 'Behavioral paradigms',
  help: 'Published paradigms that assays follow.',
  icon: 'book-open',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [
    { title: 'Paradigm', fields: ['name', 'category', 'species', 'description'] },
    { title: 'Sources', fields: ['original_publication', 'reference_url', 'rrid', 'external_identifiers'] },
    { title: 'Proposal', fields: ['comments'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 200, listed: true }),
    description: plainDescription(3000),
    category: reference({
      label: 'Category',
      to: 'behavioralcategory',
      onDelete: 'restrict',
      listed: true,
      filter: true,
    }),
    species: references({ label: 'Species', to: 'species' }),
    original_publication: text({ label: 'Original publication', max: 500, multiline: true }),
    reference_url: url({ label: 'Reference', max: 200 }),
    rrid: text({ label: 'RRID', pattern: 'rrid', max: 100, emptyIsNull: true }),
    external_identifiers: externalIdentifiers(),
    comments: comments(),
  },
});
