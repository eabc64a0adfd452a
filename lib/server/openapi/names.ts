import 'server-only';
import type { Model } from '@/lib/declare/model';
import type { FamilyName } from '@/lib/vocabularies/types';
import type { Json } from './json';

const pascal = (text: string): string =>
  text
    .split(/[\s_]+/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');

/** `DataAcquisition`: the schema of a record, from its wire key, which no later version renames. */
export const schemaName = (model: Model): string => pascal(model.wire.singular);

/** What POST and PUT send, what PATCH sends, what a list answers. */
export const createName = (model: Model): string => `${schemaName(model)}Create`;
export const inputName = (model: Model): string => `${schemaName(model)}Input`;
export const listName = (model: Model): string => `${schemaName(model)}List`;

/** The details of a family, of any type; and of one type. */
export const familySchemaName = (family: FamilyName): string => `${pascal(family)}Details`;
export const typeSchemaName = (family: FamilyName, code: string): string =>
  `${familySchemaName(family)}_${code.replaceAll(/[^\w.-]/g, '_')}`;

export const schemaRef = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
export const exampleRef = (name: string): Json => ({ $ref: `#/components/examples/${name}` });
export const parameterRef = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });
export const responseRef = (name: string): Json => ({ $ref: `#/components/responses/${name}` });
