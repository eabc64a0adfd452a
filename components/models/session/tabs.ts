/** The tabs of a session's form in their order; the values are those in addresses (`?tab=`), which the API names too. */
export const sessionTabs = [
  { value: 'general', label: 'General' },
  { value: 'recording_files', label: 'Recording files' },
  { value: 'epochs', label: 'Epochs' },
  { value: 'behaviors', label: 'Behaviors' },
  { value: 'data_acquisition', label: 'Data acquisition' },
  { value: 'manipulations', label: 'Manipulations' },
  { value: 'online_repositories', label: 'Online repositories' },
] as const;

export type SessionTab = (typeof sessionTabs)[number]['value'];

/** The page on which a session is edited, at a tab and a field. */
export const editHref = (id: string | number, tab?: SessionTab, field?: string): string =>
  `/sessions/${id}/edit${tab && tab !== 'general' ? `?tab=${tab}` : ''}${field ? `#${field}` : ''}`;
