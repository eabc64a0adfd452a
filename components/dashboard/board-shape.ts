/** How many lines each panel of the dashboard has. */
export interface BoardLines {
  today: number;
  needs: number;
  projects: number;
}

interface BoardShape {
  /** The first two panels stand beside each other; what one was doing goes below the shorter of them. */
  longer: 'today' | 'needs';
  /** So many lines of what one was doing make both columns equally long. */
  edited: number;
}

/** Of what one was doing there is nearly always more to show; fewer are no help, more are no dashboard. */
export const editedLines = { least: 3, most: 16 } as const;

/** So many letters fit beside the badge and the fix of a need; a further row of text is less high than a line. */
const row = { letters: 42, height: 0.625 } as const;

/** How many lines high a sentence is that is shown to its end. */
export const linesOf = (text: string): number => 1 + Math.max(0, Math.ceil(text.length / row.letters) - 1) * row.height;

/** Arranges the panels in two columns without a hole, however much or little there is in each. */
export function shapeBoard({ today, needs, projects }: BoardLines): BoardShape {
  // What says that there is nothing takes a line too.
  const lines = (count: number) => Math.max(1, count);
  const apart = lines(needs) - lines(today);
  const wanted = Math.round(Math.abs(apart) + lines(projects));
  return {
    longer: apart >= 0 ? 'needs' : 'today',
    edited: Math.min(Math.max(wanted, editedLines.least), editedLines.most),
  };
}
