import type { Model } from '@/lib/declare/model';
import { approvalOf } from './approval';
import { behavior } from './behavior';
import { behavioralassay } from './behavioral-assay';
import { behavioralcategory } from './behavioral-category';
import { behavioralparadigm } from './behavioral-paradigm';
import { brainregion } from './brain-region';
import { breeding } from './breeding';
import { cohort } from './cohort';
import { collection } from './collection';
import { consumable } from './consumable';
import { consumablestock } from './consumable-stock';
import { dataacquisition } from './data-acquisition';
import { datastorage } from './data-storage';
import { epoch } from './epoch';
import { equipment } from './equipment';
import { group } from './group';
import { hardwaredevice } from './hardware-device';
import { inventory } from './inventory';
import {
  groupmembershipinvitation,
  groupmembershiprequest,
  projectgroupmembershipinvitation,
  projectmembershipinvitation,
} from './invitations';
import { journal } from './journal';
import { laboratory } from './laboratory';
import { license } from './license';
import { manipulation } from './manipulation';
import { procedure } from './procedure';
import { procedurelog } from './procedure-log';
import { project } from './project';
import { protocol } from './protocol';
import { publication } from './publication';
import { recordingfiles } from './recording-files';
import { regulatoryauthority } from './regulatory-authority';
import { session } from './session';
import { sessiondatastorage } from './session-data-storage';
import { sessionsubject } from './session-subject';
import { setup } from './setup';
import { setuptype } from './setup-type';
import { species } from './species';
import { strain } from './strain';
import { subject } from './subject';
import { subjectlog } from './subject-log';
import { supplier } from './supplier';
import { user } from './user';

/** Every model with a table by its name, in the order of navigation. With `viewModels` the only list of models. */
export const models = {
  session,
  subject,
  project,
  collection,
  cohort,
  breeding,
  procedure,
  subjectlog,
  procedurelog,
  sessionsubject,
  recordingfiles,
  epoch,
  behavior,
  dataacquisition,
  manipulation,
  setup,
  equipment,
  behavioralassay,
  datastorage,
  inventory,
  consumablestock,
  protocol,
  license,
  species,
  strain,
  setuptype,
  behavioralcategory,
  behavioralparadigm,
  brainregion,
  supplier,
  consumable,
  hardwaredevice,
  regulatoryauthority,
  journal,
  publication,
  user,
  group,
  laboratory,
};

/** What was proposed to each catalogue that takes proposals. */
const approvals = Object.fromEntries(
  Object.values<Model>(models)
    .filter(({ access }) => access.by === 'catalogue' && access.proposals)
    .map((model) => [`${model.name}approval`, approvalOf(model)]),
);

/** Models whose rows are a database view of what others keep. */
export const viewModels: Readonly<Record<string, Model>> = {
  sessiondatastorage,
  projectmembershipinvitation,
  projectgroupmembershipinvitation,
  groupmembershipinvitation,
  groupmembershiprequest,
  ...approvals,
};

export type ModelName = keyof typeof models;

/** The models with a table. */
export const storedModels: readonly Model[] = Object.values(models);
export const modelList: readonly Model[] = [...storedModels, ...Object.values(viewModels)];

const byName = new Map(modelList.map((model) => [model.name, model]));
const byPath = new Map(modelList.map((model) => [model.path, model]));
const byEndpoint = new Map(
  modelList.flatMap((model) =>
    [`${model.app}/${model.name}`, ...(model.aliases ?? [])].map((address) => [address, model] as const),
  ),
);

/** The model of that name; a name that is none is a mistake in a declaration. */
export function modelNamed(name: string): Model {
  const model = byName.get(name);
  if (!model) throw new Error(`No model is called “${name}”.`);
  return model;
}

/** The model that has this name, or null. */
export const findModel = (name: string): Model | null => byName.get(name) ?? null;

/** The model whose pages start with that segment, or null. */
export function modelAtPath(path: string): Model | null {
  return byPath.get(path) ?? null;
}

/** The model served at `app/name`, or null. */
export function modelAtEndpoint(app: string, name: string): Model | null {
  return byEndpoint.get(`${app}/${name}`) ?? null;
}
