import Link from 'next/link';
import type { ReactNode } from 'react';
import { toMinute } from '../table/to-minute';
import { Badge, type Tone } from '../ui/badge';
import { Nothing } from '../ui/description-list';
import { Table, TBody, Td, Th, THead, Tr } from '../ui/table';
import { Time } from '../ui/time';

export type ProposedField = {
  readonly name: string;
  readonly label: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
};

export type ProposalCardProps = {
  /** What it is about: "Strain". */
  kind: string;
  title: string;
  /** Null where the record is gone. */
  href: string | null;
  action: 'add' | 'change';
  status: 'pending' | 'accepted' | 'rejected';
  proposer: string;
  createdAt: string;
  comments: string;
  fields: readonly ProposedField[];
  /** While a change waits: its fields show what they replace. */
  hasBefore: boolean;
  decision: { readonly reviewer: string; readonly at: string; readonly review: string } | null;
  zone: string;
  /** What the viewer may do about it. */
  children?: ReactNode;
};

const tones: Readonly<Record<ProposalCardProps['status'], Tone>> = {
  pending: 'warning',
  accepted: 'success',
  rejected: 'danger',
};

/** One proposal, field by field. */
export function ProposalCard(props: ProposalCardProps) {
  const { kind, title, href, action, status, proposer, createdAt, comments, fields, hasBefore, decision, zone } = props;
  return (
    <li className="border-b py-4">
      <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold">
        {href ? (
          <Link href={href} className="break-words underline-offset-2 hover:underline">
            {title}
          </Link>
        ) : (
          <span className="break-words">{title}</span>
        )}
        <Badge>
          {action === 'add' ? 'new' : 'change of a'} {kind.toLowerCase()}
        </Badge>
        <Badge tone={tones[status]}>{status === 'pending' ? 'waiting' : status}</Badge>
      </h2>
      <p className="mt-0.5 text-sm text-muted-foreground">
        {proposer}, <Time value={toMinute(createdAt)} zone={zone} />
      </p>
      {comments ? <Words>{comments}</Words> : null}
      <Table label={`Fields of ${title}`} containerClassName="mt-3 max-w-4xl">
        <THead>
          <Tr>
            <Th>Field</Th>
            {hasBefore ? <Th>Now</Th> : null}
            <Th>{hasBefore ? 'Proposed' : 'Value'}</Th>
          </Tr>
        </THead>
        <TBody>
          {fields.map(({ name, label, before, after }) => (
            <Tr key={name}>
              <Td className="align-top sm:w-48 text-muted-foreground">{label}</Td>
              {hasBefore ? <Td className="align-top text-muted-foreground">{before ?? <Nothing />}</Td> : null}
              <Td className="align-top break-words">{after ?? <Nothing />}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {decision ? (
        <div className="mt-3 text-sm">
          <p className="text-muted-foreground">
            {status === 'accepted' ? 'Accepted' : 'Rejected'} by {decision.reviewer || 'an administrator'},{' '}
            <Time value={toMinute(decision.at)} zone={zone} />
          </p>
          {decision.review ? <Words>{decision.review}</Words> : null}
        </div>
      ) : null}
      {props.children}
    </li>
  );
}

function Words({ children }: { children: string }) {
  return (
    <blockquote className="mt-1.5 max-w-prose border-l-2 pl-3 break-words whitespace-pre-line">{children}</blockquote>
  );
}
