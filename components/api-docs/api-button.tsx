import { Braces } from 'lucide-react';
import Link from 'next/link';
import { Button } from '../ui/button';
import { docsHref, type DocsOf } from './href';

/** From a page to the same in the API: its list, or its record. */
export const ApiButton = ({ model, ...of }: DocsOf & { model: { readonly app: string; readonly name: string } }) => (
  <Button asChild>
    <Link href={docsHref(model, of)} prefetch={false}>
      <Braces aria-hidden />
      API
    </Link>
  </Button>
);
