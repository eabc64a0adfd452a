import { ArrowRight } from 'lucide-react';
import { listOfHits, type HitGroup, type RecentHit } from '@/lib/declare/search-answer';
import { NavIcon } from '../layout/nav-icon';
import { PaletteGroup, PaletteItem } from '../layout/palette-item';
import { HitText } from './hit-text';

interface SharedProps {
  zone: string;
  go: (href: string) => void;
}

interface PaletteRecordsProps extends SharedProps {
  groups: readonly HitGroup[];
  words: readonly string[];
  isGuess: boolean;
}

/** What was found, kind by kind, each with the way to its list where that has more. */
export function PaletteRecords({ groups, words, isGuess, zone, go }: PaletteRecordsProps) {
  return groups.map(({ kind, label, path, icon, hits, hasMore, count }) => (
    <PaletteGroup key={kind} heading={isGuess ? `${label} called alike` : label} isShown>
      {hits.map((hit) => (
        <PaletteItem key={hit.href} value={hit.href} icon={<NavIcon name={icon} />} onSelect={() => go(hit.href)}>
          <HitText hit={hit} words={words} zone={zone} />
        </PaletteItem>
      ))}
      {hasMore ? (
        <PaletteItem
          value={`all ${path}`}
          icon={<ArrowRight aria-hidden />}
          onSelect={() => go(listOfHits(path, words))}
        >
          See all {count === null ? null : `${count.toLocaleString('en')} `}in {label}
        </PaletteItem>
      ) : null}
    </PaletteGroup>
  ));
}

/** What was opened last, then what changed last. */
export function PaletteRecent({ recent, zone, go }: SharedProps & { recent: readonly RecentHit[] }) {
  return (
    <PaletteGroup heading="Recent" isShown={recent.length > 0}>
      {recent.map((hit) => (
        <PaletteItem
          key={hit.href}
          value={hit.href}
          icon={<NavIcon name={hit.icon} />}
          aside={hit.kind}
          onSelect={() => go(hit.href)}
        >
          <HitText hit={hit} words={[]} zone={zone} />
        </PaletteItem>
      ))}
    </PaletteGroup>
  );
}
