import 'server-only';
import { isInverse, type Model } from '@/lib/declare/model';
import { creators, isWritable, shownFields } from './facts';
import { features } from './features';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a request does. Each has its operation in operations.ts. */
export type Verb =
  | 'list'
  | 'create'
  | 'bulk'
  | 'export'
  | 'read'
  | 'replace'
  | 'change'
  | 'delete'
  | 'restore'
  | 'related'
  | 'act'
  | 'importFiles'
  | 'sessionToml';

/** One address of a model: what follows `/{app}/{model}/`, and what its methods do. */
export type Route = {
  readonly suffix: string;
  readonly methods: Readonly<Partial<Record<Method, Verb>>>;
  /** The relation or the action that the suffix names. */
  readonly subject?: string;
};

/** The addresses of every model, by what it allows. */
const generic: readonly {
  readonly suffix: string;
  readonly methods: (model: Model) => Route['methods'];
}[] = [
  { suffix: '', methods: (model) => ({ get: 'list', ...(canCreate(model) ? { post: 'create' } : {}) }) },
  { suffix: 'bulk/', methods: (model) => (features.bulk && canCreate(model) ? { post: 'bulk' } : {}) },
  { suffix: 'export/', methods: () => (features.export ? { get: 'export' } : {}) },
  {
    suffix: '{id}/',
    methods: (model) =>
      isWritable(model) ? { get: 'read', put: 'replace', patch: 'change', delete: 'delete' } : { get: 'read' },
  },
  { suffix: '{id}/restore/', methods: (model) => (isWritable(model) && !model.view ? { post: 'restore' } : {}) },
  { suffix: 'import/', methods: ({ name }) => (name === 'session' ? { post: 'importFiles' } : {}) },
  { suffix: '{id}/session.toml', methods: ({ name }) => (name === 'session' ? { get: 'sessionToml' } : {}) },
];

const canCreate = (model: Model): boolean => creators(model) !== 'nobody';

/** Every address of a model: those of all models, its relations and its actions. */
export const routesOf = (model: Model): Route[] => [
  ...generic.flatMap(({ suffix, methods }): Route[] => {
    const served = methods(model);
    return Object.keys(served).length > 0 ? [{ suffix, methods: served }] : [];
  }),
  ...shownFields(model)
    .filter(([, field]) => isInverse(field))
    .map(([name]): Route => ({ suffix: `{id}/${name}/`, methods: { get: 'related' }, subject: name })),
  ...actionsOf(model).map(({ name, methods }): Route => ({
    suffix: `{id}/${name}/`,
    methods: Object.fromEntries(methods.map((method) => [method.toLowerCase(), 'act' as const])),
    subject: name,
  })),
];

/** The actions of a model that are served. */
export const actionsOf = (model: Model) =>
  features.actions ? Object.entries(model.actions ?? {}).map(([name, action]) => ({ name, ...action })) : [];
