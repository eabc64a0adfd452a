/** The panels of the dashboard; how many lines stand there until they come. */
export const panels = {
  today: { title: 'Today', lines: 3 },
  needs: { title: 'What needs doing', lines: 6 },
  edited: { title: 'What you were doing', lines: 8 },
  projects: { title: 'Projects', lines: 5 },
} as const;

/** So much of today, and so many projects, are shown. */
export const shownMost = { today: 6, projects: 5 } as const;

/** The dashboard with a few of the needs, and with all of them. */
export const needsHrefs = { first: '/dashboard', all: '/dashboard?needs=all' } as const;
