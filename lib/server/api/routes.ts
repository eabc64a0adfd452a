import 'server-only';
import { isInverse, type Model } from '@/lib/declare/model';
import { withArticle } from '@/lib/declare/problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One address of a model below `/api/{portal}/{app}/{model}/`, with what its methods do. Plain data: the API answers by it and describes itself by it. */
export type Route = {
  /** Segments after the model; `{id}` is any record. */
  readonly path: readonly string[];
  readonly methods: Readonly<Partial<Record<Method, { readonly name: string; readonly summary: string }>>>;
  /** For relations and actions: the field or the action. */
  readonly of?: string;
  /** Served on the public portal too (its GET). */
  readonly isPublic: boolean;
};

/** Every address of a model, the fixed ones first. */
export function routesOf(model: Model): Route[] {
  const what = model.label.toLowerCase();
  const one = withArticle(model.label);
  const many = model.labelPlural.toLowerCase();
  const isWritable = !model.readOnly;
  const id = '{id}';
  const routes: Route[] = [
    {
      path: [],
      isPublic: true,
      methods: {
        GET: { name: 'list', summary: `Lists ${many}.` },
        ...(isWritable ? { POST: { name: 'create', summary: `Creates ${one}.` } } : {}),
      },
    },
    {
      path: ['export'],
      isPublic: true,
      methods: { GET: { name: 'export', summary: `Streams all ${many} of a list, one JSON object a line.` } },
    },
  ];
  if (isWritable)
    routes.push({
      path: ['bulk'],
      isPublic: false,
      methods: { POST: { name: 'bulk', summary: `Creates and changes many ${many} in one transaction.` } },
    });
  if (model.name === 'session')
    routes.push({
      path: ['import'],
      isPublic: false,
      methods: { POST: { name: 'importSessions', summary: 'Imports session.toml files.' } },
    });
  routes.push({
    path: [id],
    isPublic: true,
    methods: {
      GET: { name: 'get', summary: `Reads ${one}.` },
      ...(isWritable
        ? {
            PUT: { name: 'update', summary: `Replaces ${one}.` },
            PATCH: { name: 'update', summary: `Changes the fields of ${one} that are sent.` },
            DELETE: { name: 'remove', summary: `Deletes ${one}; it can be restored.` },
          }
        : {}),
    },
  });
  if (isWritable && !model.view)
    routes.push({
      path: [id, 'restore'],
      isPublic: false,
      methods: { POST: { name: 'restore', summary: `Brings a deleted ${what} back.` } },
    });
  if (model.name === 'session')
    routes.push(
      {
        path: [id, 'session.toml'],
        isPublic: true,
        methods: { GET: { name: 'sessionToml', summary: 'The session as a session.toml file.' } },
      },
      {
        path: [id, 'neuroconv.yaml'],
        isPublic: true,
        methods: { GET: { name: 'neuroconv', summary: 'The metadata of the session for NeuroConv.' } },
      },
    );
  for (const [name, { methods, summary }] of Object.entries(model.actions ?? {}))
    routes.push({
      path: [id, name],
      of: name,
      isPublic: false,
      methods: Object.fromEntries(methods.map((method) => [method, { name: 'act', summary }])),
    });
  for (const [name, field] of Object.entries(model.fields))
    if (isInverse(field))
      routes.push({
        path: [id, name],
        of: name,
        isPublic: !field.isPrivate,
        methods: { GET: { name: 'related', summary: `Lists the ${field.label.toLowerCase()} of ${one}.` } },
      });
  return routes;
}

const known = new WeakMap<Model, Route[]>();

/** The route that the segments after the model lead to, or null. */
export function findRoute(model: Model, segments: readonly string[]): Route | null {
  let routes = known.get(model);
  if (!routes) known.set(model, (routes = routesOf(model)));
  return (
    routes.find(
      ({ path }) =>
        path.length === segments.length && path.every((part, index) => part === '{id}' || part === segments[index]),
    ) ?? null
  );
}
