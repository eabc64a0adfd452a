'use client';

import { useRouter } from 'next/navigation';
import Link from 'next/link';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { TemplateName } from './template-name';

export type ListedTemplate = {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
  readonly may_use: boolean;
};
export type TemplateAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string };
export type TemplateActions = {
  rename(id: string, name: string): Promise<TemplateAnswer>;
  remove(id: string): Promise<TemplateAnswer>;
  restore(id: string): Promise<TemplateAnswer>;
};

const noAnswer = { ok: false as const, message: 'The server did not answer. Try again in a moment.' };

/** The templates of a project: begin a session with one, rename it, delete it. */
export function TemplateList({
  templates,
  zone,
  actions,
}: {
  templates: readonly ListedTemplate[];
  zone: string;
  actions: TemplateActions;
}) {
  const router = useRouter();
  const [renamed, setRenamed] = useState<string | null>(null);
  async function run(work: Promise<TemplateAnswer>, done: () => void) {
    const answer = await work.catch(() => noAnswer);
    if (!answer.ok) return toast({ tone: 'danger', title: 'Nothing was changed', description: answer.message });
    done();
    router.refresh();
  }
  const restore = ({ id, name }: ListedTemplate) =>
    run(actions.restore(id), () => toast({ tone: 'success', title: 'Template restored', description: name }));
  const remove = (template: ListedTemplate) =>
    run(actions.remove(template.id), () =>
      toast({
        tone: 'success',
        title: 'Template deleted',
        description: template.name,
        action: { label: 'Undo', onClick: () => void restore(template) },
      }),
    );
  return (
    <ul aria-label="Templates" className="max-w-3xl divide-y border-y">
      {templates.map((template) => (
        <li key={template.id} className="flex flex-wrap items-center gap-2 py-2">
          {renamed === template.id ? (
            <TemplateName
              name={template.name}
              onCancel={() => setRenamed(null)}
              onSave={(name) => run(actions.rename(template.id, name), () => setRenamed(null))}
            />
          ) : (
            <>
              <span className="min-w-40 flex-1">
                <span className="block font-medium break-words">{template.name}</span>
                <span className="text-sm text-muted-foreground">
                  Saved <Time value={template.created_at} zone={zone} show="date" />
                </span>
              </span>
              {template.may_use ? (
                <>
                  <Link href={`/sessions/new?template=${template.id}`} className={buttonClass()}>
                    New session
                  </Link>
                  <Button
                    variant="ghost"
                    aria-label={`Rename ${template.name}`}
                    onClick={() => setRenamed(template.id)}
                  >
                    Rename
                  </Button>
                  <Button variant="ghost" aria-label={`Delete ${template.name}`} onClick={() => void remove(template)}>
                    Delete
                  </Button>
                </>
              ) : null}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
