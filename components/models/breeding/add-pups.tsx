'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Combobox } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NumberInput } from '@/components/ui/number-input';
import type { Option } from '@/components/ui/option';
import { toast } from '@/components/ui/toast';
import { pupsMax, type PupsBeginning } from '@/lib/declare/pups';
import { pupNames } from '@/lib/pup-names';
import type { PupsActions, PupsAnswer } from './pups-actions';

interface AddPupsProps {
  beginning: PupsBeginning;
  zone: string;
  /** Of the breeding. */
  href: string;
  actions: PupsActions;
}

type Refused = Exclude<PupsAnswer, { ok: true }>;
const noAnswer: Refused = {
  ok: false,
  code: 'offline',
  message: 'The server did not answer; nothing was saved. Try again in a moment.',
  problems: [],
};

/** A litter at once: asks how many and what the first is called, and shows the names that follow. */
export function AddPups({ beginning, zone, href, actions }: AddPupsProps) {
  const router = useRouter();
  const [count, setCount] = useState(beginning.count);
  const [firstName, setFirstName] = useState(beginning.firstName);
  const [born, setBorn] = useState(beginning.born);
  const [strain, setStrain] = useState<Option | null>(
    beginning.strain && { value: beginning.strain.id, label: beginning.strain.title },
  );
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Refused | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { findStrains } = actions;
  const loadStrains = useCallback((query: string) => findStrains(query, {}), [findStrains]);
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) form.current?.querySelector('input')?.focus();
  }, []);

  const isCounted = count !== null && count >= 1 && count <= pupsMax;
  const names = isCounted && firstName.trim() ? pupNames(firstName.trim(), count, []) : [];
  const errorsOf = (path: string) =>
    failure?.problems.filter((problem) => problem.path === path).map(({ message }) => message) ?? [];
  const known = ['count', 'firstName', 'born', 'strain'];
  const elsewhere = failure?.problems.find(({ path }) => !known.includes(path))?.message;

  async function submit() {
    if (pending) return;
    setPending(true);
    const input = { count: count ?? 0, firstName, born, strain: strain?.value ?? '' };
    const answer = await actions.save(input).catch(() => noAnswer);
    setPending(false);
    if (!answer.ok) return setFailure(answer);
    toast({
      tone: 'success',
      title: answer.ids.length === 1 ? 'Pup added' : `${answer.ids.length} pups added`,
      description: answer.names.join(', '),
      action: { label: 'Undo', onClick: () => void takeBack(answer.ids) },
    });
    router.push(href);
    router.refresh();
  }

  async function takeBack(ids: readonly string[]) {
    const answer = await actions.remove(ids).catch(() => noAnswer);
    toast(
      answer.ok
        ? { tone: 'success', title: 'The pups are removed again' }
        : { tone: 'danger', title: 'Not undone', description: answer.message },
    );
    router.refresh();
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label="Add pups"
      className="flex max-w-md flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {failure && (failure.problems.length === 0 || elsewhere) ? (
        <Callout tone="danger" role="alert">
          {elsewhere ?? failure.message}
        </Callout>
      ) : null}
      <Field label="Number of pups" required errors={errorsOf('count')}>
        <NumberInput value={count} onChange={setCount} integer min={1} max={pupsMax} className="max-w-32" />
      </Field>
      <Field
        label="Name of the first"
        required
        errors={errorsOf('firstName')}
        help={
          names.length > 1
            ? `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` … ${names.at(-1)}` : ''}; names that are taken are left out.`
            : 'The others are called like the next ones.'
        }
      >
        <Input value={firstName} onChange={(event) => setFirstName(event.target.value)} maxLength={100} />
      </Field>
      <Field label="Date of birth" errors={errorsOf('born')}>
        <DateInput value={born} onChange={setBorn} zone={zone} className="max-w-56" />
      </Field>
      <Field
        label="Strain"
        required
        errors={errorsOf('strain')}
        help={beginning.strain ? 'That of both parents.' : 'The parents differ in it, or it is not visible to you.'}
      >
        <Combobox value={strain} onChange={setStrain} loadOptions={loadStrains} clearable={false} />
      </Field>
      {beginning.line ? (
        <p className="text-sm text-muted-foreground">Genetic line of both parents: {beginning.line}.</p>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" pending={pending}>
          {isCounted ? `Add ${count} ${count === 1 ? 'pup' : 'pups'}` : 'Add pups'}
        </Button>
        <Button asChild variant="ghost">
          <Link href={href}>Cancel</Link>
        </Button>
      </div>
    </form>
  );
}
