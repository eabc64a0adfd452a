import type { Model } from '@/lib/declare/model';
import { behavior } from './behavior';
import { behavioralassay } from './behavioral-assay';
import { behavioralcategory } from './behavioral-category';
import { behavioralparadigm } from './behavioral-paradigm';
import { brainregion } from './brain-region';
import { dataacquisition } from './data-acquisition';
import { datastorage } from './data-storage';
import { epoch } from './epoch';
import { equipment } from './equipment';
import { group } from './group';
import { laboratory } from './laboratory';
import { manipulation } from './manipulation';
import { procedure } from './procedure';
import { project } from './project';
import { recordingfiles } from './recording-files';
import { session } from './session';
import { sessionsubject } from './session-subject';
import { setup } from './setup';
import { setuptype } from './setup-type';
import { species } from './species';
import { strain } from './strain';
import { subject } from './subject';
import { user } from './user';

/** Every declared model by its name, in the order of navigation. The only list of models. */
export const models = {
  session,
  subject,
  project,
  procedure,
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
  species,
  strain,
  setuptype,
  behavioralcategory,
  behavioralparadigm,
  brainregion,
  user,
  group,
  laboratory,
};

export type ModelName = keyof typeof models;

export const modelList: readonly Model[] = Object.values(models);

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

/** The model whose pages start with that segment, or null. */
export function modelAtPath(path: string): Model | null {
  return byPath.get(path) ?? null;
}

/** The model served at `app/name`, or null. */
export function modelAtEndpoint(app: string, name: string): Model | null {
  return byEndpoint.get(`${app}/${name}`) ?? null;
}
