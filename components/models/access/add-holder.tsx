'use client';

import { useState } from 'react';
import type { Level } from '@/lib/declare/levels';
import { Button } from '../../ui/button';
import { Combobox } from '../../ui/combobox';
import { Field } from '../../ui/field';
import type { Option } from '../../ui/option';
import { Select } from '../../ui/select';
import type { AccessContext, Holder } from './access-actions';
import { levelOptions } from './level-words';
import { useAccessChange } from './use-access-change';

interface AddHolderProps {
  context: AccessContext;
  to: Holder['to'];
  /** Keys that are on the list already. */
  present: readonly string[];
}

/** Puts a group, or a person who is here already, on the list. */
export function AddHolder({ context, to, present }: AddHolderProps) {
  const { model, settable, actions } = context;
  const [chosen, setChosen] = useState<Option | null>(null);
  const usual = settable.find((level) => level === 'contributor') ?? settable[0] ?? 'member';
  const [level, setLevel] = useState<Level>(usual);
  const [isPending, run] = useAccessChange();
  const label = to === 'group' ? 'Group' : 'Person';
  const isPresent = chosen !== null && present.includes(chosen.value);

  function add() {
    if (!chosen || isPresent) return;
    const holder = { to, key: chosen.value };
    run(
      async () => {
        const result = await actions.setLevel(holder, level);
        if (result.ok) setChosen(null);
        return result;
      },
      { title: `${chosen.label} added as ${level}`, undo: () => actions.setLevel(holder, null) },
    );
  }

  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Field
        label={`Add ${to === 'group' ? 'a group' : 'a person'}`}
        className="min-w-0 flex-[1_1_14rem] sm:max-w-80"
        errors={isPresent ? [`${chosen.label} is on the list already: change the level there.`] : []}
      >
        <Combobox
          value={chosen}
          onChange={setChosen}
          loadOptions={to === 'group' ? actions.findGroups : actions.findPeople}
          placeholder={to === 'group' ? 'Name of the group' : 'Name or e-mail address'}
        />
      </Field>
      <Field label={`Level of the ${label.toLowerCase()}`} hideLabel className="w-36">
        <Select
          value={level}
          options={levelOptions(model, settable)}
          onChange={(next) => setLevel(settable.find((one) => one === next) ?? level)}
        />
      </Field>
      <Button type="submit" pending={isPending} disabled={!chosen || isPresent}>
        Add
      </Button>
    </form>
  );
}
