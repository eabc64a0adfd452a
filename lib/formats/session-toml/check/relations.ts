import { canOverlap, type Budget } from '../glob/overlap';
import { readPattern } from '../glob/faults';
import type { GlobToken } from '../glob/tokens';
import type { ProblemCode } from '../problems';
import { didYouMean } from '../suggest';
import { shown } from '../text';
import type { CheckContext, Leaf, Section } from './context';

/** How many steps all comparisons of camera patterns may take together: some tenths of a second at worst. */
const OVERLAP_STEPS = 400_000;

/** Checks everything that holds between values: unique ids, references, trial types, the subject's name, patterns. */
export function checkRelations(context: CheckContext, document: Section): void {
  const session = document.sections.get('session');
  const bpod = document.sections.get('bpod');
  const cameras = document.lists.get('cameras')?.entries ?? [];
  const ttls = document.lists.get('TTLs')?.entries ?? [];
  const trialTypes = bpod?.lists.get('trial_types')?.entries ?? [];
  checkUnique(context, ttls, 'id', 'duplicate-id');
  checkUnique(context, cameras, 'id', 'duplicate-id');
  checkUnique(context, trialTypes, 'trial_type', 'duplicate-trial-type');
  const ids = new Set(ttls.flatMap((ttl) => ttl.values.get('id')?.value ?? []).map(String));
  checkReferences(context, cameras, 'ttl_id', ids, 'unknown-ttl-id');
  checkReferences(context, trialTypes, 'sync_ttl', ids, 'unknown-sync-ttl');
  if (bpod) checkTrialTypes(context, bpod);
  if (session) checkSubject(context, session);
  checkOverlaps(context, cameras);
}

function checkUnique(context: CheckContext, entries: Section[], key: string, code: ProblemCode): void {
  const first = new Map<Leaf['value'], Leaf>();
  for (const entry of entries) {
    const leaf = entry.values.get(key);
    if (!leaf) continue;
    const before = first.get(leaf.value);
    if (before === undefined) first.set(leaf.value, leaf);
    else {
      const where = `${before.path} in line ${context.lineOf(before.at)}`;
      context.addAt(code, leaf, `${shown(String(leaf.value))} is already used by ${where}.`);
    }
  }
}

function checkReferences(
  context: CheckContext,
  entries: Section[],
  key: string,
  ids: ReadonlySet<string>,
  code: ProblemCode,
): void {
  for (const entry of entries) {
    const leaf = entry.values.get(key);
    if (!leaf || ids.has(String(leaf.value)) || !context.isOpen) continue;
    const known = ids.size === 0 ? 'there are none' : `there are ${[...ids].slice(0, 8).map(shown).join(', ')}`;
    const message = `No [[TTLs]] has the id ${shown(String(leaf.value))}; ${known}${ids.size > 8 ? ', …' : ''}.`;
    context.addAt(code, leaf, message, didYouMean(String(leaf.value), ids));
  }
}

function checkTrialTypes(context: CheckContext, bpod: Section): void {
  const path = bpod.values.get('path');
  const list = bpod.lists.get('trial_types');
  if (!path || path.value === '' || (list?.entries.length ?? 0) > 0) return;
  if (context.profile === 'pipeline' && !list) return;
  const message = 'Bpod data needs at least one [[bpod.trial_types]] with its sync TTL.';
  const hint = 'Without Bpod data write path = "".';
  context.add('no-trial-types', 'bpod.trial_types', list?.at ?? bpod.at, message, hint);
}

function checkSubject(context: CheckContext, session: Section): void {
  const leaf = session.values.get('subject_id');
  if (!leaf || String(leaf.value).length > 400) return;
  const subject = String(leaf.value).trim();
  const experimenter = String(session.values.get('experimenter')?.value ?? '').trim();
  const reason = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(subject)
    ? 'is an e-mail address'
    : subject !== '' && subject.toLowerCase() === experimenter.toLowerCase()
      ? 'is also the experimenter'
      : /^\p{Lu}\p{Ll}[\p{L}'’-]*\s+\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(subject)
        ? 'reads like a person’s name'
        : null;
  if (reason === null) return;
  const hint = 'Use a pseudonym such as mouse_001.';
  context.addAt('subject-looks-like-person', leaf, `The subject ${shown(subject)} ${reason}.`, hint);
}

function checkOverlaps(context: CheckContext, cameras: Section[]): void {
  const budget: Budget = { steps: OVERLAP_STEPS };
  const earlier: { leaf: Leaf; alternatives: GlobToken[][] }[] = [];
  for (const camera of cameras) {
    const leaf = camera.values.get('paths');
    if (!leaf) continue;
    const { alternatives } = readPattern(String(leaf.value));
    const other = earlier.find((before) =>
      before.alternatives.some((a) => alternatives.some((b) => canOverlap(a, b, budget) === true)),
    );
    if (budget.steps < 0) {
      const message = 'Not every pair of camera patterns could be compared; they are too many or too complex.';
      return context.addAt('overlap-not-checked', leaf, message);
    }
    if (other) {
      const where = `${other.leaf.path} in line ${context.lineOf(other.leaf.at)}`;
      const message = `${shown(String(leaf.value))} and ${where} can match the same file.`;
      context.addAt('overlapping-patterns', leaf, message, 'Give each camera files of its own.');
    }
    earlier.push({ leaf, alternatives });
  }
}
