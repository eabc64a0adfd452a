import { typeFamily, type DetailField } from './types';

/** A type of log whose entry is one amount at one time, such as a weight: what is noted of many animals in a row. */
export type MeasuredType = {
  readonly code: string;
  readonly label: string;
  readonly field: Pick<DetailField, 'key' | 'label'>;
  readonly unit: string;
};

/** The types of subject logs that a round through the animals can note. */
export const measuredTypes: readonly MeasuredType[] = Object.values(typeFamily('subjectlog').types).flatMap(
  ({ code, label, entry, fields: [field, ...others] }) =>
    entry === 'instant' && field?.kind === 'numberUnit' && field.unit && others.length === 0
      ? [{ code, label, field: { key: field.key, label: field.label }, unit: field.unit }]
      : [],
);

export const measuredType = (code: unknown): MeasuredType | undefined =>
  measuredTypes.find((type) => type.code === code);
