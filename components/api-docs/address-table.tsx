import { Table, TBody, Td, Th, THead, Tr } from '../ui/table';

type Address = { readonly method: string; readonly address: string; readonly summary: string };

/** Every address of a model, with what its methods do. */
export const AddressTable = ({ addresses }: { addresses: readonly Address[] }) => (
  <Table label="Addresses" stacked>
    <THead>
      <Tr>
        <Th>Method</Th>
        <Th>Below /api/private</Th>
        <Th>What it does</Th>
      </Tr>
    </THead>
    <TBody>
      {addresses.map(({ method, address, summary }) => (
        <Tr key={`${method} ${address}`}>
          <Td data-label="Method">
            <code className="font-mono text-sm">{method}</code>
          </Td>
          <Td data-label="Address">
            <code className="font-mono text-sm break-all">{address}</code>
          </Td>
          <Td data-label="What it does">{summary}</Td>
        </Tr>
      ))}
    </TBody>
  </Table>
);
