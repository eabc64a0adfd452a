import type { GroupKey, UserKey } from './people';
import type { ProjectKey } from './projects';

/** What waits for somebody's answer, so that there is something to answer. */
export const joinRequests: readonly { by: UserKey; group: GroupKey; message: string }[] = [
  {
    by: 'user:arjun',
    group: 'group:imaging',
    message: 'We want to image the dopamine mice in bay 2 next month.',
  },
];

export const groupInvitations: readonly { by: UserKey; project: ProjectKey; group: GroupKey; message: string }[] = [
  {
    by: 'user:farida',
    project: 'project:adaptation',
    group: 'group:okafor',
    message: 'As we said on Tuesday: have a look at the recordings along the layers.',
  },
];

/** New entries of catalogues, from people who are no reviewers. */
export const proposals = [
  {
    key: 'setuptype:proposed',
    created_by: 'user:sofia',
    name: 'Head-fixed textured belt',
    description: 'Belt with textures below the head-fixed animal, for touch by the paws and whiskers.',
    category: 'H',
    comments: 'For the rig that we build in room 2.118; “Head-fixed treadmill” has no textures.',
  },
] satisfies { key: string; created_by: UserKey; [field: string]: unknown }[];
