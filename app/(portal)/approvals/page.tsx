import { BadgeCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { DecideForm } from '@/components/approvals/decide-form';
import { ProposalCard } from '@/components/approvals/proposal-card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { isReviewer } from '@/lib/server/access';
import { requireViewer } from '@/lib/server/auth/viewer';
import { listProposals } from '@/lib/server/operations/propose';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { showingWith } from '../[model]/load';
import { decide } from './actions';
import { fieldsOf, loadProposals, type LoadedProposal } from './proposed';

export const metadata: Metadata = { title: 'Approvals' };

export default async function ApprovalsPage() {
  const viewer = await requireViewer('/approvals');
  const mayDecide = isReviewer(viewer);
  const questions = new TitleQuestions();
  const loaded = await loadProposals(viewer, await listProposals(viewer), questions);
  const showing = showingWith(await questions.answer(viewer));
  const waiting = loaded.filter(({ proposal }) => proposal.status === 'pending');
  const decided = loaded.filter(({ proposal }) => proposal.status !== 'pending');

  const cards = (entries: readonly LoadedProposal[]) => (
    <ul>
      {entries.map((entry) => {
        const { proposal, model, record } = entry;
        const title = proposal.title || String(record?.[model.title] ?? model.label);
        const { status, decided_at } = proposal;
        return (
          <ProposalCard
            key={proposal.id}
            kind={model.label}
            title={title}
            href={record ? `/${model.path}/${proposal.record_id}` : null}
            action={proposal.action}
            status={status}
            proposer={proposal.proposed_by === viewer.id ? 'You' : proposal.proposer}
            createdAt={proposal.created_at}
            comments={proposal.comments}
            fields={fieldsOf(entry, showing)}
            hasBefore={proposal.action === 'change' && status === 'pending'}
            decision={decided_at ? { reviewer: proposal.reviewer, at: decided_at, review: proposal.review } : null}
            zone={showing.zone}
          >
            {mayDecide && status === 'pending' ? (
              <DecideForm title={title} decide={decide.bind(null, proposal.id)} />
            ) : null}
          </ProposalCard>
        );
      })}
    </ul>
  );

  return (
    <>
      <PageHeader
        title="Approvals"
        subtitle={
          mayDecide
            ? 'What people propose to add to the shared catalogues, or to change in them.'
            : 'What you have proposed for the shared catalogues. A reviewer decides.'
        }
      />
      <Tabs
        label="Proposals"
        searchParam="tab"
        items={[
          {
            value: 'waiting',
            label: 'Waiting',
            count: waiting.length,
            content:
              waiting.length > 0 ? (
                cards(waiting)
              ) : (
                <EmptyState icon={<BadgeCheck />} title="Nothing waits">
                  {mayDecide
                    ? 'Proposals appear here as people make them.'
                    : 'Is a species, strain or paradigm missing? Add it in its catalogue; it waits here until a reviewer has seen it.'}
                </EmptyState>
              ),
          },
          {
            value: 'decided',
            label: 'Decided',
            count: decided.length,
            content: decided.length > 0 ? cards(decided) : <EmptyState title="Nothing decided yet" />,
          },
        ]}
      />
    </>
  );
}
