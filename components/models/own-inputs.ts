import type { ComponentType } from 'react';
import type { InputProps } from '../fields/field-parts';
import { SubtypesInput } from './protocol/subtypes';

const inputs: Readonly<Record<string, Readonly<Record<string, ComponentType<InputProps>>>>> = {
  protocol: { subtypes: SubtypesInput },
};

/** The hand-made input of a field, in place of the one of its kind; none for most. Only forms import this. */
export const ownInput = (model: string, field: string): ComponentType<InputProps> | undefined => inputs[model]?.[field];
