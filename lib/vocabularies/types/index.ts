import { consumableTypes } from './consumable';
import { consumableStockTypes } from './consumable-stock';
import { coordinateSystems } from './coordinates';
import { dataAcquisitionTypes } from './data-acquisition';
import { equipmentTypes } from './equipment';
import { manipulationTypes } from './manipulation';
import { procedureTypes } from './procedure';
import { procedureLogTypes } from './procedure-log';
import type { FamilyName, TypeFamily, TypeSchema } from './schema';
import { searchWordsOf } from './search-words';
import { subjectLogTypes } from './subject-log';

export type { DetailField, DetailKind, FamilyName, Quantity, TypeFamily, TypeSchema } from './schema';

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
export const typeChoices = (name: FamilyName): TypeChoice[] =>
  Object.values(families[name].types).map(({ code, label, category }) => {
    const words = searchWordsOf(name, code);
    return { code, label, category, ...(words.length > 0 ? { words } : {}) };
  });

export type TypeChoice = { code: string; label: string; category: string; words?: readonly string[] };
