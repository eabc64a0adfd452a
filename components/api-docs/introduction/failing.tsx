import { CodeBlock } from '@/components/ui/code-block';
import { DocsSection } from '../docs-section';
import { CodesTable } from './codes-table';

type FailingProps = {
  fieldProblems: Readonly<Record<string, unknown>>;
  /** What is limited, in words. */
  limits: readonly string[];
};

/** What comes back when something is wrong, and what is limited. */
export const Failing = ({ fieldProblems, limits }: FailingProps) => (
  <>
    <DocsSection id="errors" title="Errors">
      <div className="mb-3 flex flex-col gap-3 [&>p]:max-w-prose">
        <p>
          What is wrong with the fields comes at once, each at its path (400). Anything else has a <code>detail</code>{' '}
          for people, a <code>code</code> that never changes its meaning, and a <code>request_id</code> to ask about.
          What you may not see is 404, exactly like what does not exist.
        </p>
        <CodeBlock label="Problems of fields" code={JSON.stringify(fieldProblems, null, 2)} />
      </div>
      <CodesTable />
    </DocsSection>
    <DocsSection id="limits" title="Limits">
      <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </DocsSection>
  </>
);
