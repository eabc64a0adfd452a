import Link from 'next/link';
import { CodeBlock } from '../ui/code-block';

type RecordInViewProps = {
  /** Where the API serves it, absolute. */
  address: string;
  /** Its page in the portal. */
  page: string;
  /** The answer of the API, laid out. */
  json: string;
};

/** The record that somebody came from: its address, and what the API answers there now. */
export const RecordInView = ({ address, page, json }: RecordInViewProps) => (
  <div className="flex flex-col gap-3">
    <CodeBlock code={address} label="Its address" />
    <p className="text-sm text-muted-foreground">
      What it answers to you now; the snippets below carry its id.{' '}
      <Link href={page} className="text-accent">
        Back to its page
      </Link>
    </p>
    <CodeBlock code={json} label="Answer" className="max-h-120" />
  </div>
);
