import { problemsByField, type Problem } from '@/lib/declare/problem';

/** Every way in which a request can fail, with its HTTP status. The only table of codes. */
export const statuses = {
  invalid: 400,
  invalid_query: 400,
  in_use: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported_media_type: 415,
  unprocessable: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statuses;

type Details = {
  /** For people; says what to do. */
  readonly message?: string;
  readonly problems?: readonly Problem[];
  /** For the log only. */
  readonly cause?: unknown;
  /** More for the caller: both versions of a stale write, what a deletion would take along. */
  readonly data?: Readonly<Record<string, unknown>>;
};

/** A failure that the caller may be told about. */
export class AppError extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    { message, problems = [], cause, data = {} }: Details = {},
  ) {
    super(message ?? problems[0]?.message ?? defaultMessages[code], { cause });
    this.name = 'AppError';
    this.status = statuses[code];
    this.problems = problems;
    this.data = data;
  }

  /** The wire form: `{field: [messages]}` for problems of fields, else `{detail, code}`. */
  body(requestId?: string): Record<string, unknown> {
    if (this.problems.length > 0 && this.code === 'invalid') return problemsByField(this.problems);
    return { detail: this.message, code: this.code, ...(requestId ? { request_id: requestId } : {}), ...this.data };
  }
}

/** What is said where the code says enough. */
export const defaultMessages: Record<ErrorCode, string> = {
  invalid: 'Some values need correcting.',
  invalid_query: 'The query can’t be understood.',
  in_use: 'It is still in use.',
  not_signed_in: 'Sign in first.',
  forbidden: 'You may read this but not change it.',
  not_found: 'There is no such record, or you may not see it.',
  method_not_allowed: 'This address does not answer that method.',
  conflict: 'Another record stands in the way.',
  stale: 'Someone else has changed this in the meantime.',
  too_large: 'The request is too large.',
  unsupported_media_type: 'The body must be JSON.',
  unprocessable: 'This request contradicts an earlier one.',
  too_many_requests: 'Too many requests; wait a moment.',
  internal: 'Something went wrong on our side.',
  unavailable: 'The database can’t be reached; try again in a moment.',
};

/** A single problem of one field as an error. */
export function invalid(path: string, code: string, message: string): AppError {
  return new AppError('invalid', { problems: [{ path, code, message }] });
}
