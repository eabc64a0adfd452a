import 'server-only';
import { AppError } from '@/lib/errors';
import { requestToJoin } from '../operations/join';
import { leave } from '../operations/leave';
import type { Acting, Hooks } from './index';

const member = ({ viewer }: Acting) => {
  if (viewer.kind !== 'user') throw new AppError('forbidden');
  return viewer;
};
const messageIn = (input: unknown): string =>
  typeof input === 'object' && input !== null && 'message' in input && typeof input.message === 'string'
    ? input.message
    : '';

/** Joining is asked for, leaving is done. */
export const groupHooks: Hooks = {
  actions: {
    async join(acting) {
      const { tellManagers } = await requestToJoin(member(acting), acting.id, messageIn(acting.input), acting.tx);
      acting.afterCommit(tellManagers);
    },
    async leave(acting) {
      await leave(member(acting), acting.model, acting.id, acting.tx);
    },
  },
};
