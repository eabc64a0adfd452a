'use client';

import { useState } from 'react';
import type { ManyChange, ManyChangeChoices } from '@/lib/declare/many-changes';
import type { FieldSource } from '../fields/field-parts';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { Dialog } from '../ui/dialog';
import { Skeleton } from '../ui/skeleton';
import { ChangePreview, summaryOf, writtenIn } from './change-preview';
import type { ChangeTask, ManyChangeActions } from './changes';
import { FieldForm } from './field-form';
import { MoveForm } from './move-form';
import { counted, type Nouns } from './nouns';
import { TagsForm } from './tags-form';
import type { BulkTarget } from './target';
import { useLookups } from './use-lookups';
import { useManyChange } from './use-many-change';

interface ChangeManyDialogProps {
  task: ChangeTask;
  /** Where the records can be moved: "project". */
  to: string;
  target: BulkTarget;
  nouns: Nouns;
  actions: ManyChangeActions;
  onClose: () => void;
}

const titles: Readonly<Record<Exclude<ChangeTask, 'move'>, string>> = {
  tags: 'Add or remove tags',
  links: 'Change links',
  values: 'Change a field',
};

/** Asks what is to be changed in several records, shows what that would do and who would see them, then does it. */
export function ChangeManyDialog({ task, to, target, nouns, actions, onClose }: ChangeManyDialogProps) {
  const [change, setChange] = useState<ManyChange | null>(null);
  const { choices, shown, failure, pending, look, apply, back } = useManyChange(target, actions, onClose);
  const source = useLookups(target.path, actions);
  const main = shown?.plan.parts[0];
  const count = shown ? writtenIn(shown.plan) : null;

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={task === 'move' ? `Move to another ${to}` : titles[task]}
      description={'ids' in target ? counted(target.ids.length, nouns) : `All ${nouns.many} that match`}
      size={shown ? 'lg' : 'md'}
      keepOpen={change !== null}
      footer={
        shown && count ? (
          <>
            <Button key="back" onClick={back}>
              Back
            </Button>
            <Button
              key="apply"
              variant="primary"
              disabled={count.count === 0}
              pending={pending}
              onClick={() => void apply()}
            >
              {count.count === 0 ? 'Nothing to change' : `${count.verb} ${counted(count.count, count.nouns)}`}
            </Button>
          </>
        ) : (
          <>
            <Button key="cancel" onClick={onClose}>
              Cancel
            </Button>
            <Button
              key="look"
              variant="primary"
              disabled={change === null}
              pending={pending}
              onClick={() => change && void look(change)}
            >
              Preview
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {failure ? (
          <Callout tone={shown ? 'warning' : 'danger'} role="alert">
            {failure}
          </Callout>
        ) : null}
        {!choices && failure === null ? <Skeleton className="h-24" /> : null}
        {/* Going back finds everything as it was. */}
        <div hidden={shown !== null}>
          {choices ? (
            <TaskForm task={task} choices={choices} nouns={nouns} source={source} onChange={setChange} />
          ) : null}
        </div>
        {/* It is there before it says something, so that it is read out. */}
        <p role="status" className={main ? 'font-medium tabular-nums' : 'sr-only'}>
          {main ? summaryOf(main) : null}
        </p>
        {shown ? <ChangePreview shown={shown} /> : null}
      </div>
    </Dialog>
  );
}

interface TaskFormProps {
  task: ChangeTask;
  choices: ManyChangeChoices & { readonly zone: string };
  nouns: Nouns;
  source: FieldSource;
  /** Null while something is missing. */
  onChange: (change: ManyChange | null) => void;
}

function TaskForm({ task, choices, nouns, source, onChange }: TaskFormProps) {
  const { fields, parts, lists, moving, zone } = choices;
  const tags = fields.find(({ kind }) => kind === 'tags');
  if (task === 'tags') return tags ? <TagsForm field={tags} source={source} onChange={onChange} /> : null;
  if (task === 'move')
    return moving ? <MoveForm moving={moving} nouns={nouns} source={source} onChange={onChange} /> : null;
  const kind = task === 'links' ? 'link' : 'value';
  return (
    <FieldForm
      fields={fields.filter((field) => field.kind === kind)}
      parts={task === 'links' ? parts : []}
      lists={task === 'links' ? lists : []}
      nouns={nouns}
      zone={zone}
      source={source}
      onChange={onChange}
    />
  );
}
