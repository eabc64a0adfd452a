import 'server-only';
import { notFound } from 'next/navigation';
import { DeletedNotice } from '@/components/detail/deleted-notice';
import type { Model } from '@/lib/declare/model';
import { undoableDeletion } from '@/lib/server/queries/own-deletion';
import type { UserViewer } from '@/lib/server/viewer';
import { undoDeletion } from '../actions';

/** In place of a record that isn't there: the way back for who could delete it, else no such page. */
export async function MissingRecord({ viewer, model, id }: { viewer: UserViewer; model: Model; id: string }) {
  const undoable = await undoableDeletion(viewer, model, id);
  if (!undoable) notFound();
  return (
    <DeletedNotice
      label={model.label}
      title={undoable.title}
      listHref={`/${model.path}`}
      restore={undoDeletion.bind(null, undoable.deletion)}
    />
  );
}
