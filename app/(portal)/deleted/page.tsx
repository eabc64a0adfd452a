import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DeletedKinds } from '@/components/deleted/deleted-kinds';
import { DeletionList } from '@/components/deleted/deletion-list';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { AppError } from '@/lib/errors';
import { storedModels } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { listDeletions } from '@/lib/server/operations/deletions';
import { areDeletable } from '@/lib/server/operations/remove-many';
import { undoDeletion } from '../[model]/actions';

export const metadata: Metadata = { title: 'Recently deleted' };

type Props = { searchParams: Promise<{ kind?: string | string[]; before?: string | string[] }> };

const kinds = storedModels.filter(areDeletable);

export default async function DeletedPage({ searchParams }: Props) {
  const [viewer, { kind, before }] = await Promise.all([requireViewer('/deleted'), searchParams]);
  const model = kinds.find(({ path }) => path === kind) ?? null;
  const from = typeof before === 'string' ? before : null;
  const { deletions, next } = await listDeletions(viewer, { model, before: from }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  });
  const base = model ? `/deleted?kind=${model.path}` : '/deleted';
  return (
    <>
      <PageHeader
        title="Recently deleted"
        subtitle="What you could delete can be brought back here, with all that went along, whoever deleted it."
      />
      <div className="max-w-4xl">
        <DeletedKinds
          kinds={kinds.map(({ path, labelPlural }) => ({ value: path, label: labelPlural }))}
          value={model?.path ?? null}
        />
        {deletions.length === 0 ? (
          <EmptyState
            title="Nothing here"
            action={
              model ? (
                <Button asChild>
                  <Link href={`/${model.path}`}>All {model.labelPlural.toLowerCase()}</Link>
                </Button>
              ) : null
            }
          >
            {model
              ? `No ${model.labelPlural.toLowerCase()} that you could bring back were deleted${from ? ' before' : ''}.`
              : 'What is deleted stays here until it is brought back.'}
          </EmptyState>
        ) : (
          <DeletionList deletions={deletions} zone={getEnv().LAB_TIME_ZONE} restore={undoDeletion} />
        )}
        {from || next ? (
          <nav aria-label="Pages" className="flex gap-2 border-t pt-3">
            {from ? (
              <Button asChild>
                <Link href={base}>Newest</Link>
              </Button>
            ) : null}
            {next ? (
              <Button asChild>
                <Link href={`${base}${model ? '&' : '?'}before=${next}`}>Deleted earlier</Link>
              </Button>
            ) : null}
          </nav>
        ) : null}
      </div>
    </>
  );
}
