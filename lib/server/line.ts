import 'server-only';

/** Does at most `atOnce` pieces of work at a time; what comes meanwhile waits its turn. */
export class Line {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes to whoever is next, or is free.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  get isIdle(): boolean {
    return this.running === 0;
  }
}

/** A line for each key, as long as something is in it: what one person asks for does not hold up the others. */
export class Lines {
  private readonly lines = new Map<string, Line>();

  constructor(private readonly atOnce: number) {}

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(key) ?? new Line(this.atOnce);
    this.lines.set(key, line);
    try {
      return await line.run(work);
    } finally {
      if (line.isIdle) this.lines.delete(key);
    }
  }

  get size(): number {
    return this.lines.size;
  }
}
