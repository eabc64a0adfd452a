import { idsOf } from '@/components/fields/read-value';
import type { Showing } from '@/components/fields/field-parts';
import type { Crumb } from '@/components/ui/breadcrumbs';
import type { AnyRecord } from '@/lib/declare/model';

/** The way down to a public record: through its first project that is public too. */
export function publicCrumbs(record: AnyRecord, { titles }: Showing): Crumb[] {
  const project = idsOf(record.projects).find((id) => titles.project?.[id] !== undefined);
  return [
    { label: 'Public projects', href: '/public' },
    ...(project ? [{ label: titles.project?.[project] ?? '', href: `/public/projects/${project}` }] : []),
    { label: String(record.name) },
  ];
}
