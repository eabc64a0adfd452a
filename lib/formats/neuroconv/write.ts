import { stringify } from 'yaml';
import type { NeuroconvMetadata } from './metadata';

/** The metadata as YAML that YAML 1.1 readers such as PyYAML take for the same texts. One trailing newline. */
export function writeMetadata(metadata: NeuroconvMetadata): string {
  return stringify(metadata, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
