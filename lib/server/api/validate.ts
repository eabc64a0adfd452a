import 'server-only';
import { AppError, invalid } from '@/lib/errors';
import { BYTES_MAX, profiles, type Profile } from '@/lib/formats/session-toml/shape';
import { validateSessionToml } from '@/lib/formats/session-toml/validate';
import { readBytes } from './body';
import { jsonText, respond } from './respond';

/** The profile that a request asks for, strict 1.0 by default. */
export function profileFrom(text: string | null): Profile {
  const profile = profiles.find((one) => one === (text ?? '1.0'));
  if (!profile)
    throw invalid(
      'profile',
      'unknown',
      `Expected one of ${profiles.join(', ')}, found “${(text ?? '').slice(0, 40)}”.`,
    );
  return profile;
}

/**
 * `POST /api/public/session-toml/validate?profile=`: the body is the text. 200 for any text, 413 over the size limit,
 * 400 for bytes that are no text.
 */
export function handleValidate(request: Request): Promise<Response> {
  return respond(request, async () => {
    const profile = profileFrom(new URL(request.url).searchParams.get('profile'));
    const bytes = await readBytes(request, BYTES_MAX);
    const result = validateSessionToml(bytes, profile);
    const { valid, problems, alternative } = result;
    const unreadable = problems.find(({ code }) => code === 'not-utf8');
    if (unreadable) throw new AppError('invalid', { message: `${unreadable.message} ${unreadable.hint ?? ''}`.trim() });
    return jsonText(
      JSON.stringify({ valid, profile: result.profile, problems, ...(alternative ? { alternative } : {}) }),
    );
  });
}
