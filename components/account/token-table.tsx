'use client';

import { startTransition } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useConfirm } from '@/components/ui/confirm';
import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import { Time } from '@/components/ui/time';

/** Instants are ISO texts. */
export interface TokenRow {
  id: string;
  name: string;
  hint: string;
  created_at: string;
  last_used_at: string | null;
  expires_at: string;
  /** Days left, when they are so few that it should be used or replaced; else null. */
  daysToWarnOf: number | null;
}

interface TokenTableProps {
  tokens: readonly TokenRow[];
  zone: string;
  revoke: (form: FormData) => Promise<void>;
}

export function TokenTable({ tokens, zone, revoke }: TokenTableProps) {
  return (
    <Table label="Access tokens">
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th>Ends in</Th>
          <Th>Made</Th>
          <Th>Last used</Th>
          <Th>Works until</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {tokens.map((token) => (
          <Tr key={token.id}>
            <Td className="font-medium break-words">{token.name}</Td>
            <Td className="font-mono">…{token.hint}</Td>
            <Td>
              <Time value={token.created_at} zone={zone} show="date" />
            </Td>
            <Td>{token.last_used_at ? <Time value={token.last_used_at} zone={zone} /> : 'never'}</Td>
            <Td>
              <Time value={token.expires_at} zone={zone} show="date" />
              <EndsSoon days={token.daysToWarnOf} />
            </Td>
            <Td className="text-right">
              <RevokeForm token={token} revoke={revoke} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function EndsSoon({ days }: { days: number | null }) {
  if (days === null) return null;
  return (
    <Badge tone="warning" className="ml-2" title="Each use of it gives it another year.">
      {days <= 1 ? 'ends within a day' : `ends in ${days} days`}
    </Badge>
  );
}

function RevokeForm({ token, revoke }: { token: TokenRow; revoke: TokenTableProps['revoke'] }) {
  const confirm = useConfirm();
  return (
    <form
      action={revoke}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void confirm({
          title: `Revoke “${token.name}”?`,
          description: 'Whatever uses it is refused from now on. This cannot be undone.',
          confirmLabel: 'Revoke token',
          danger: true,
        }).then((yes) => yes && startTransition(() => revoke(form)));
      }}
    >
      <input type="hidden" name="token_id" value={token.id} />
      <Button type="submit" size="sm" aria-label={`Revoke ${token.name}`}>
        Revoke
      </Button>
    </form>
  );
}
