import type { Condition } from './field-parts';

/** The condition that a text occurs in the field, in whatever case. */
export const containsConditions = (name: string, text: string): Condition[] => [
  { path: [name], operator: 'icontains', values: [text] },
];

export const describeContains = (text: string): string => `contains “${text}”`;
