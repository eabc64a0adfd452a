import { typeChoices, typeFamily, type FamilyName } from '@/lib/vocabularies/types';
import { nearest } from './problem';
import { getLaboratoryZone } from './time';

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

const today = (): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: getLaboratoryZone(),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format();

/** The family of types that a protocol of that kind is for. */
const protocolFamilies: Readonly<Record<string, FamilyName>> = { procedure: 'procedure', subject_log: 'subjectlog' };

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
  'has-died-by-today': {
    field: 'death_date',
    needs: ['death_date'],
    check: ({ death_date: date }) =>
      isText(date) && date > today()
        ? 'The date of death lies in the future: give the day on which it died, once it has.'
        : null,
  },
  'breeding-ends-after-start': notBefore(
    'end_date',
    'start_date',
    'The end lies before the start: correct one of them.',
  ),
  'weaned-after-birth': notBefore(
    'weaning_date',
    'birth_date',
    'The date of weaning lies before the date of birth: correct one of them.',
  ),
  'expires-after-acquisition': notBefore(
    'expiration_date',
    'acquisition_date',
    'It expires before it was acquired: correct one of the dates.',
  ),
  'license-ends-after-start': notBefore(
    'valid_until',
    'valid_from',
    'The last day lies before the first: correct one of them.',
  ),
  'active-license-has-a-term': {
    field: 'status',
    needs: ['status', 'valid_from', 'valid_until'],
    check: ({ status, valid_from: from, valid_until: until }) =>
      status === 'active' && !(isText(from) && isText(until))
        ? 'An active license needs both days of its term: fill in “valid from” and “valid until”.'
        : null,
  },
  'expired-license-is-over': {
    field: 'status',
    needs: ['status', 'valid_until'],
    check: ({ status, valid_until: until }) =>
      status === 'expired' && !(isText(until) && until < today())
        ? 'A license is expired once its last day has passed: correct “valid until”, or choose suspended or revoked.'
        : null,
  },
  'subtypes-fit-the-protocol': {
    field: 'subtypes',
    needs: ['subtypes', 'protocol_type'],
    check({ subtypes, protocol_type: type }) {
      const family = protocolFamilies[String(type)];
      if (!family || !Array.isArray(subtypes)) return null;
      const codes = typeChoices(family).map(({ code }) => code);
      const wrong = subtypes.map(String).find((code) => !codes.includes(code));
      if (wrong === undefined) return null;
      const near = nearest(wrong, codes);
      const hint = near ? ` Did you mean “${near}”?` : '';
      return `There is no ${typeFamily(family).noun} “${wrong.slice(0, 60)}”.${hint} Leave the list empty for all.`;
    },
  },
  'deceased-has-no-other-status': {
    field: 'status',
    needs: ['status', 'death_date'],
    check: ({ status, death_date }) =>
      isText(death_date) && (status === 'planned' || status === 'active')
        ? 'A subject with a date of death can’t be planned or active: choose deceased, or clear the date.'
        : null,
  },
};
