import type { ProposedField } from '@/components/approvals/proposal-card';
import { partsOf } from '@/components/fields';
import type { Showing } from '@/components/fields/field-parts';
import { kindOf } from '@/lib/declare/kinds';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { AppError } from '@/lib/errors';
import { getRecord } from '@/lib/server/operations/get';
import { proposedFields, type ListedProposal } from '@/lib/server/operations/propose';
import { linkedModel, TitleQuestions } from '@/lib/server/queries/titles';
import { sanitiseRichText } from '@/lib/server/rich-text';
import type { UserViewer } from '@/lib/server/viewer';

export type LoadedProposal = {
  readonly proposal: ListedProposal;
  readonly model: Model;
  /** As it is now; null when it is gone. */
  readonly record: AnyRecord | null;
};

/** Proposals with the records they are about, and the questions for what both link. */
export async function loadProposals(
  viewer: UserViewer,
  proposals: readonly ListedProposal[],
  questions: TitleQuestions,
): Promise<LoadedProposal[]> {
  return Promise.all(
    proposals.map(async (proposal) => {
      const model = modelNamed(proposal.model);
      const record = await getRecord(viewer, model, proposal.record_id).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'not_found') return null;
        throw error;
      });
      if (record) questions.addRecords(model, [record]);
      for (const [name, value] of Object.entries(proposal.changes)) {
        const field = model.fields[name];
        const target = field && linkedModel(field);
        if (target) questions.add(target, value);
      }
      return { proposal, model, record };
    }),
  );
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** The proposed values beside those that they replace. */
export function fieldsOf({ proposal, model, record }: LoadedProposal, showing: Showing): ProposedField[] {
  return proposedFields(model, proposal.changes)
    .filter(({ value }) => proposal.action === 'change' || !isNothing(value))
    .map(({ name, label, value }) => ({
      name,
      label,
      before: show(model, name, record?.[name], record ?? {}, showing),
      after: show(model, name, value, { ...record, ...proposal.changes }, showing),
    }));
}

function show(model: Model, name: string, value: unknown, record: Readonly<Record<string, unknown>>, showing: Showing) {
  const field = model.fields[name];
  if (!field || isNothing(value)) return null;
  const { Show } = partsOf(field);
  const clean = kindOf(field).isHtml && typeof value === 'string' ? sanitiseRichText(value) : value;
  return <Show field={field} value={clean} record={record} showing={showing} />;
}
