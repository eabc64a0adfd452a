import type { ArchiveDevice } from '../archive/facts';
import { htmlToText } from '../session-toml/rich-text';

export type Devices = Readonly<
  Record<string, { name: string; description?: string; device_model_metadata_key?: string }>
>;
export type DeviceModels = Readonly<Record<string, { name: string; description?: string; manufacturer?: string }>>;

/** The registries of devices and of their models, each entry once by its key; neither where the session has none. */
export function devicesOf(devices: readonly ArchiveDevice[]): { Devices?: Devices; DeviceModels?: DeviceModels } {
  const models = new Registry<DeviceModels[string]>();
  const registry = new Registry<Devices[string]>();
  for (const { name, type, notes, model } of devices) {
    const modelKey =
      model === null
        ? null
        : models.add(model.name, {
            ...text('description', htmlToText(model.description ?? '')),
            ...text('manufacturer', model.supplier ?? ''),
          });
    registry.add(name, {
      ...text('description', [type, htmlToText(notes ?? '').trim()].filter(Boolean).join('. ')),
      ...(modelKey === null ? {} : { device_model_metadata_key: modelKey }),
    });
  }
  return {
    ...(registry.isEmpty ? {} : { Devices: registry.entries }),
    ...(models.isEmpty ? {} : { DeviceModels: models.entries }),
  };
}

/** Entries by keys that are made from their names; the same entry of the same name stands once. */
class Registry<T extends { name: string }> {
  private readonly byKey = new Map<string, T>();

  get isEmpty(): boolean {
    return this.byKey.size === 0;
  }

  get entries(): Readonly<Record<string, T>> {
    return Object.fromEntries(this.byKey);
  }

  /** The key of the entry. Names have no slash in NWB, and two devices never the same. */
  add(name: string, rest: Omit<T, 'name'>): string {
    const plain = name.replaceAll('/', '-').trim() || 'device';
    for (let number = 1; ; number += 1) {
      const entry = { name: number === 1 ? plain : `${plain} ${number}`, ...rest } as T; // the rest and its name
      const key = keyOf(entry.name);
      const before = this.byKey.get(key);
      if (!before) {
        this.byKey.set(key, entry);
        return key;
      }
      if (JSON.stringify(before) === JSON.stringify(entry)) return key;
    }
  }
}

/** `neuropixels_2_0_probe` for “Neuropixels 2.0 probe”. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '') || 'device';

const text = <K extends string>(key: K, value: string): Partial<Record<K, string>> =>
  value.trim() === '' ? {} : ({ [key]: value.trim() } as Record<K, string>); // the one key
