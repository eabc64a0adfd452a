/** A rule that needs only the record itself: the same in the browser and on the server. */
export type PureRule = {
  /** The field at which the message is shown. */
  readonly field: string;
  /** The rule is applied when one of these is sent and none of them has another problem. */
  readonly needs: readonly string[];
  /** What to do, or null when all is well. */
  check(record: Readonly<Record<string, unknown>>): string | null;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** `field` may not lie before `than`; both comparable as they are stored. */
function notBefore(field: string, than: string, message: string): PureRule {
  return {
    field,
    needs: [field, than],
    check(record) {
      const [value, earliest] = [record[field], record[than]];
      const isEarlier =
        (typeof value === 'number' && typeof earliest === 'number' && value < earliest) ||
        (isText(value) && isText(earliest) && value < earliest);
      return isEarlier ? message : null;
    },
  };
}

/** The rules by name; those that must look into the database are in lib/server/rules. */
export const pureRules: Readonly<Record<string, PureRule>> = {
  'epoch-ends-after-start': notBefore('end', 'start', 'The end lies before the start: move one of them.'),
  'epoch-starts-at-onset-or-later': {
    field: 'start',
    needs: ['start'],
    check: ({ start }) =>
      typeof start === 'number' && start < 0
        ? 'An epoch starts at the onset of its session (00:00:00) or later.'
        : null,
  },
  'dies-after-birth': notBefore(
    'death_date',
    'birth_date',
    'The date of death lies before the date of birth: correct one of them.',
  ),
  'deceased-has-no-other-status': {
    field: 'status',
    needs: ['status', 'death_date'],
    check: ({ status, death_date }) =>
      isText(death_date) && (status === 'planned' || status === 'active')
        ? 'A subject with a date of death can’t be planned or active: choose deceased, or clear the date.'
        : null,
  },
};
