'use client';

import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';

/** Leads to the OpenID Connect provider. next-auth wants a token against forged requests, which is fetched on the way. */
export function SingleSignOn({ name, next }: { name: string; next: string }) {
  const [pending, setPending] = useState(false);

  async function go(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setPending(true);
    try {
      const answer: unknown = await (await fetch('/api/auth/csrf')).json();
      const token = answer && typeof answer === 'object' && 'csrfToken' in answer ? String(answer.csrfToken) : '';
      const input = form.elements.namedItem('csrfToken');
      if (input instanceof HTMLInputElement) input.value = token;
      form.submit();
    } catch {
      setPending(false);
      toast({
        tone: 'danger',
        title: 'The server does not answer',
        description: 'Check the connection and try again.',
      });
    }
  }

  return (
    <form method="post" action="/api/auth/signin/oidc" onSubmit={(event) => void go(event)}>
      <input type="hidden" name="csrfToken" />
      <input type="hidden" name="callbackUrl" value={next} />
      <Button type="submit" size="lg" pending={pending} className="w-full">
        {name}
      </Button>
    </form>
  );
}
