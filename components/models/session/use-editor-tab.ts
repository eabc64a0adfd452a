import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { controlIdsOf } from '@/components/form/paths';
import { sessionTabs, type SessionTab } from './tabs';

const known = (value: string | null): SessionTab => sessionTabs.find((one) => one.value === value)?.value ?? 'general';

/** The tab that is shown, as the address has it; `goTo` shows a field in its tab, as a `#field` in the address does. */
export function useEditorTab() {
  const [tab, setTab] = useState(known(useSearchParams().get('tab')));
  const goTo = useCallback((next: SessionTab, field: string) => {
    setTab(next);
    const query = next === 'general' ? '' : `?tab=${next}`;
    window.history.replaceState(null, '', `${window.location.pathname}${query}`);
    focusWhenShown(field);
  }, []);
  useEffect(() => {
    if (window.location.hash.length > 1) focusWhenShown(decodeURIComponent(window.location.hash.slice(1)));
  }, []);
  return { tab, goTo, show: (next: string) => setTab(known(next)) };
}

const framesMax = 60;

/** Brings a field into view and focus, once its tab has drawn it. */
function focusWhenShown(field: string, frames = 0): void {
  const control = controlIdsOf(field)
    .map((id) => document.getElementById(id))
    .find((element) => element !== null);
  if (!control) {
    if (frames < framesMax) requestAnimationFrame(() => focusWhenShown(field, frames + 1));
    return;
  }
  control.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
}
