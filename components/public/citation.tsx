import { Card } from '../ui/card';
import { CodeBlock } from '../ui/code-block';
import { CopyButton } from '../ui/copy-button';

/** How a data set is cited, to copy: as text and as BibTeX. */
export function Citation({ text, bibtex }: { text: string; bibtex: string }) {
  return (
    <Card title="Cite this" action={<CopyButton text={text} label="Copy citation" showLabel />}>
      <p className="break-words">{text}</p>
      <details className="mt-3">
        <summary className="cursor-pointer text-accent underline-offset-2 hover:underline">BibTeX</summary>
        <CodeBlock className="mt-2" label="BibTeX" code={bibtex.trimEnd()} />
      </details>
    </Card>
  );
}
