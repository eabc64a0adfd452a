type Action = {
  readonly name: string;
  readonly summary: string;
  readonly methods: readonly string[];
  readonly body: readonly (readonly [key: string, about: string])[];
};

/** What one may do to a record besides changing it, with the keys that the body takes. */
export const ActionList = ({ actions }: { actions: readonly Action[] }) => (
  <ul className="flex flex-col gap-3">
    {actions.map(({ name, summary, methods, body }) => (
      <li key={name}>
        <code className="font-mono text-sm">
          {methods.join(', ')} …/{'{id}'}/{name}/
        </code>
        <p>{summary}</p>
        {body.length > 0 ? (
          <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
            {body.map(([key, about]) => (
              <div key={key} className="contents">
                <dt>
                  <code className="font-mono">{key}</code>
                </dt>
                <dd className="text-muted-foreground">{about}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </li>
    ))}
  </ul>
);
