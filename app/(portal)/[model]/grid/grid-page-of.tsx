import type { ComponentProps } from 'react';
import GridPage, { generateMetadata } from './page';

type Props = Pick<ComponentProps<typeof GridPage>, 'searchParams'>;

/** The grid of a model whose own pages would take “grid” for an id. */
export function gridPageOf(model: string) {
  const withModel = ({ searchParams }: Props) => ({ params: Promise.resolve({ model }), searchParams });
  return {
    Page: (props: Props) => <GridPage {...withModel(props)} />,
    generateMetadata: (props: Props) => generateMetadata(withModel(props)),
  };
}
