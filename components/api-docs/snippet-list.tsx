import { Card } from '../ui/card';
import { CodeBlock } from '../ui/code-block';

interface SnippetListProps {
  sets: readonly {
    readonly value: string;
    readonly label: string;
    readonly snippets: readonly { readonly title: string; readonly code: string }[];
  }[];
}

/** The request for one record in every language, each folded, on the page of the record. */
export function SnippetList({ sets }: SnippetListProps) {
  return (
    <Card title="From a program">
      <div className="flex flex-col divide-y divide-border/60">
        {sets.map(({ value, label, snippets }) =>
          snippets.map(({ title, code }) => (
            <details key={`${value}:${title}`} className="py-1.5">
              <summary className="cursor-pointer text-sm">{label}</summary>
              <CodeBlock label={`${title}, ${label}`} code={code} className="my-1.5" />
            </details>
          )),
        )}
      </div>
    </Card>
  );
}
