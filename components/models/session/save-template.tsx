'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { TemplateAnswer } from './template-list';

interface SaveTemplateProps {
  projects: readonly { readonly id: string; readonly name: string }[];
  save: (project: string, name: string) => Promise<TemplateAnswer>;
}

const noAnswer = {
  ok: false as const,
  message: 'The server did not answer; nothing was saved. Try again in a moment.',
};

/** Names what a session consists of, so that others begin from it. */
export function SaveTemplate({ projects, save }: SaveTemplateProps) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [project, setProject] = useState(projects[0]?.id ?? null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function submit() {
    if (!project || pending) return;
    setPending(true);
    const answer = await save(project, name).catch(() => noAnswer);
    setPending(false);
    if (!answer.ok) return setFailure(answer.message);
    toast({ tone: 'success', title: 'Template saved', description: name });
    router.push(`/projects/${project}/templates`);
  }
  return (
    <form
      className="flex max-w-md flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
      <Field label="Name" required>
        <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={100} />
      </Field>
      {projects.length > 1 ? (
        <Field label="Project" required help="Whoever may add sessions to it uses and keeps the template.">
          <Select
            value={project}
            onChange={setProject}
            options={projects.map(({ id, name: label }) => ({ value: id, label }))}
          />
        </Field>
      ) : null}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Save template
        </Button>
      </div>
    </form>
  );
}
