import { missingFrom, missingOf, type Missing } from './missing';
import type { PortalRecording, PortalSession, SessionKey } from './portal';
import { htmlToText, textToHtml } from './rich-text';
import type { Profile, SessionToml } from './shape';
import { dateToPortal } from './to-portal';
import { validateSessionToml } from './validate';
import { writeSessionToml } from './write';
import { isoInZone } from './zoned';

const DEFAULT_ORDER = 'name_asc';

/** The canonical file of a session, or everything that keeps it from having one. */
export type SessionExport = { text: string; missing: null } | { text: null; missing: Missing[] };

/**
 * Writes a portal session as a session.toml that is valid in `profile`; `zone` is the lab's IANA zone. What an imported
 * file wrote is written again letter by letter as long as it still means what the portal holds, so a plain date stays a
 * date. Nothing is exported that the format would refuse.
 */
export function exportSession(session: PortalSession, profile: Profile, zone: string): SessionExport {
  const found = missingOf(session);
  if (found.length > 0) return { text: null, missing: found };
  const text = writeSessionToml(documentOf(session, zone), profile);
  const { problems } = validateSessionToml(text, profile);
  const errors = problems.filter((problem) => problem.severity === 'error');
  return errors.length === 0 ? { text, missing: null } : { text: null, missing: errors.map(missingFrom) };
}

function documentOf(session: PortalSession, zone: string): SessionToml {
  const { as_written: written, recording } = session;
  const subject = session.subjects[0];
  const keep = (key: SessionKey, current: string, isSame: (text: string) => boolean): string => {
    const text = written[key];
    return text !== undefined && isSame(text) ? text : current;
  };
  const plain = (key: SessionKey, value: string | null | undefined) =>
    keep(key, value?.trim() ?? '', (text) => text.trim() === (value ?? '').trim());
  const description = htmlToText(session.description ?? '');
  const instant = session.date_time === null ? 0 : Date.parse(session.date_time);
  const sameInstant = (text: string) => Date.parse(dateToPortal(text, zone) ?? '') === instant;
  return {
    session: {
      id: plain('id', session.name),
      subject_id: plain('subject_id', subject?.name),
      date: keep('date', isoInZone(instant, zone), sameInstant),
      experimenter: plain('experimenter', session.experimenter),
      description: keep('description', description, (text) => htmlToText(textToHtml(text)) === description),
      sex: subject?.sex || 'U',
      age: plain('age', subject?.age),
      genotype: plain('genotype', subject?.genotype),
    },
    ...(recording
      ? filesOf(recording)
      : { bpod: { path: '', order: DEFAULT_ORDER, trial_types: [] }, TTLs: [], cameras: [] }),
  };
}

function filesOf(recording: PortalRecording): Pick<SessionToml, 'bpod' | 'TTLs' | 'cameras'> {
  const { bpod_path, bpod_order, bpod_continuous_time: continuous, trial_types, ttls, cameras } = recording;
  return {
    bpod: {
      path: bpod_path ?? '',
      order: bpod_order ?? DEFAULT_ORDER,
      ...(continuous !== null && { continuous_time: continuous }),
      trial_types,
    },
    TTLs: ttls,
    cameras,
  };
}
