/** Names of the wire, one after the other. */
export const NameList = ({ names }: { names: readonly string[] }) => (
  <ul className="flex flex-wrap gap-x-3 gap-y-1">
    {names.map((name) => (
      <li key={name}>
        <code className="font-mono text-sm">{name}</code>
      </li>
    ))}
  </ul>
);
