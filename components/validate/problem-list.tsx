'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { Problem } from '@/lib/formats/session-toml/problems';
import { SeverityIcon } from './severity';

const FIRST_SHOWN = 100;

interface ProblemListProps {
  problems: readonly Problem[];
  onChoose: (problem: Problem) => void;
}

/** Every problem of a file in its order; choosing one leads to its place in the source. */
export function ProblemList({ problems, onChoose }: ProblemListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, FIRST_SHOWN);
  return (
    <>
      <ol aria-label="Problems" className="divide-y border-y">
        {shown.map((problem, index) => (
          // The same problem can be reported twice at one place; the list is replaced as a whole.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${problem.line}:${problem.column}:${problem.code}:${index}`}>
            <ProblemButton problem={problem} onChoose={onChoose} />
          </li>
        ))}
      </ol>
      {shown.length < problems.length ? (
        <Button variant="ghost" size="sm" className="mt-2" onClick={() => setIsWhole(true)}>
          Show all {problems.length}
        </Button>
      ) : null}
    </>
  );
}

function ProblemButton({ problem, onChoose }: { problem: Problem; onChoose: (problem: Problem) => void }) {
  const { severity, line, column, path, message, hint, requirement } = problem;
  const [sentence, ...excerpt] = message.split('\n');
  return (
    <button
      type="button"
      onClick={() => onChoose(problem)}
      className="flex w-full gap-2 px-2 py-2 text-left text-sm hover:bg-muted/60"
    >
      <SeverityIcon severity={severity} className="mt-0.5" />
      <span className="min-w-0 flex-1">
        <span className="block break-words">{sentence}</span>
        {excerpt.length > 0 ? (
          <span className="mt-1 block overflow-x-auto rounded bg-muted px-2 py-1 font-mono text-xs whitespace-pre">
            {excerpt.join('\n')}
          </span>
        ) : null}
        {hint ? <span className="mt-0.5 block break-words text-muted-foreground">{hint}</span> : null}
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted-foreground tabular-nums">
          <span>
            Line {line}, column {column}
          </span>
          {path ? <span className="font-mono break-all">{path}</span> : null}
          {requirement ? <Badge>{requirement}</Badge> : null}
        </span>
      </span>
    </button>
  );
}
