/** The panels of the dashboard with their room, said once for what they show and for their place until then. */
export const panels = {
  today: { title: 'Today', lines: 6 },
  needs: { title: 'What needs doing', lines: 6 },
  edited: { title: 'What you were doing', lines: 5 },
  projects: { title: 'Projects', lines: 5 },
} as const;
