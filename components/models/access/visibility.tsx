'use client';

import { Globe, Lock } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConfirm } from '../../ui/confirm';
import { CopyButton } from '../../ui/copy-button';
import type { AccessContext } from './access-actions';
import { PublishDialog } from './publish-dialog';
import { useAccessChange } from './use-access-change';

interface VisibilityProps {
  context: AccessContext;
  title: string;
  isPublic: boolean;
  /** Only owners change it. */
  isMine: boolean;
  /** The page that everyone may open; null where the model has none. */
  publicUrl: string | null;
}

/** Whether everyone may see the record, and the way to change that. */
export function Visibility({ context, title, isPublic, isMine, publicUrl }: VisibilityProps) {
  const { what, model, actions } = context;
  const confirm = useConfirm();
  const [isPending, run] = useAccessChange();
  const [isAsking, setAsking] = useState(false);
  const publish = () =>
    run(() => actions.setPublic(true), { title: `${title} is public`, undo: () => actions.setPublic(false) });

  async function ask() {
    if (model === 'project') {
      setAsking(true);
      return;
    }
    const yes = await confirm({
      title: `Make ${title} public?`,
      description: `Anyone, signed in or not, can read this ${what} with its description and what belongs to it. Its access list stays private.`,
      confirmLabel: 'Make public',
    });
    if (yes) publish();
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="flex min-w-0 flex-[1_1_18rem] gap-2.5">
        {isPublic ? (
          <Globe aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
        ) : (
          <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
        )}
        <span>
          {isPublic ? 'Public: anyone reads it, signed in or not.' : 'Private: only the people above see it.'}
          {isMine ? null : <span className="text-muted-foreground"> Only owners change this.</span>}
        </span>
      </p>
      <div className="ml-auto flex flex-wrap gap-2">
        {isPublic && publicUrl ? <CopyButton text={publicUrl} label="Copy public link" showLabel size="md" /> : null}
        {isMine && isPublic ? (
          <Button
            pending={isPending}
            onClick={() =>
              run(() => actions.setPublic(false), {
                title: `${title} is private again`,
                undo: () => actions.setPublic(true),
              })
            }
          >
            Make private
          </Button>
        ) : null}
        {isMine && !isPublic ? (
          <Button pending={isPending} onClick={() => void ask()}>
            Make public…
          </Button>
        ) : null}
      </div>
      {isAsking ? (
        <PublishDialog
          title={title}
          actions={actions}
          onClose={() => setAsking(false)}
          onPublish={() => {
            setAsking(false);
            publish();
          }}
        />
      ) : null}
    </div>
  );
}
