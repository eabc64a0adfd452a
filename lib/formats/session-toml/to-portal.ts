import { parseSessionDate } from './calendar';
import type { PortalRecording, PortalSession } from './portal';
import { textToHtml } from './rich-text';
import type { SessionToml } from './shape';
import { instantOf } from './zoned';

/** The portal's session for a valid document. A date without an offset is read in the IANA `zone` of the lab. */
export function sessionToPortal(document: SessionToml, zone: string): PortalSession {
  const { id, subject_id, date, experimenter, description, sex, age, genotype } = document.session;
  return {
    name: id,
    date_time: dateToPortal(date, zone),
    experimenter,
    description: textToHtml(description),
    subjects: [{ name: subject_id, sex, genotype, age }],
    recording: recordingToPortal(document),
    as_written: { ...document.session },
  };
}

/** The instant of a `session.date` as ISO 8601 in UTC; null if it is no date. */
export function dateToPortal(date: string, zone: string): string | null {
  const parsed = parseSessionDate(date);
  return parsed && new Date(instantOf(parsed, zone)).toISOString();
}

function recordingToPortal({ bpod, TTLs, cameras }: SessionToml): PortalRecording {
  return {
    bpod_path: bpod.path,
    bpod_order: bpod.order,
    bpod_continuous_time: bpod.continuous_time ?? null,
    trial_types: bpod.trial_types,
    ttls: TTLs,
    cameras,
  };
}
