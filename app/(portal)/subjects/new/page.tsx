import type { ComponentProps } from 'react';
import NewPage, { generateMetadata as metadataOf } from '../../[model]/new/page';

// Beside the page of a subject, “new” would be taken for its id.
const withModel = ({ searchParams }: Pick<ComponentProps<typeof NewPage>, 'searchParams'>) => ({
  params: Promise.resolve({ model: 'subjects' }),
  searchParams,
});

export const generateMetadata = (props: Pick<ComponentProps<typeof NewPage>, 'searchParams'>) =>
  metadataOf(withModel(props));

export default function NewSubjectPage(props: Pick<ComponentProps<typeof NewPage>, 'searchParams'>) {
  return <NewPage {...withModel(props)} />;
}
