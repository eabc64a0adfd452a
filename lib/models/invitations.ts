import { boolean, dateTime, defineModel, parties, reference, text } from '@/lib/declare/constructors';
import { invitationActions } from './shared';

const user = (label: string) =>
  reference({ label, to: 'user', onDelete: 'cascade', readOnly: true, listed: true, filter: true });
const group = (label: string) =>
  reference({ label, to: 'group', onDelete: 'cascade', readOnly: true, listed: true, filter: true });
const flag = (label: string) => boolean({ label, default: false, readOnly: true, listed: true });
const project = reference({
  label: 'Project',
  to: 'project',
  onDelete: 'cascade',
  readOnly: true,
  isTold: true,
  listed: true,
  filter: true,
});
const projectFlags = {
  can_change: flag('Can change'),
  manage_project: flag('Manages the project'),
  own_project: flag('Owns the project'),
};
const message = text({ label: 'Message', readOnly: true });
const about = {
  email: text({ label: 'E-mail', readOnly: true, caseless: true, listed: true }),
  message,
  expires_at: dateTime({ label: 'Open until', readOnly: true, listed: true }),
};

const shared = {
  icon: 'mail-open',
  nav: null,
  title: 'message',
  search: ['message'],
  sort: '-created_at',
  view: true,
  readOnly: true,
  actions: invitationActions,
} as const;

export const projectmembershipinvitation = defineModel({
  ...shared,
  name: 'projectmembershipinvitation',
  wire: { singular: 'project_membership_invitation', plural: 'project_membership_invitations' },
  app: 'stem',
  aliases: ['stem/project_membership_invitation'],
  path: 'project-invitations',
  label: 'Invitation to a project',
  labelPlural: 'Invitations to projects',
  help: 'People who were asked into a project and have not answered yet.',
  access: parties({ field: 'invitee', as: 'self' }, { field: 'project', as: 'managers' }),
  layout: [{ title: 'Invitation', fields: ['project', 'invitee', 'email', 'message', 'expires_at'] }],
  fields: { invitee: user('Invited person'), project, ...projectFlags, ...about },
});

export const projectgroupmembershipinvitation = defineModel({
  ...shared,
  name: 'projectgroupmembershipinvitation',
  wire: { singular: 'project_group_membership_invitation', plural: 'project_group_membership_invitations' },
  app: 'stem',
  aliases: ['stem/project_group_membership_invitation'],
  path: 'project-group-invitations',
  label: 'Invitation of a group',
  labelPlural: 'Invitations of groups',
  help: 'Groups that were asked into a project and have not answered yet.',
  access: parties({ field: 'invitee', as: 'managers' }, { field: 'project', as: 'managers' }),
  layout: [{ title: 'Invitation', fields: ['project', 'invitee', 'message', 'expires_at'] }],
  fields: {
    invitee: group('Invited group'),
    project,
    ...projectFlags,
    message,
    expires_at: about.expires_at,
  },
});

export const groupmembershipinvitation = defineModel({
  ...shared,
  name: 'groupmembershipinvitation',
  wire: { singular: 'group_membership_invitation', plural: 'group_membership_invitations' },
  app: 'users',
  aliases: ['users/group_membership_invitation'],
  path: 'group-invitations',
  label: 'Invitation to a group',
  labelPlural: 'Invitations to groups',
  help: 'People who were asked into a group and have not answered yet.',
  hasMeta: true,
  access: parties({ field: 'user_account_invitation', as: 'self' }, { field: 'authgroup', as: 'managers' }),
  layout: [{ title: 'Invitation', fields: ['authgroup', 'user_account_invitation', 'email', 'message', 'expires_at'] }],
  fields: {
    user_account_invitation: user('Invited person'),
    authgroup: group('Group'),
    new_manager: flag('As manager'),
    new_owner: flag('As owner'),
    ...about,
  },
});

export const groupmembershiprequest = defineModel({
  ...shared,
  name: 'groupmembershiprequest',
  wire: { singular: 'group_membership_request', plural: 'group_membership_requests' },
  app: 'users',
  aliases: ['users/group_membership_request'],
  path: 'group-requests',
  label: 'Request to join a group',
  labelPlural: 'Requests to join groups',
  help: 'People who ask to join a group; its managers answer.',
  hasMeta: true,
  access: parties({ field: 'user_account_request', as: 'self' }, { field: 'authgroup', as: 'managers' }),
  layout: [{ title: 'Request', fields: ['authgroup', 'user_account_request', 'message', 'expires_at'] }],
  fields: {
    user_account_request: user('Person'),
    authgroup: group('Group'),
    message,
    expires_at: about.expires_at,
  },
});
