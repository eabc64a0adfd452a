import type { ModelName } from '@/lib/models';
import { marked, sires, type World } from '@/test/world';
import type { Json } from './ask';

/** A field of each model that a test may change, and a value that differs every time. */
const changeable: Readonly<Record<ModelName, string>> = {
  project: 'name_used_in_storage',
  subject: 'genetic_line',
  session: 'experimenter',
  procedure: 'notes',
  sessionsubject: 'age',
  recordingfiles: 'bpod_path',
  cohort: 'name',
  collection: 'name',
  breeding: 'expected_genotype',
  subjectlog: 'description',
  procedurelog: 'description',
  inventory: 'location',
  consumablestock: 'storage_location',
  protocol: 'name',
  license: 'license_number',
  supplier: 'description',
  consumable: 'description',
  hardwaredevice: 'description',
  regulatoryauthority: 'abbreviation',
  journal: 'description',
  publication: 'volume',
  epoch: 'name',
  behavior: 'notes',
  dataacquisition: 'notes',
  manipulation: 'notes',
  setup: 'location',
  equipment: 'notes',
  behavioralassay: 'description',
  datastorage: 'location',
  species: 'popular_name',
  strain: 'popular_name',
  setuptype: 'description',
  behavioralcategory: 'description',
  behavioralparadigm: 'description',
  brainregion: 'description',
  user: 'website',
  group: 'name',
  laboratory: 'city',
};
export function changeOf(model: ModelName): Json {
  const value = marked('Changed');
  return { [changeable[model]]: model === 'user' ? `https://example.org/${value.slice(8)}` : value };
}

type Creation = { readonly input: Json; readonly parents: readonly string[] };

/** What to send to create one of the model, and below which records that would hang. */
export function creationsOf(
  { home, other, open, common, catalogue, annex, owner }: World,
  model: ModelName,
): Creation[] {
  const name = marked('New');
  const shared = { name, setup_type: catalogue.setuptype };
  const place = { coordinates_system: 'Stereotaxic_BregmaAbsolute' };
  const under = <K extends keyof typeof home>(key: K, input: (tree: typeof home) => Json): Creation[] =>
    [home, other, open, common].map((tree) => ({ input: input(tree), parents: [tree[key]] }));
  const inProjects = (extra: Json): Creation[] => [
    ...[home, other, open].map(({ project }) => ({
      input: { name: marked('New'), projects: [project], ...extra },
      parents: [project],
    })),
    { input: { name, projects: [home.project, other.project], ...extra }, parents: [home.project, other.project] },
  ];
  const ofSession = (input: (tree: typeof home) => Json) =>
    under('session', (tree) => ({ session: tree.session, ...input(tree) }));
  switch (model) {
    case 'project':
    case 'group':
    case 'species':
    case 'behavioralcategory':
    case 'behavioralparadigm':
    case 'datastorage':
    case 'inventory':
    case 'supplier':
    case 'regulatoryauthority':
    case 'journal':
      return [{ input: { name }, parents: [] }];
    case 'license':
      return [{ input: { name, type: 'biosafety_gmo_authorization' }, parents: [] }];
    case 'protocol':
      return [{ input: { name, protocol_type: 'procedure' }, parents: [] }];
    case 'hardwaredevice':
      return [{ input: { name, supplier: catalogue.supplier }, parents: [] }];
    case 'consumable':
      return [{ input: { name, supplier: catalogue.supplier, type: 'VirusConstruct' }, parents: [] }];
    case 'publication':
      return [
        {
          input: {
            title: name,
            authors: 'A',
            abstract: 'B',
            publication_date: '2026-01-01',
            journal: catalogue.journal,
          },
          parents: [],
        },
      ];
    case 'cohort':
    case 'collection':
      return under('project', ({ project }) => ({ project, name: marked('New') }));
    case 'breeding':
      return under('project', ({ project, subject }) => ({
        project,
        name: marked('New'),
        mother: subject,
        father: sires.get(subject),
      }));
    case 'subjectlog':
      return under('subject', ({ subject }) => ({ subject, type: 'Weighing' }));
    case 'procedurelog':
      return under('procedure', ({ procedure }) => ({ procedure, type: 'Impedances' }));
    case 'consumablestock':
      return under('inventory', ({ inventory }) => ({ inventory, type: 'VirusSolution' }));
    case 'strain':
      return [{ input: { name, species: catalogue.species }, parents: [] }];
    case 'setuptype':
      return [{ input: { name, category: 'F' }, parents: [] }];
    case 'brainregion':
      return [{ input: { name, acronym: name, atlas: 'AIA' }, parents: [] }];
    case 'setup':
      return [{ input: shared, parents: [] }];
    case 'behavioralassay':
      return [{ input: { ...shared, behavioral_paradigm: catalogue.behavioralparadigm }, parents: [] }];
    case 'user':
      return [{ input: { first_name: name }, parents: [] }];
    case 'laboratory':
      return [
        {
          input: { group: annex.id, institution: name, principal_investigators: [owner.number] },
          parents: [annex.uuid],
        },
      ];
    case 'subject':
      return inProjects({ sex: 'F', strain: catalogue.strain });
    case 'session':
      return inProjects({});
    case 'procedure':
      return under('subject', ({ subject }) => ({ subject, type: 'SiliconProbeImplant', ...place }));
    case 'equipment':
      return under('setup', ({ setup }) => ({
        setup,
        name: marked('New'),
        type: 'Camera',
        coordinates_system: 'External_XYZ_Absolute',
      }));
    case 'sessionsubject':
      return ofSession(({ subject }) => ({ subject, age: 'P1D' }));
    case 'recordingfiles':
      return ofSession(() => ({ bpod_path: 'a.mat' }));
    case 'epoch':
      return ofSession(() => ({ name: marked('New') }));
    case 'behavior':
      return ofSession(({ subject, setup, behavioralassay }) => ({ subjects: [subject], setup, behavioralassay }));
    case 'dataacquisition':
      return ofSession(() => ({ type: 'VideoTracking' }));
    case 'manipulation':
      return ofSession(({ procedure }) => ({ type: 'VisualStimulation', procedures: [procedure] }));
  }
}
