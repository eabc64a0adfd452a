import type { Profile } from '@/lib/formats/session-toml/shape';
import { validateSessionToml, type Validation } from '@/lib/formats/session-toml/validate';
import { writeSessionToml } from '@/lib/formats/session-toml/write';

/** A validation with the canonical text of a valid file. */
export type Checked = Validation & { canonical: string | null };

/** Checks a text or the bytes of a file. Loaded on demand: it brings the whole parser. */
export function check(source: string | Uint8Array, profile: Profile): Checked {
  const result = validateSessionToml(source, profile);
  return { ...result, canonical: result.value && writeSessionToml(result.value, profile) };
}
