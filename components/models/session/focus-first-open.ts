import { controlId } from '@/components/form/paths';
import type { ModelView } from '@/lib/declare/view';

const isOpen = (value: unknown): boolean => value === null || value === undefined || [value].flat().join('') === '';

/**
 * Focuses the first field of a form in `box` that has nothing yet, or its first one. What is filled in already, such as the
 * subjects of the session, seldom needs a second look.
 */
export function focusFirstOpen(
  box: HTMLElement | null,
  { layout }: ModelView,
  values: Readonly<Record<string, unknown>>,
): void {
  const open = new Set(
    layout
      .flatMap(({ fields }) => fields)
      .filter((name) => isOpen(values[name]))
      .map(controlId),
  );
  const controls = [
    ...(box?.querySelectorAll<HTMLElement>('form input:not([type=hidden]), form button[role=combobox]') ?? []),
  ];
  (controls.find(({ id }) => open.has(id)) ?? controls[0])?.focus();
}
