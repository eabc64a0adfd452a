import { foldersOf, type FolderNames, type MissingForPath } from './folders';
import { spell, type Spelling } from './spell';

export type { FolderNames, MissingForPath, Named } from './folders';

/** A storage as its record has it. */
export type Storage = {
  readonly id: string;
  readonly name: string;
  readonly data_protocols: readonly {
    readonly protocol: string;
    readonly path: string;
    readonly is_public?: boolean;
  }[];
  readonly data_organization: readonly { readonly elements: string }[];
};

/** A line that leads to the files of a session. */
export type StorageLine = Spelling & {
  readonly protocol: string;
  /** Anyone reaches it so. */
  readonly isPublic: boolean;
};

export type StoragePlace = {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly StorageLine[];
  readonly missing: readonly MissingForPath[];
};

/** The lines that lead to a session's folder on a storage, by each of its protocols, and what is missing for them. */
export function storagePlace(storage: Storage, names: FolderNames): StoragePlace {
  const { folders, missing } = foldersOf(
    storage.data_organization.map(({ elements }) => elements),
    names,
  );
  const lines = storage.data_protocols.flatMap(({ protocol, path, is_public: isPublic = false }) =>
    folders.flatMap((below) => spell(protocol, path, below).map((line) => ({ ...line, protocol, isPublic }))),
  );
  const noProtocol: MissingForPath = {
    at: 'data_protocols',
    message: 'How to reach it is not described.',
  };
  return {
    id: storage.id,
    name: storage.name,
    lines,
    missing: lines.length > 0 ? missing : [noProtocol],
  };
}
