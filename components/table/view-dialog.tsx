'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { Checkbox } from '../ui/checkbox';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { toast } from '../ui/toast';
import type { ListedView, ListViews } from './view-types';

interface ViewDialogProps {
  path: string;
  /** Null for a new one. */
  view: ListedView | null;
  views: ListViews;
  /** What is listed now, as a query. */
  listing: string;
  onClose: () => void;
}

const formId = 'saved-view';
const onlyMe = 'me';

/** Names a view and says who sees it. */
export function ViewDialog({ path, view, views: { groups, actions }, listing, onClose }: ViewDialogProps) {
  const router = useRouter();
  const [name, setName] = useState(view?.name ?? '');
  const [group, setGroup] = useState(view?.group ? String(view.group.number) : onlyMe);
  const [isDefault, setDefault] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const input = { name, group: group === onlyMe ? null : Number(group) };
    const work = view
      ? actions.change(view.id, input).then((answer) => (answer.ok ? { ok: true as const, id: view.id } : answer))
      : actions.create(path, { ...input, query: listing }, isDefault);
    const answer = await work.catch(() => ({ ok: false as const, message: 'The server did not answer. Try again.' }));
    setPending(false);
    if (!answer.ok) return setFailure(answer.message);
    onClose();
    if (!view) router.push(`/${path}?view=${answer.id}`, { scroll: false });
    router.refresh();
    toast({ tone: 'success', title: view ? 'View changed' : 'View saved' });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={view ? 'Rename or share this view' : 'Save this view'}
      description={view ? undefined : 'Its filters, search, order, columns and rows on a page.'}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        {failure ? (
          <Callout tone="danger" role="alert">
            {failure}
          </Callout>
        ) : null}
        <Field label="Name of the view" id="view-name">
          <Input
            id="view-name"
            value={name}
            maxLength={60}
            required
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Who sees it" id="view-group" help="Members see of the list what they may see anyway.">
          <Select
            id="view-group"
            value={group}
            onChange={(next) => setGroup(next ?? onlyMe)}
            options={[
              { value: onlyMe, label: 'Only me' },
              ...groups.map((one) => ({ value: String(one.number), label: `Members of ${one.name}` })),
            ]}
          />
        </Field>
        {view ? null : <Checkbox label="Open this list with it" value={isDefault} onChange={setDefault} />}
      </form>
    </Dialog>
  );
}
