import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import { defaultMessages, statuses, type ErrorCode } from '@/lib/errors';

const codes = Object.keys(statuses) as ErrorCode[]; // the keys of the table

/** Every way in which a request fails. */
export const CodesTable = () => (
  <Table label="Codes of failures" stacked>
    <THead>
      <Tr>
        <Th numeric>Status</Th>
        <Th>Code</Th>
        <Th>What it says</Th>
      </Tr>
    </THead>
    <TBody>
      {codes.map((code) => (
        <Tr key={code}>
          <Td data-label="Status" numeric>
            {statuses[code]}
          </Td>
          <Td data-label="Code">
            <code className="font-mono text-sm">{code}</code>
          </Td>
          <Td data-label="What it says">{defaultMessages[code]}</Td>
        </Tr>
      ))}
    </TBody>
  </Table>
);
