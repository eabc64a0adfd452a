import type { HistoryAction, HistorySource } from '@/lib/declare/history';

/** Through what a write came, in words, and what it copied. */
export function sourceText(source: HistorySource): string {
  const { copyOf } = source;
  if (!copyOf) return wayText(source);
  const named = copyOf.name ? ` “${copyOf.name}”` : '';
  const copied =
    copyOf.kind === 'template'
      ? `from ${named ? 'the' : 'a'} template${named}`
      : `like ${named ? 'the' : 'another'} session${named}`;
  return `${wayText(source)}, ${copied}`;
}

function wayText({ kind, name }: HistorySource): string {
  switch (kind) {
    case 'portal':
      return 'in the portal';
    case 'token':
      return name ? `over the API with the token “${name}”` : 'over the API';
    case 'import':
      return name ? `by importing ${name}` : 'by an import';
    case 'system':
      return name ? `by the system: ${name}` : 'by the system';
  }
}

/** What was done, in a word. */
export const actionText: Readonly<Record<HistoryAction, string>> = {
  create: 'Created',
  update: 'Changed',
  delete: 'Deleted',
  restore: 'Restored',
  approve: 'Approved',
};
