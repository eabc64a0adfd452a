import type { KeyboardEvent } from 'react';

/** Enter acts, and does not send the form that the control stands within. */
export const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  act();
};
