import type { ModelView } from '@/lib/declare/view';

type Values = Readonly<Record<string, unknown>>;

/** Whether a form of this model begins with the present minute anywhere. */
export const beginsNow = (fields: ModelView['fields']): boolean =>
  Object.values(fields).some(({ begins }) => begins === 'now');

const isNow = (view: ModelView, name: string): boolean => view.fields[name]?.begins === 'now';
const those = (values: Values, isMeant: (name: string) => boolean): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isMeant(name)));

/** Of the values of a form, those that begin with the present minute. */
export const onlyNow = (view: ModelView, values: Values): Values => those(values, (name) => isNow(view, name));
/** The others: what a form began with, whenever that was. */
export const withoutNow = (view: ModelView, values: Values): Values => those(values, (name) => !isNow(view, name));
