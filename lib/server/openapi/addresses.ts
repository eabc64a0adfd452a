import 'server-only';
import type { Model } from '@/lib/declare/model';
import type { Method, Route } from '../api/routes';

/** `/stem/session/{id}/epochs/`, as documents write it: with a slash at its end, unless that is a file. */
export function addressOf({ app, name }: Model, { path }: Route): string {
  const isFile = path.at(-1)?.includes('.') ?? false;
  return `/${[app, name, ...path].join('/')}${isFile ? '' : '/'}`;
}

/** The methods of a route, in the order in which it names them. */
export const methodsOf = ({ methods }: Route): Method[] => Object.keys(methods) as Method[]; // the keys of its table
