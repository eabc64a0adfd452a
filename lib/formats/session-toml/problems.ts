import type { Profile } from './shape';

/** How bad a problem is: only an error makes a file invalid. */
export type Severity = 'error' | 'warning' | 'info';

type CodeEntry = {
  severity: Severity;
  /** The severity in profile `pipeline`, where it differs. */
  pipeline?: Severity;
  requirement: string | null;
  /** Says that something is not there, which nobody can know of a text with syntax errors. */
  isAbsence?: boolean;
};

const error = (requirement: string | null = null): CodeEntry => ({ severity: 'error', requirement });
const warning = (requirement: string | null = null): CodeEntry => ({ severity: 'warning', requirement });
const absence = (requirement: string | null): CodeEntry => ({ ...error(requirement), isAbsence: true });

/** Every problem that can be reported, by its stable code, with the requirement of the format that it breaks. */
export const problemCodes = {
  'too-large': error(),
  'not-utf8': error(),
  'syntax-error': error(),
  'duplicate-key': error(),
  'nested-too-deep': error(),
  'too-many-entries': error(),
  'too-many-problems': error(),
  'missing-section': absence('REQ-001'),
  'unknown-section': error('REQ-002'),
  'missing-key': absence('REQ-001'),
  'unknown-key': error('REQ-002'),
  'wrong-type': error('REQ-001'),
  'too-few-entries': absence('REQ-001'),
  'no-trial-types': absence('REQ-005'),
  'empty-id': error(),
  'id-too-long': error(),
  'duplicate-id': error(),
  'duplicate-trial-type': error('REQ-005'),
  'null-character': error(),
  'out-of-range': error(),
  'bad-date': error(),
  'bad-sex': error(),
  'unknown-ttl-id': { ...absence('REQ-004'), pipeline: 'warning' },
  'unknown-sync-ttl': { ...absence('REQ-005'), pipeline: 'warning' },
  'pattern-empty': error('REQ-003'),
  'pattern-absolute': error('REQ-003'),
  'pattern-escapes': error('REQ-003'),
  'pattern-backslash': error('REQ-003'),
  'pattern-control-character': error('REQ-003'),
  'pattern-unbalanced': error('REQ-003'),
  'pattern-too-long': error('REQ-003'),
  'pattern-too-complex': error('REQ-003'),
  'unusual-order': { ...warning('GUD-001'), pipeline: 'error' },
  'subject-looks-like-person': warning('CON-001'),
  'unclear-ttl-id': warning('PAT-001'),
  'age-not-duration': warning(),
  'overlapping-patterns': warning(),
  'overlap-not-checked': { severity: 'info', requirement: null },
} as const satisfies Record<string, CodeEntry>;

/** A stable problem code. */
export type ProblemCode = keyof typeof problemCodes;

/**
 * One thing to know about a file. `path` is like `cameras[1].ttl_id` (counted from 0; empty for the whole file); `line`
 * and `column` are 1-based and name the key or value in the source. A syntax error's message goes on, after a newline,
 * with the source line and a caret.
 */
export type Problem = {
  code: ProblemCode;
  severity: Severity;
  path: string;
  line: number;
  column: number;
  message: string;
  requirement: string | null;
  hint: string | null;
};

/** The table's entry for a code. */
export function describeCode(code: ProblemCode): CodeEntry {
  return problemCodes[code];
}

/** The severity of a code in a profile. */
export function severityOf(code: ProblemCode, profile: Profile): Severity {
  const entry = describeCode(code);
  return (profile === 'pipeline' && entry.pipeline) || entry.severity;
}
