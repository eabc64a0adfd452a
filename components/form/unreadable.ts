import type { SummaryError } from '../ui/error-summary';

/**
 * Controls that hold text which stands for no value (a date that is none): they know it and say so, and their value
 * is empty meanwhile. Call it while no other problems are shown.
 */
export function findUnreadable(form: HTMLElement): SummaryError[] {
  const found: SummaryError[] = [];
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    const message = control.validity.customError
      ? control.validationMessage
      : control.ariaInvalid === 'true'
        ? errorsOf(control)
        : '';
    if (message) found.push({ id: control.id || null, label: labelOf(control), message });
  }
  return found;
}

function errorsOf(control: Element): string {
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('-errors'));
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

const labelOf = (control: HTMLInputElement | HTMLTextAreaElement): string =>
  control.ariaLabel ?? control.labels?.[0]?.firstChild?.textContent ?? 'Field';
