import { starterId } from '@/lib/vocabularies/starter/starter-id';
import { supplierId } from '@/lib/vocabularies/starter/suppliers';
import type { Calendar } from './calendar';
import type { UserKey } from './people';
import type { ProjectKey } from './projects';
import { licenseOf } from './resources';

type Animal = {
  name: string;
  projects: ProjectKey[];
  strain: string;
  sex: 'F' | 'M';
  genotype: string;
  /** Days before today. */
  born: number;
  died?: number;
  status?: 'planned' | 'transferred';
  line?: string;
  identifier?: string;
  tags?: string[];
  description?: string;
  supplier?: string;
  litter?: 'breeding:ai32';
};

const ai32 = 'B6.Cg-Gt(ROSA)26Sor<tm32(CAG-COP4*H134R/EYFP)Hze>/J';
const dat = 'B6.SJL-Slc6a3<tm1.1(cre)Bkmn>/J';
const gcamp = 'C57BL/6J-Tg(Thy1-GCaMP6s)GP4.3Dkim/J';

const jax = 'The Jackson Laboratory';
const charlesRiver = 'Charles River Laboratories';

const animals: Animal[] = [
  {
    name: 'B018',
    projects: ['project:whisker'],
    strain: 'B6.129P2-Pvalb<tm1(cre)Arbr>/J',
    sex: 'M',
    genotype: 'Pvalb-Cre/+',
    born: 260,
    line: 'PV',
    supplier: jax,
    tags: ['breeder'],
  },
  {
    name: 'B031',
    projects: ['project:whisker'],
    strain: ai32,
    sex: 'F',
    genotype: 'Ai32/Ai32',
    born: 230,
    line: 'Ai32',
    supplier: jax,
    tags: ['breeder'],
  },
  {
    name: 'M071',
    projects: ['project:whisker'],
    strain: ai32,
    sex: 'M',
    genotype: 'Pvalb-Cre/+; Ai32/+',
    born: 182,
    line: 'PV x Ai32',
    identifier: 'NB-25-0471',
    description: '<p>Best learner of the cohort.</p>',
  },
  {
    name: 'M072',
    projects: ['project:whisker'],
    strain: ai32,
    sex: 'F',
    genotype: 'Pvalb-Cre/+; Ai32/+',
    born: 182,
    line: 'PV x Ai32',
    identifier: 'NB-25-0472',
  },
  {
    name: 'M073',
    projects: ['project:whisker'],
    strain: ai32,
    sex: 'F',
    genotype: 'Pvalb+/+; Ai32/+',
    born: 175,
    line: 'PV x Ai32',
    identifier: 'NB-25-0480',
    tags: ['control'],
  },
  {
    name: 'M074',
    projects: ['project:whisker'],
    strain: ai32,
    sex: 'M',
    genotype: 'Pvalb-Cre/+; Ai32/+',
    born: 61,
    line: 'PV x Ai32',
    identifier: 'NB-25-0533',
    status: 'planned',
    litter: 'breeding:ai32',
  },
  {
    name: 'M075',
    projects: ['project:whisker'],
    strain: ai32,
    sex: 'F',
    genotype: 'Pvalb-Cre/+; Ai32/+',
    born: 61,
    line: 'PV x Ai32',
    identifier: 'NB-25-0534',
    status: 'planned',
    litter: 'breeding:ai32',
  },
  {
    name: 'M076',
    projects: ['project:whisker'],
    strain: ai32,
    sex: 'F',
    genotype: 'Pvalb+/+; Ai32/+',
    born: 61,
    line: 'PV x Ai32',
    identifier: 'NB-25-0535',
    status: 'planned',
    litter: 'breeding:ai32',
    tags: ['control'],
  },
  {
    name: 'M065',
    projects: ['project:sequences'],
    strain: 'C57BL/6J',
    sex: 'M',
    genotype: 'WT',
    supplier: jax,
    born: 214,
    identifier: 'NB-25-0398',
  },
  {
    name: 'M066',
    projects: ['project:sequences'],
    strain: 'C57BL/6J',
    sex: 'F',
    genotype: 'WT',
    supplier: jax,
    born: 207,
    identifier: 'NB-25-0402',
  },
  {
    name: 'R021',
    projects: ['project:sequences'],
    strain: 'Long-Evans',
    sex: 'M',
    genotype: 'WT',
    supplier: charlesRiver,
    born: 340,
    died: 38,
    description: '<p>Perfused; tetrode tracks confirmed in CA1.</p>',
  },
  {
    name: 'R022',
    projects: ['project:sequences'],
    strain: 'Long-Evans',
    sex: 'M',
    genotype: 'WT',
    supplier: charlesRiver,
    born: 236,
  },
  {
    name: 'R023',
    projects: ['project:sequences'],
    strain: 'Long-Evans',
    sex: 'F',
    genotype: 'WT',
    supplier: charlesRiver,
    born: 229,
    status: 'transferred',
    description: '<p>Went to the animal house of the medical faculty before surgery.</p>',
  },
  {
    name: 'M081',
    projects: ['project:dopamine'],
    strain: dat,
    sex: 'M',
    genotype: 'DAT-IRES-Cre/+',
    born: 168,
    identifier: 'NB-25-0511',
  },
  {
    name: 'M082',
    projects: ['project:dopamine'],
    strain: dat,
    sex: 'F',
    genotype: 'DAT-IRES-Cre/+',
    born: 168,
    identifier: 'NB-25-0512',
  },
  {
    name: 'M083',
    projects: ['project:dopamine'],
    strain: dat,
    sex: 'F',
    genotype: 'DAT-IRES-Cre/+',
    born: 154,
    identifier: 'NB-25-0520',
  },
  { name: 'M091', projects: ['project:context'], strain: gcamp, sex: 'M', genotype: 'Thy1-GCaMP6s/+', born: 196 },
  { name: 'M092', projects: ['project:context'], strain: gcamp, sex: 'F', genotype: 'Thy1-GCaMP6s/+', born: 196 },
  {
    name: 'M093',
    projects: ['project:context', 'project:whisker'],
    strain: gcamp,
    sex: 'F',
    genotype: 'Thy1-GCaMP6s/+',
    born: 147,
    tags: ['shared'],
    description: '<p>Imaged at the facility, then trained in the whisker task.</p>',
  },
  { name: 'H011', projects: ['project:adaptation'], strain: 'CBA/CaJ', sex: 'M', genotype: 'WT', born: 133 },
  { name: 'H012', projects: ['project:adaptation'], strain: 'CBA/CaJ', sex: 'F', genotype: 'WT', born: 133 },
];

/** Who keeps the colony of a project. */
const keeper = (animal: Animal): UserKey =>
  animal.projects.includes('project:adaptation') ? 'user:farida' : 'user:ingrid';

/** The animals, with dates relative to today. */
export const subjects = (days: Calendar) =>
  animals.map((animal) => ({
    key: `subject:${animal.name}`,
    created_by: keeper(animal),
    name: animal.name,
    description: animal.description ?? '',
    projects: animal.projects,
    strain: starterId('strain', animal.strain),
    sex: animal.sex,
    genetic_line: animal.line ?? '',
    genotype: animal.genotype,
    subject_identifier: animal.identifier ?? '',
    supplier: animal.supplier === undefined ? null : supplierId(animal.supplier),
    breeding: animal.litter ?? null,
    licenses: [licenseOf(animal.name)],
    birth_date: days.daysAgo(animal.born),
    death_date: animal.died === undefined ? null : days.daysAgo(animal.died),
    status: animal.died === undefined ? (animal.status ?? 'active') : 'deceased',
    extra_fields: {},
    name_used_in_storage: '',
    tags: animal.tags ?? [],
  }));

export type Subject = ReturnType<typeof subjects>[number];
