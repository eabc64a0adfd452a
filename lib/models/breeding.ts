import { date, defineModel, inverse, number, reference, text, via } from '@/lib/declare/constructors';
import { description, tagList } from './shared';

const parent = {
  to: 'subject',
  onDelete: 'restrict',
  required: true,
  listed: true,
  filter: true,
} as const;

export const breeding = defineModel({
  name: 'breeding',
  wire: { singular: 'breeding', plural: 'breedings' },
  app: 'stem',
  path: 'breedings',
  label: 'Breeding',
  labelPlural: 'Breedings',
  help: 'A pair of subjects and its litter.',
  icon: 'heart',
  nav: 'Work',
  access: via('project'),
  title: 'name',
  search: ['name', 'description', 'expected_genotype'],
  sort: 'name',
  unique: [['project', 'name']],
  rules: [
    'parents-in-the-project',
    'mother-is-female',
    'father-is-male',
    'breeding-ends-after-start',
    'weaned-after-birth',
  ],
  layout: [
    { title: 'Breeding', fields: ['name', 'project', 'mother', 'father', 'description', 'tags'] },
    { title: 'Dates', fields: ['start_date', 'end_date'] },
    { title: 'Litter', fields: ['birth_date', 'weaning_date', 'litter_size', 'expected_genotype'] },
  ],
  fields: {
    name: text({ label: 'Name', required: true, max: 100, listed: true }),
    project: reference({
      label: 'Project',
      to: 'project',
      onDelete: 'cascade',
      required: true,
      listed: true,
      filter: true,
    }),
    mother: reference({ label: 'Mother', help: 'The dam, a female subject of the project.', ...parent }),
    father: reference({ label: 'Father', help: 'The sire, a male subject of the project.', ...parent }),
    description: description(),
    tags: tagList(),
    birth_date: date({ label: 'Date of birth', listed: true, filter: true }),
    start_date: date({ label: 'Start' }),
    end_date: date({ label: 'End' }),
    weaning_date: date({ label: 'Date of weaning' }),
    litter_size: number({ label: 'Litter size', unit: null, integer: true, min: 1, listed: true }),
    expected_genotype: text({ label: 'Expected genotype', max: 100 }),
    offspring: inverse({ label: 'Offspring', of: 'subject', by: 'breeding' }),
  },
});
