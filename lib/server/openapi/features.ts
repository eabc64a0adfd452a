import 'server-only';

/** Parts of the wire beside those of models, which say themselves what they serve: described only where they are served. */
export const features = {
  /** Signing in a program by a browser: `auth/device/`. */
  deviceFlow: false,
} as const satisfies Record<string, boolean>;
