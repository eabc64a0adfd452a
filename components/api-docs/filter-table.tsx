import { Table, TBody, Td, Th, THead, Tr } from '../ui/table';

type FilterRow = {
  readonly name: string;
  readonly label: string;
  readonly operators: readonly string[];
  readonly isRelation: boolean;
};

/** The names that filters take, with how each compares. */
export const FilterTable = ({ filters }: { filters: readonly FilterRow[] }) => (
  <Table label="Filters" stacked>
    <THead>
      <Tr>
        <Th>Filter</Th>
        <Th>Operators</Th>
        <Th>About</Th>
      </Tr>
    </THead>
    <TBody>
      {filters.map(({ name, label, operators, isRelation }) => (
        <Tr key={name}>
          <Td data-label="Filter">
            <code className="font-mono text-sm break-all">{`filter{${name}}`}</code>
          </Td>
          <Td data-label="Operators" className="text-sm text-muted-foreground">
            {operators.join(', ')}
          </Td>
          <Td data-label="About">
            {label}
            {isRelation ? ', and its fields after a dot' : null}
          </Td>
        </Tr>
      ))}
    </TBody>
  </Table>
);
