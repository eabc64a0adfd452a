import type { z } from 'zod';
import type { FieldBase, Operator, Storage } from '../field';
import type { Problem } from '../problem';

/** What a file may be: a picture, or a document or a picture. */
export type FileUse = 'image' | 'document';
export type NamedFile = { readonly id: string; readonly name: string };

/**
 * What the system may ask of a field kind. Shared code asks these questions and never which kind it is.
 * `F` is the field's declaration.
 */
export type Kind<F extends FieldBase = FieldBase> = {
  storage(field: F): Storage;
  /** Checks a value that is present; the missing and the empty are the engine's business. */
  schema(field: F): z.ZodType;
  /** What is stored when nothing is given. */
  empty(field: F): unknown;
  readonly operators: readonly Operator[];
  readonly sortable: boolean;
  /** Whether a free-text search looks at it. */
  readonly searchable: boolean;
  /** Its text is HTML, which the server cleans. */
  readonly isHtml?: boolean;
  /** Stored files that a value names, and the value that names others in their place. */
  readonly files?: {
    /** Ids, of a value that was checked and cleaned. */
    find(value: unknown): string[];
    /** `files` holds every file found, by the id that was found. */
    replace(value: unknown, files: ReadonlyMap<string, NamedFile>): unknown;
    /** What it may hold. */
    accepts(field: F): FileUse;
  };
  /** Text of a filter as a value to compare with, or null when it can't be one. */
  parseFilter?(text: string, field: F): unknown;
  /** Checks that need the rest of the record (`details` by `type`); answers the value to store. */
  refine?(
    name: string,
    field: F,
    record: Readonly<Record<string, unknown>>,
  ): { values: Record<string, unknown>; problems: Problem[] };
  /** One cell of a table file, and back to input for `schema`. */
  toCell(value: unknown, field: F): string;
  fromCell(text: string, field: F): unknown;
  /** JSON Schema of the value on the wire. */
  jsonSchema(field: F): Record<string, unknown>;
};

/** Only there to check the shape while keeping the literal types. */
export function kind<F extends FieldBase>(definition: Kind<F>): Kind<F> {
  return definition;
}

/** The cell of a JSON value: empty for nothing. */
export function jsonCell(value: unknown): string {
  const isNothing = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  return isNothing ? '' : JSON.stringify(value);
}

/** A JSON cell back to its value; text that is no JSON stays text, for `schema` to refuse. */
export function fromJsonCell(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
