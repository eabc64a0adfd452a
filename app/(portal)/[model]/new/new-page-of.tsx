import type { ComponentProps } from 'react';
import NewPage, { generateMetadata } from './page';

type Props = Pick<ComponentProps<typeof NewPage>, 'searchParams'>;

/** The derived page for a new record, for a model whose own page would take “new” for an id. */
export function newPageOf(model: string) {
  const withModel = ({ searchParams }: Props) => ({ params: Promise.resolve({ model }), searchParams });
  return {
    Page: (props: Props) => <NewPage {...withModel(props)} />,
    generateMetadata: (props: Props) => generateMetadata(withModel(props)),
  };
}
