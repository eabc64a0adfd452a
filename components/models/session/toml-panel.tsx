import { CircleCheck, Download } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { placeHref } from '@/lib/formats/archive/place';
import { subjectFieldOf, type Missing } from '@/lib/formats/session-toml/missing';
import { editHref } from './tabs';
import { tomlHref } from './toml-href';

type TomlPanelProps = {
  id: string;
  /** Where this instance is reached, for the example. */
  origin: string;
  missing: readonly Missing[];
  /** The subject that the file is about, where there is one. */
  subject: string | null;
  mayEdit: boolean;
};

/** A link that saves the session.toml. */
export const DownloadToml = ({ id, variant = 'secondary' }: { id: string; variant?: 'primary' | 'secondary' }) => (
  <Button asChild variant={variant}>
    {/* The file comes from the API, so this is no page to be prefetched. */}
    <a href={tomlHref(id)} download>
      <Download aria-hidden />
      Download session.toml
    </a>
  </Button>
);

/** What the pipeline gets of a session, or what it still lacks and where that is filled in. */
export function TomlPanel({ id, origin, missing, subject, mayEdit }: TomlPanelProps) {
  return (
    <Card id="session-toml" title="session.toml" className="text-sm">
      {missing.length === 0 ? (
        <div className="flex flex-col gap-3">
          <p className="flex gap-1.5">
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            Complete: a pipeline can download it.
          </p>
          <details>
            <summary className="cursor-pointer text-accent underline-offset-2 hover:underline">In a pipeline</summary>
            <CodeBlock
              className="mt-2"
              label="Shell"
              code={`curl -fsSH "Authorization: Bearer $SULCUS_TOKEN" \\\n  -o session.toml \\\n  ${origin}${tomlHref(id)}`}
            />
            <p className="mt-1 text-muted-foreground">
              Make a token under{' '}
              <Link href="/account/tokens" className="text-accent underline underline-offset-2">
                Access tokens
              </Link>
              .
            </p>
          </details>
        </div>
      ) : (
        <>
          <p>
            {missing.length === 1 ? 'One thing is missing' : `${missing.length} things are missing`} before a pipeline
            can download it:
          </p>
          <MissingList
            missing={missing}
            linkTo={(one) => (mayEdit ? (subjectHref(one, subject) ?? editHref(id, one.tab, one.field)) : null)}
          />
        </>
      )}
    </Card>
  );
}

type MissingListProps = {
  missing: readonly Missing[];
  /** The page of the field, if that is another one; without it and `onGo` the list only tells. */
  linkTo: (missing: Missing) => string | null;
  /** Goes to the field on this page. */
  onGo?: (missing: Missing) => void;
};

/** Where a value is entered that belongs to the subject itself. */
export function subjectHref(missing: Missing, subject: string | null): string | null {
  const field = subjectFieldOf(missing);
  return field === null || subject === null ? null : placeHref({ model: 'subject', id: subject, field });
}

const linkClass = 'text-left text-accent underline-offset-2 hover:underline';

/** What a session.toml still needs, each with the way to its field. */
export function MissingList({ missing, linkTo, onGo }: MissingListProps) {
  return (
    <ul aria-label="Missing for session.toml" className="mt-1.5 flex list-disc flex-col gap-1 pl-4">
      {missing.map((one) => {
        const href = linkTo(one);
        return (
          <li key={`${one.path}:${one.message}`}>
            {href ? (
              <a href={href} className={linkClass}>
                {one.message}
              </a>
            ) : onGo ? (
              <button type="button" className={linkClass} onClick={() => onGo(one)}>
                {one.message}
              </button>
            ) : (
              one.message
            )}
          </li>
        );
      })}
    </ul>
  );
}
