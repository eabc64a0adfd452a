import type { Place } from './facts';

const paths: Readonly<Record<Place['model'], string>> = {
  session: 'sessions',
  subject: 'subjects',
  species: 'species',
  laboratory: 'laboratories',
};

/** The portal's page on which a value is put right, at its field. */
export const placeHref = ({ model, id, field }: Place): string =>
  // The form of a session finds its fields by their names, in whichever tab they are.
  `/${paths[model]}/${id}/edit#${model === 'session' ? '' : 'field-'}${field}`;
