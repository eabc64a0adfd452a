import type { SessionToml } from './shape';

/** The keys of `[session]`. */
export type SessionKey = keyof SessionToml['session'];

/** A subject of the session; `age` is its age at recording, an ISO 8601 duration if the file had one. */
export type PortalSubject = { name: string; sex: string | null; genotype: string | null; age: string | null };

/** The recording files of a session, field by field as the portal keeps them. */
export type PortalRecording = {
  bpod_path: string | null;
  bpod_order: string | null;
  bpod_continuous_time: boolean | null;
  trial_types: SessionToml['bpod']['trial_types'];
  ttls: SessionToml['TTLs'];
  cameras: SessionToml['cameras'];
};

/**
 * A session as the portal knows it, independent of its database: `date_time` is an ISO instant in UTC, `description`
 * sanitised HTML. `as_written` keeps the values of `[session]` letter by letter as an imported file had them.
 */
export type PortalSession = {
  name: string;
  date_time: string | null;
  experimenter: string | null;
  description: string | null;
  subjects: PortalSubject[];
  recording: PortalRecording | null;
  as_written: Partial<Record<SessionKey, string>>;
};
