import type { Finding } from '@/lib/formats/archive/facts';

type State = {
  readonly state: 'ready' | 'advised' | 'needed';
  /** A few words. */
  readonly brief: string;
  /** A sentence, before the list of what was found. */
  readonly words: string;
};

/** How a record stands with archives. */
export function stateOf(findings: readonly Finding[]): State {
  const needed = findings.filter(({ severity }) => severity === 'error').length;
  const advised = findings.length - needed;
  if (needed > 0) {
    const words = `${needed === 1 ? 'One thing is needed' : `${needed} things are needed`} before an archive takes it:`;
    return { state: 'needed', brief: 'Not ready for NWB', words };
  }
  if (advised > 0) {
    const words = `Ready. ${advised === 1 ? 'One value could be better' : `${advised} values could be better`}:`;
    return { state: 'advised', brief: 'Ready for NWB, with advice', words };
  }
  return { state: 'ready', brief: 'Ready for NWB', words: 'Ready for NWB and DANDI.' };
}

/** The address of a session's metadata for NeuroConv; of one of its subjects where there are several. */
export const metadataHref = (session: string, subject: string | null): string =>
  `/api/private/stem/session/${session}/neuroconv.yaml${subject === null ? '' : `?subject=${subject}`}`;
