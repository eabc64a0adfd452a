import 'server-only';

/** Keeps the place in the line until work that goes on after the answer has ended. */
type Hold = <A extends readonly unknown[], T>(later: (...given: A) => Promise<T>) => (...given: A) => Promise<T>;

/** Does at most `atOnce` pieces of work at a time; what comes meanwhile waits its turn. */
export class Line {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  async run<T>(work: (hold: Hold) => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    let isHeld = false;
    const hold: Hold = (later) => {
      isHeld = true;
      return async (...given) => {
        try {
          return await later(...given);
        } finally {
          this.leave();
        }
      };
    };
    try {
      return await work(hold);
    } finally {
      if (!isHeld) this.leave();
    }
  }

  private leave(): void {
    // The place goes to whoever is next, or is free.
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }

  get isIdle(): boolean {
    return this.running === 0;
  }
}

const linesMax = 1000;

/** A line for each key: what one person asks for does not hold up the others. */
export class Lines {
  private readonly lines = new Map<string, Line>();

  constructor(private readonly atOnce: number) {}

  run<T>(key: string, work: (hold: Hold) => Promise<T>): Promise<T> {
    const line = this.lines.get(key) ?? new Line(this.atOnce);
    if (this.lines.size >= linesMax) this.forget();
    this.lines.set(key, line);
    return line.run(work);
  }

  private forget(): void {
    for (const [key, line] of this.lines) if (line.isIdle) this.lines.delete(key);
  }
}
