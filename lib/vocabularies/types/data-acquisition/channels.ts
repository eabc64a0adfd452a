import { numbers, string, table } from '../build';

/** Which channels lie on which shank or tetrode. */
export const electrodeGroups = table('electrodeGroups', 'Electrode groups', [
  numbers('channels', 'List of channels', 'integer'),
  string('label', 'Label'),
]);

/** Channels or groups with a remark, for example bad ones. */
export const channelTags = table('channelTags', 'Channel tags', [
  string('tag', 'Channel tag'),
  numbers('channels', 'List of channels', 'integer'),
  numbers('groups', 'Electrode groups', 'integer'),
]);
