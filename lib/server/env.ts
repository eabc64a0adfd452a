import 'server-only';
import { z } from 'zod';
import { setLaboratoryZone } from '@/lib/declare/time';

const port = z.coerce.number().int().min(1).max(65_535);

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://');

const timeZone = z.string().refine((zone) => isTimeZone(zone), 'must be an IANA time zone such as Europe/Lisbon');

/**
 * Every environment variable that Sulcus reads, with its type and default. `.env.example` explains each of them (a test
 * compares the two). An empty value counts as not set.
 */
export const envSchema = z.object({
  HOST: z.string().default('localhost'),
  PORT: port.default(3000),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.stringbool().default(false),

  DATABASE_URL: postgresUrl,
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(500).default(16),

  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  SIGN_UP: z.enum(['open', 'invitation', 'closed']).default('invitation'),
  REQUIRE_TWO_FACTOR: z.enum(['none', 'administrators', 'everyone']).default('none'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('Single sign-on'),

  API_RATE_PER_TOKEN: z.coerce.number().int().min(0).default(6000),
  API_RATE_PER_ADDRESS: z.coerce.number().int().min(0).default(1200),
  WEBHOOK_ALLOW_PRIVATE: z.stringbool().default(false),

  LAB_TIME_ZONE: timeZone.default(() => new Intl.DateTimeFormat().resolvedOptions().timeZone),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Sulcus <sulcus@localhost>'),
  DATA_DIR: z.string().default('.data'),

  IMAGE_MB_MAX: z.coerce.number().min(0.1).max(200).default(20),
  DOCUMENT_MB_MAX: z.coerce.number().min(0.1).max(200).default(15),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_PATH_STYLE: z.stringbool().default(true),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
});

/** The parsed environment of this process. */
export type Env = z.infer<typeof envSchema>;

/** The environment holds a value that Sulcus cannot work with; the message names every such variable in one line. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/**
 * Parses an environment.
 * @throws EnvError naming each wrong variable and what it must be (never its value: it may be a secret).
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `${name} ${given[name] === undefined ? 'is not set' : sentence(issue)}`;
  });
  throw new EnvError(`Environment: ${[...new Set(problems)].join('; ')}. See .env.example.`);
}

let current: Env | undefined;

/**
 * The environment of this process, parsed at the first call and then kept. Call it inside functions, not while a module
 * is evaluated: `next build` evaluates modules without an environment.
 * @throws EnvError as `parseEnv`.
 */
export function getEnv(): Env {
  if (current) return current;
  current = parseEnv(process.env);
  setLaboratoryZone(current.LAB_TIME_ZONE);
  return current;
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'must be a URL of the right scheme';
  return issue.message.startsWith('must') ? issue.message : `is not valid (${issue.message})`;
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    // The constructor is the only test of a zone name that the platform offers.
    return false;
  }
}
