import { CodeBlock } from '../ui/code-block';
import { Tabs } from '../ui/tabs';

type SnippetsProps = {
  sets: readonly {
    readonly value: string;
    readonly label: string;
    readonly snippets: readonly { readonly title: string; readonly code: string }[];
  }[];
};

/** The same requests by language; the language stays in the address. */
export const Snippets = ({ sets }: SnippetsProps) => (
  <Tabs
    label="Language"
    searchParam="lang"
    items={sets.map(({ value, label, snippets }) => ({
      value,
      label,
      content: (
        <div className="flex flex-col gap-4">
          {snippets.map(({ title, code }) => (
            <CodeBlock key={title} label={title} code={code} />
          ))}
        </div>
      ),
    }))}
  />
);
