import { Badge } from '../ui/badge';

type Type = {
  readonly family: string;
  readonly code: string;
  readonly label: string;
  readonly category: string;
  readonly version: string;
  readonly isRows: boolean;
  readonly details: readonly {
    readonly key: string;
    readonly label: string;
    readonly type: string;
    readonly isRequired: boolean;
    readonly choices: readonly string[];
  }[];
};

/** The keys of the details of every type; each folds open. */
export const TypeList = ({ types }: { types: readonly Type[] }) => (
  <ul className="border-t">
    {types.map((type) => (
      <li key={`${type.family} ${type.code}`} className="border-b">
        <details>
          <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-2 py-1.5">
            <code className="font-mono text-sm break-all">{type.code}</code>
            <span>{type.label}</span>
            <span className="text-sm text-muted-foreground">
              {[type.category, `version ${type.version}`, type.isRows && 'a list of rows'].filter(Boolean).join(', ')}
            </span>
          </summary>
          <dl className="mb-3 grid gap-x-6 gap-y-1.5 pl-4 text-sm sm:grid-cols-[minmax(8rem,auto)_minmax(0,1fr)]">
            {type.details.map(({ key, label, type: holds, isRequired, choices }) => (
              <div key={key} className="contents">
                <dt>
                  <code className="font-mono break-all">{key}</code>
                </dt>
                <dd>
                  {label}: {holds} {isRequired ? <Badge tone="accent">required</Badge> : null}
                  {choices.length > 0 ? <p className="text-muted-foreground">{choices.join(' · ')}</p> : null}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </li>
    ))}
  </ul>
);
