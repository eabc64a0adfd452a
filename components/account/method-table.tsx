import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import { Time } from '@/components/ui/time';

/** Instants are ISO texts. */
export interface MethodRow {
  id: string;
  kind: 'app' | 'mail';
  name: string;
  created_at: string;
  last_used_at: string | null;
}

export function MethodTable({ methods, zone }: { methods: readonly MethodRow[]; zone: string }) {
  return (
    <Table label="Second factors" stacked>
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th>Kind</Th>
          <Th>Added</Th>
          <Th>Last used</Th>
          <Th>
            <span className="sr-only">Remove</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {methods.map(({ id, kind, name, created_at, last_used_at }) => (
          <Tr key={id}>
            <Td className="font-medium break-words">{name}</Td>
            <Td data-label="Kind">{kind === 'app' ? 'Authenticator app' : 'Mail'}</Td>
            <Td data-label="Added">
              <Time value={created_at} zone={zone} show="date" />
            </Td>
            <Td data-label="Last used">{last_used_at ? <Time value={last_used_at} zone={zone} /> : 'never'}</Td>
            <Td className="text-right">
              <Button asChild size="sm">
                <Link href={`/account/two-factor/remove?method=${id}`} aria-label={`Remove ${name}`}>
                  Remove
                </Link>
              </Button>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
