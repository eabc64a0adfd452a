import { boolean, catalogue, choice, defineModel, text, url } from '@/lib/declare/constructors';
import { authorityTypes, countries } from '@/lib/vocabularies/choices';
import { comments, plainDescription } from './shared';

export const regulatoryauthority = defineModel({
  name: 'regulatoryauthority',
  wire: { singular: 'regulatoryauthority', plural: 'regulatoryauthorities' },
  app: 'taxonomies',
  path: 'regulatory-authorities',
  label: 'Regulatory authority',
  labelPlural: 'Regulatory authorities',
  help: 'Who grants licenses.',
  icon: 'scale',
  nav: 'Catalogues',
  access: catalogue(),
  title: 'name',
  search: ['name', 'abbreviation', 'description'],
  sort: 'name',
  unique: [['name']],
  layout: [
    { title: 'Authority', fields: ['name', 'abbreviation', 'authority_type', 'country', 'website', 'description'] },
    { title: 'More', fields: ['is_active', 'comments'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 255, listed: true }),
    abbreviation: text({ label: 'Abbreviation', max: 32, hideEmpty: true, listed: true }),
    country: choice({ label: 'Country', choices: countries, listed: true, filter: true }),
    authority_type: choice({ label: 'Kind', choices: authorityTypes, listed: true, filter: true }),
    website: url({ label: 'Website', max: 200 }),
    description: plainDescription(2000),
    is_active: boolean({ label: 'Active', default: true, filter: true, help: 'It still grants licenses.' }),
    comments: comments(),
  },
});
