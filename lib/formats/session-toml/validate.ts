import { CheckContext, type Section } from './check/context';
import { checkRelations } from './check/relations';
import { readSection } from './check/structure';
import { checkValues } from './check/values';
import { decodeText } from './decode';
import type { Problem } from './problems';
import { documentShape, type KeyShape, type Profile, type SessionToml } from './shape';
import { Lines } from './toml/lines';
import { parseToml } from './toml/parse';

/** The answer about one file. `alternative` is there when strict 1.0 refuses what the pipeline would read. */
export type Validation = {
  valid: boolean;
  profile: Profile;
  problems: Problem[];
  value: SessionToml | null;
  alternative?: 'pipeline';
};

/**
 * Checks a session.toml: every problem of syntax, structure, values and references in one pass, in file order. Takes
 * time linear in the input and never throws, whatever the bytes. `value` is the document when nothing is an error.
 */
export function validateSessionToml(input: string | Uint8Array, profile: Profile = '1.0'): Validation {
  const { text, fault } = decodeText(input);
  const lines = new Lines(text);
  if (fault) {
    const context = new CheckContext(profile, lines);
    context.add(fault.code, '', fault.at, fault.message, fault.hint);
    return { valid: false, profile, problems: context.sorted(), value: null };
  }
  const source = { ...parseToml(text), lines };
  const result = check(source, profile);
  if (result.valid || profile === 'pipeline' || !check(source, 'pipeline').valid) return result;
  return { ...result, alternative: 'pipeline' };
}

function check({ root, faults, lines }: ReturnType<typeof parseToml> & { lines: Lines }, profile: Profile): Validation {
  const context = new CheckContext(profile, lines);
  for (const { code, at, message, hint } of faults) {
    context.add(code, '', at, code === 'syntax-error' ? `${message}\n${lines.excerpt(at)}` : message, hint);
  }
  const document = readSection(context, root, documentShape);
  checkValues(context, document, documentShape.keys);
  checkRelations(context, document);
  const problems = context.sorted();
  const valid = !problems.some((problem) => problem.severity === 'error');
  return { valid, profile, problems, value: valid ? toValue(document, profile) : null };
}

/** The document of a section without errors. */
function toValue(document: Section, profile: Profile): SessionToml {
  const value = plain(document, documentShape.keys, profile);
  // The structure check has just proven this shape; TypeScript cannot follow it through the data.
  return value as SessionToml;
}

function plain(section: Section, keys: Readonly<Record<string, KeyShape>>, profile: Profile): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [key, shape] of Object.entries(keys)) {
    if (shape.type === 'list') {
      value[key] = (section.lists.get(key)?.entries ?? []).map((entry) => plain(entry, shape.keys, profile));
    } else if (shape.type === 'table') {
      const below = section.sections.get(key);
      if (below) value[key] = plain(below, shape.keys, profile);
    } else {
      const leaf = section.values.get(key)?.value;
      const isPipelineOrder = shape.role === 'order' && profile === 'pipeline';
      if (leaf !== undefined) value[key] = isPipelineOrder ? String(leaf).replace(/^time_/, 'mtime_') : leaf;
    }
  }
  return value;
}
