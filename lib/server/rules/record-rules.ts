import 'server-only';
import { checkRecording } from '@/lib/formats/session-toml/check-recording';
import { nearest, type Problem } from '@/lib/declare/problem';
import { findType } from '@/lib/vocabularies/types';
import type { Draft } from './link-rule';

/** Rules about a whole record that are no condition on one linked row. */
export type RecordRule = (context: { readonly draft: Draft; readonly values: Draft }) => Promise<Problem[]>;

export const recordRules: Readonly<Record<string, RecordRule>> = {
  'coordinates-fit-the-type': async ({ draft, values }) => {
    const { type, coordinates_system: system } = draft;
    if (!('type' in values || 'coordinates_system' in values) || typeof type !== 'string' || typeof system !== 'string')
      return [];
    const systems = findType('procedure', type)?.allowedCoordinateSystems;
    if (!systems || systems.includes(system)) return [];
    const near = nearest(system, systems) ?? systems[0];
    return [
      {
        path: 'coordinates_system',
        code: 'coordinates-fit-the-type',
        message: `This type of procedure is placed by ${systems.join(', ')}; found ${system}. Choose ${near}.`,
      },
    ];
  },
  'recording-files-are-sound': async ({ draft }) => checkRecording(draft),
};
