import Link from 'next/link';
import { Badge } from '../ui/badge';
import { Table, TBody, Td, Th, THead, Tr } from '../ui/table';
import { ChoiceList } from './choice-list';
import { docsHref } from './href';

export type FieldRow = {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly type: string;
  readonly target: { readonly app: string; readonly name: string; readonly label: string } | null;
  readonly marks: readonly string[];
  readonly choices: readonly { readonly code: string; readonly label: string }[];
};

/** Every key of a record. */
export const FieldTable = ({ label, fields }: { label: string; fields: readonly FieldRow[] }) => (
  <Table label={label} stacked>
    <THead>
      <Tr>
        <Th>Key</Th>
        <Th>Holds</Th>
        <Th>About</Th>
      </Tr>
    </THead>
    <TBody>
      {fields.map((field) => (
        <Tr key={field.name}>
          <Td data-label="Key" className="align-top">
            <code className="font-mono text-sm break-all">{field.name}</code>
          </Td>
          <Td data-label="Holds" className="align-top">
            <FieldType field={field} />
          </Td>
          <Td data-label="About" className="align-top">
            <span className="font-medium">{field.label}.</span> {field.help}{' '}
            {field.marks.map((mark) => (
              <Badge key={mark} tone={mark === 'required' ? 'accent' : 'neutral'} className="mr-1 align-middle">
                {mark}
              </Badge>
            ))}
            <ChoiceList choices={field.choices} />
          </Td>
        </Tr>
      ))}
    </TBody>
  </Table>
);

const FieldType = ({ field: { type, target } }: { field: FieldRow }) => (
  <>
    {type}
    {target ? (
      <>
        {' of '}
        <Link href={docsHref(target)} prefetch={false} className="text-accent underline underline-offset-2">
          {target.label.toLowerCase()}
        </Link>
      </>
    ) : null}
  </>
);
