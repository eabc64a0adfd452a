'use client';

import { useState } from 'react';
import type { Level } from '@/lib/declare/levels';
import { Button } from '../../ui/button';
import { Combobox } from '../../ui/combobox';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import type { Option } from '../../ui/option';
import { Select } from '../../ui/select';
import type { AccessContext, GroupOption } from './access-actions';
import { levelOptions } from './level-words';
import { useAccessChange } from './use-access-change';

interface ShareWithGroupProps {
  context: AccessContext;
  /** Names of the groups that are on the list already. */
  present: readonly string[];
}

/** Puts a group of one's own on the list of a project, or invites any other: its managers answer. */
export function ShareWithGroup({ context, present }: ShareWithGroupProps) {
  const { model, settable, actions } = context;
  const [chosen, setChosen] = useState<Option | null>(null);
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const [message, setMessage] = useState('');
  const [level, setLevel] = useState<Level>(settable.find((one) => one === 'contributor') ?? settable[0] ?? 'member');
  const [isPending, run] = useAccessChange();
  const isPresent = chosen !== null && present.includes(chosen.label);
  const isAsked = chosen !== null && !own.has(chosen.value);

  async function find(query: string): Promise<Option[]> {
    const found: readonly GroupOption[] = await actions.findGroupsToShare(query);
    setOwn((before) => new Set([...before, ...found.filter(({ isOwn }) => isOwn).map(({ value }) => value)]));
    return found.map(({ isOwn, ...option }) => ({
      ...option,
      description: isOwn ? 'You are in it: joins at once' : 'Its managers are asked',
    }));
  }
  const [load] = useState(() => find);

  function send() {
    if (!chosen || isPresent) return;
    const { value, label } = chosen;
    run(
      async () => {
        const result = await actions.shareWithGroup({ group: Number(value), level, message: isAsked ? message : '' });
        if (result.ok) {
          setChosen(null);
          setMessage('');
        }
        return result;
      },
      isAsked
        ? { title: `${label} is invited`, description: 'Its managers find it under Invitations.' }
        : {
            title: `${label} added as ${level}`,
            undo: () => actions.setLevel({ to: 'group', key: label }, null),
          },
    );
  }

  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        label="Add a group"
        className="min-w-0 flex-[1_1_14rem] sm:max-w-80"
        errors={isPresent ? [`${chosen.label} is on the list already: change the level there.`] : []}
      >
        <Combobox value={chosen} onChange={setChosen} loadOptions={load} placeholder="Name of the group" />
      </Field>
      <Field label="Level of the group" hideLabel className="w-36">
        <Select
          value={level}
          options={levelOptions(model, settable)}
          onChange={(next) => setLevel(settable.find((one) => one === next) ?? level)}
        />
      </Field>
      {isAsked ? (
        <Field label="Message to its managers" hideLabel className="min-w-0 flex-[1_1_12rem] sm:max-w-80">
          <Input
            value={message}
            maxLength={1000}
            placeholder="A word to its managers"
            onChange={(event) => setMessage(event.target.value)}
          />
        </Field>
      ) : null}
      <Button type="submit" pending={isPending} disabled={!chosen || isPresent}>
        {isAsked ? 'Invite group' : 'Add'}
      </Button>
    </form>
  );
}
