import type { ModelName } from '@/lib/models';
import { creationsOf } from '@/test/access/inputs';
import type { World } from '@/test/world';
import type { ContractWorld } from './world';

/** What to send to create one more record of a model; each is different from all before. */
export function inputOf(
  { owner, labs, catalogues, annex, spare }: ContractWorld,
  model: ModelName,
): Record<string, unknown> {
  const [home, other, open] = labs.map(({ tree }) => tree);
  // Those parts of that world that inputs are made of; here all three laboratories are of one person.
  const parts = { home, other, open, common: home, catalogue: catalogues[0], annex, owner } as unknown as World;
  const [creation] = creationsOf(parts, model);
  if (!creation) throw new Error(`There is no input for a ${model}.`);
  const { input } = creation;
  // One session has a subject and its files once only; an acronym is short.
  if (model === 'sessionsubject' || model === 'recordingfiles') return { ...input, session: spare };
  if (model === 'brainregion') return { ...input, acronym: String(input.acronym).slice(-12) };
  return input;
}
