interface ProjectFactsProps {
  overview: {
    sessions: number;
    subjects: number;
    first: string | null;
    last: string | null;
    species: readonly string[];
  };
  /** How many have access; not said to the public. */
  people?: number;
}

/** How much there is in a project, in a line of numbers. */
export function ProjectFacts({ overview, people }: ProjectFactsProps) {
  const { sessions, subjects, first, last, species } = overview;
  const numbers: [string, string][] = [
    ['Sessions', sessions.toLocaleString('en')],
    ['Subjects', subjects.toLocaleString('en')],
    ...(people === undefined ? [] : ([['People', people.toLocaleString('en')]] as [string, string][])),
    ...(first && last ? ([['Recorded', first === last ? first : `${first} to ${last}`]] as [string, string][]) : []),
    ...(species.length > 0 ? ([['Species', species.join(', ')]] as [string, string][]) : []),
  ];
  return (
    <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
      {numbers.map(([label, value]) => (
        <div key={label}>
          <dt className="text-sm text-muted-foreground">{label}</dt>
          <dd className="text-lg font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
