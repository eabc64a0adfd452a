import type { ReactNode } from 'react';
import { CodeBlock } from '@/components/ui/code-block';
import { DocsSection } from '../docs-section';

type ReadingProps = {
  origin: string;
  operators: readonly string[];
  limitDefault: number;
  limitMax: number;
};

/** What a list can be asked for, page by page or as a whole. */
export const Reading = ({ origin, operators, limitDefault, limitMax }: ReadingProps) => (
  <>
    <DocsSection
      id="query"
      title="Query language"
      about="The same for every list; the page of a model names its fields."
    >
      <dl className="grid max-w-prose gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
        <Term name="filter{field}=value">Equal. Several filters hold together.</Term>
        <Term name="filter{field.operator}=value">{operators.join(', ')}.</Term>
        <Term name="filter{relation.field}=value">
          Through a relation, up to five names in a row; <code>filter{'{projects}'}</code> and{' '}
          <code>filter{'{projects.id}'}</code> mean the same.
        </Term>
        <Term name="filter{-field}=value">Not so.</Term>
        <Term name="search=words">All words occur in the search fields of the model.</Term>
        <Term name="sort[]=-name">
          Repeat it for more keys; the first is primary, <code>-</code> turns it round.
        </Term>
        <Term name="include[]=relation">Related records in place of their ids, and once more beside the list.</Term>
        <Term name="exclude[]=field">Leaves a field out.</Term>
      </dl>
      <CodeBlock
        className="mt-3"
        label="A query"
        code={`curl -fsS -G '${origin}/api/private/stem/session/' -H "Authorization: Bearer $SULCUS_TOKEN" \\
  --data-urlencode 'filter{name.icontains}=M07' \\
  --data-urlencode 'sort[]=-date_time' \\
  --data-urlencode 'include[]=projects'`}
      />
    </DocsSection>
    <DocsSection id="paging" title="Paging and export">
      <div className="flex flex-col gap-3 [&>p]:max-w-prose">
        <p>
          A list answers its records first, then <code>count</code>, <code>next</code> and <code>previous</code>.{' '}
          <code>next</code> is the whole address of the next page, or null. A page has {limitDefault} records,{' '}
          <code>limit</code> asks for up to {limitMax}, and <code>offset</code> passes over some.
        </p>
        <p>
          To read all of a list while others write, begin with <code>cursor=*</code> and follow <code>next</code>:
          records come in the order of their creation, none twice and none left out.
        </p>
        <p>
          To read all of it at once, add <code>export/</code>: one JSON object a line, streamed, with the same filters.
        </p>
        <CodeBlock
          label="Everything, in one stream"
          code={`curl -fsS '${origin}/api/private/stem/session/export/' -H "Authorization: Bearer $SULCUS_TOKEN" -o sessions.ndjson`}
        />
      </div>
    </DocsSection>
  </>
);

const Term = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="contents">
    <dt>
      <code className="font-mono text-sm break-all">{name}</code>
    </dt>
    <dd>{children}</dd>
  </div>
);
