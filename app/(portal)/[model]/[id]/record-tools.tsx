import 'server-only';
import { ApiButton } from '@/components/api-docs/api-button';
import { RecordMenu } from '@/components/detail/record-menu';
import type { Model } from '@/lib/declare/model';
import { historyHrefOf } from '@/lib/models/history';
import { mayCreate } from '@/lib/server/access';
import type { Rights } from '@/lib/server/operations/get';
import type { UserViewer } from '@/lib/server/viewer';
import { deleteRecord, planRemoval, undoDeletion } from '../actions';

interface RecordToolsProps {
  viewer: UserViewer;
  model: Model;
  id: string;
  rights: Rights;
  /** Its page has a better way to make one like it. */
  isCopiedElsewhere?: boolean;
  /** Other pages on which something is done with it. */
  links?: readonly { readonly label: string; readonly href: string }[];
}

/** What every record's page has beside its main action: the API, and the menu with what is done less often. */
export function RecordTools({ viewer, model, id, rights, isCopiedElsewhere = false, links = [] }: RecordToolsProps) {
  return (
    <>
      <ApiButton model={model} id={id} />
      <RecordMenu
        id={id}
        label={model.label}
        listHref={`/${model.path}`}
        duplicateHref={
          mayCreate(viewer, model) && !model.view && !isCopiedElsewhere ? `/${model.path}/new?from=${id}` : null
        }
        links={links}
        historyHref={historyHrefOf(model, id, rights.update)}
        removal={
          rights.delete
            ? {
                isFinal: model.view === true,
                plan: planRemoval.bind(null, model.path, id),
                remove: deleteRecord.bind(null, model.path, id),
                restore: undoDeletion,
              }
            : null
        }
      />
    </>
  );
}
