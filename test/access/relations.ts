import { isInverse, isReference, isReferences, type Model } from '@/lib/declare/model';
import { kindOf } from '@/lib/declare/kinds';
import { modelNamed } from '@/lib/models';
import type { Fact, Facts } from './oracle';

export type Relation = {
  readonly name: string;
  readonly target: Model;
  /** Whether the wire carries a list. */
  readonly isList: boolean;
  /** Not on the public portal. */
  readonly isPrivate: boolean;
  /** Named also to those who may not read it. */
  readonly isTold: boolean;
  /** Ids of all records that a record is related to, seen or not. */
  of(facts: Facts, record: Fact): string[];
};

/** The relations of a model that may be included and filtered by. */
export function relationsOf(model: Model): Relation[] {
  return Object.entries(model.fields).flatMap(([name, field]): Relation[] => {
    if (field.internal) return [];
    if (isInverse(field)) {
      const back = (facts: Facts, { id }: Fact) =>
        facts.links.flatMap((link) =>
          link.to === id && link.field === field.by && facts.records.get(link.from)?.model === field.of
            ? [link.from]
            : [],
        );
      return [
        {
          name,
          target: modelNamed(field.of),
          isList: true,
          isPrivate: field.isPrivate === true,
          isTold: false,
          of: back,
        },
      ];
    }
    if (!isReference(field) && !isReferences(field)) return [];
    const forth = (facts: Facts, { id }: Fact) =>
      facts.links.flatMap((link) => (link.from === id && link.field === name ? [link.to] : []));
    const isPrivate = field.isPrivate === true;
    return [
      {
        name,
        target: modelNamed(field.to),
        isList: isReferences(field),
        isPrivate,
        isTold: field.isTold === true,
        of: forth,
      },
    ];
  });
}

/** A field of text to filter and search the model by, or null. */
export function textFieldOf(model: Model): string | null {
  const field = model.fields[model.title];
  return field && kindOf(field).operators.includes('icontains') ? model.title : null;
}
