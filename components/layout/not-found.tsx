import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** The same for what does not exist and for what the viewer may not see. */
export function NotFound({ homeHref, homeLabel }: { homeHref: string; homeLabel: string }) {
  return (
    <EmptyState
      heading="h1"
      icon={<SearchX />}
      title="Nothing here"
      action={
        <Button asChild>
          <Link href={homeHref}>{homeLabel}</Link>
        </Button>
      }
    >
      There is no such page, or it was deleted, or it is not shared with you. If a colleague sent you the link, ask them
      to share the project.
    </EmptyState>
  );
}
