const linked = 'can be linked in sessions once it shares a group with one of their projects.';

/** What is linked only where a group is shared: people on both lists do not do (permissions, "What may be linked"). */
const losses: Readonly<Record<string, string>> = {
  project:
    'Setups, behavioral assays and data storages can be linked in its sessions once they share a group with it: add the group of your laboratory to both.',
  setup: `A setup ${linked}`,
  behavioralassay: `A behavioral assay ${linked}`,
  datastorage: `A data storage ${linked}`,
};

/** What a record goes without while no group is on its list; an empty text where that is nothing. */
export const withoutGroup = (model: string): string => losses[model] ?? '';
