import type { ModelView } from '@/lib/declare/view';
import { controlId } from './paths';

const isOpen = (value: unknown): boolean => value === null || value === undefined || [value].flat().join('') === '';

/** What one types in or chooses from; of a set of boxes, the first is no better place than another. */
const typedIn =
  'input:enabled:not([type=hidden], [type=checkbox], [type=radio], [type=file], :read-only), textarea:enabled, button[role=combobox]:enabled';

/**
 * Focuses the first field of a form in `box` that has nothing yet, or its first one. What is filled in already, such as the
 * subjects of the session, seldom needs a second look. With `stay` the page does not scroll for it.
 */
export function focusFirstOpen(
  box: HTMLElement | null,
  { layout }: ModelView,
  values: Readonly<Record<string, unknown>>,
  { stay = false } = {},
): void {
  const open = new Set(
    layout
      .flatMap(({ fields }) => fields)
      .filter((name) => isOpen(values[name]))
      .map(controlId),
  );
  const form = box instanceof HTMLFormElement ? box : box?.querySelector('form');
  const controls = [...(form?.querySelectorAll<HTMLElement>(typedIn) ?? [])];
  const inSight = (control: HTMLElement) => !stay || control.getBoundingClientRect().bottom <= window.innerHeight;
  const first = controls.find((control) => open.has(control.id) && inSight(control)) ?? controls[0];
  first?.focus({ preventScroll: stay });
}
