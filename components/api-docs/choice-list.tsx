type Choice = { readonly code: string; readonly label: string };

/** Up to here codes are read at a glance; longer lists fold away. */
const glanceMax = 6;

/** The codes that a field takes, with what they mean where they do not say it. */
export function ChoiceList({ choices }: { choices: readonly Choice[] }) {
  if (choices.length === 0) return null;
  const list = (
    <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
      {choices.map(({ code, label }) => (
        <li key={code}>
          <code className="font-mono">{code}</code>
          {label !== code ? <span className="text-muted-foreground"> {label}</span> : null}
        </li>
      ))}
    </ul>
  );
  if (choices.length <= glanceMax) return list;
  return (
    <details>
      <summary className="cursor-pointer text-sm text-accent">{choices.length} codes</summary>
      {list}
    </details>
  );
}
