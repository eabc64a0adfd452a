import { consumableTypes } from './types/consumable';
import { consumableStockTypes } from './types/consumable-stock';
import { coordinateSystems } from './types/coordinates';
import { dataAcquisitionTypes } from './types/data-acquisition';
import { equipmentTypes } from './types/equipment';
import { manipulationTypes } from './types/manipulation';
import { procedureTypes } from './types/procedure';
import { procedureLogTypes } from './types/procedure-log';
import type { FamilyName, TypeFamily, TypeSchema } from './types/schema';
import { subjectLogTypes } from './types/subject-log';

export type { DetailField, DetailKind, FamilyName, Quantity, TypeFamily, TypeSchema } from './types/schema';

const families: Record<FamilyName, TypeFamily> = {
  procedure: procedureTypes,
  dataacquisition: dataAcquisitionTypes,
  manipulation: manipulationTypes,
  equipment: equipmentTypes,
  consumablestock: consumableStockTypes,
  subjectlog: subjectLogTypes,
  procedurelog: procedureLogTypes,
  consumable: consumableTypes,
  coordinates: coordinateSystems,
};

export const familyNames = Object.keys(families);

/** Whether a text names a family. */
export const isFamilyName = (name: string): name is FamilyName => Object.hasOwn(families, name);

/** The types a model chooses from. Source: the published schemas of BrainSTEM, read in November 2026. */
export const typeFamily = (name: FamilyName): TypeFamily => families[name];

/** One type of a family, or undefined when the code is unknown. */
export const findType = (name: FamilyName, code: string): TypeSchema | undefined => {
  const { types } = families[name];
  return Object.hasOwn(types, code) ? types[code] : undefined;
};

/** The types of a family for a selector, grouped by category in the order they are offered. */
export const typeChoices = (name: FamilyName): { code: string; label: string; category: string }[] =>
  Object.values(families[name].types).map(({ code, label, category }) => ({ code, label, category }));
