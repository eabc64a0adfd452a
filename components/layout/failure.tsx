'use client';

import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export interface FailureProps {
  error: unknown;
  /** Asks the server again. */
  retry: () => void;
}

/** A page that could not be shown. The number leads to the entry in the server's log. */
export function Failure({ error, retry }: FailureProps) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <EmptyState
      heading="h1"
      icon={<TriangleAlert />}
      title="This page could not be shown"
      action={
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
      }
    >
      <p role="alert">Something failed on the way. Nothing that was saved is lost.</p>
      {digest ? (
        <p className="mt-1 text-sm">
          If it stays so, give the administrator this number: <code className="select-all">{digest}</code>
        </p>
      ) : null}
    </EmptyState>
  );
}
