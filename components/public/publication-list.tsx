import { doiUrl, type CitedPublication } from '@/lib/formats/citation/cited';
import { Card } from '../ui/card';

/** The papers that a project has led to. */
export function PublicationList({ publications }: { publications: readonly CitedPublication[] }) {
  return (
    <Card title="Publications">
      <ul className="flex flex-col gap-3 text-sm">
        {publications.map(({ title, authors, published, doi }) => (
          <li key={title}>
            <p className="font-medium break-words">{title}</p>
            <p className="break-words text-muted-foreground">
              {authors}, {published.slice(0, 4)}.{' '}
              {doi ? (
                <a href={doiUrl(doi)} className="text-accent underline underline-offset-2">
                  {doi}
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
