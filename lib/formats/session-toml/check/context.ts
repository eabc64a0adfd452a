import type { Lines } from '../toml/lines';
import { describeCode, severityOf, type Problem, type ProblemCode } from '../problems';
import type { Profile, ValueShape } from '../shape';

/** More problems than anyone reads; the count of a hostile file stays bounded. */
const PROBLEMS_MAX = 1000;

/** A well-typed value of the document, with its place. */
export type Leaf = { path: string; at: number; value: string | number | boolean };

/** A section as far as it could be read: its values, sections and lists by key, each only if present and well-typed. */
export type Section = {
  path: string;
  at: number;
  values: Map<string, Leaf>;
  sections: Map<string, Section>;
  lists: Map<string, { at: number; entries: Section[] }>;
};

/** What a check needs to know and where it reports. */
export class CheckContext {
  readonly problems: Problem[] = [];

  constructor(
    readonly profile: Profile,
    private readonly lines: Lines,
  ) {}

  /** True while there is room for more problems. */
  get isOpen(): boolean {
    return this.problems.length < PROBLEMS_MAX;
  }

  /** Reports a problem at an offset of the source. */
  add(code: ProblemCode, path: string, at: number, message: string, hint: string | null = null): void {
    if (!this.isOpen) return;
    this.push(code, path, at, message, hint);
    if (!this.isOpen) this.push('too-many-problems', '', at, 'There are more problems than are listed here.', null);
  }

  /** Reports a problem at a value. */
  addAt(code: ProblemCode, leaf: Leaf, message: string, hint: string | null = null): void {
    this.add(code, leaf.path, leaf.at, message, hint);
  }

  /** The line of an offset. */
  lineOf(at: number): number {
    return this.lines.position(at).line;
  }

  /** All problems in the order of the file; absences are left out when syntax errors hide parts of it. */
  sorted(): Problem[] {
    const isTorn = this.problems.some((problem) => problem.code === 'syntax-error');
    return this.problems
      .filter((problem) => !(isTorn && describeCode(problem.code).isAbsence))
      .toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  private push(code: ProblemCode, path: string, at: number, message: string, hint: string | null): void {
    const { requirement } = describeCode(code);
    const severity = severityOf(code, this.profile);
    this.problems.push({ code, severity, path, ...this.lines.position(at), message, requirement, hint });
  }
}

/** True when the profile knows the key. */
export function isInProfile(shape: { only?: ValueShape['only'] }, profile: Profile): boolean {
  return shape.only === undefined || shape.only === profile;
}
