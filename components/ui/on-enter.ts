import type { KeyboardEvent } from 'react';

/** Enter acts, and does not send the form that the control stands within. */
export const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  act();
};

/** In a box that is only ticked, Enter does nothing: by itself it would send the form. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
}
