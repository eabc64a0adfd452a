import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { Family, Relative } from '@/lib/declare/subject-life';

/** Parents, litter mates and offspring; nothing where none is known. */
export function FamilyCard({ family }: { family: Family }) {
  const { breeding, mother, father, litterMates, offspring } = family;
  if (!breeding && offspring.length === 0) return null;
  const parents = [mother, father].filter((one) => one !== null);
  return (
    <Card title="Breeding">
      <DescriptionList
        items={[
          ...(breeding
            ? [
                { label: 'Litter', value: <TextLink href={`/breedings/${breeding.id}`}>{breeding.name}</TextLink> },
                { label: 'Parents', value: parents.length > 0 ? <Relatives of={parents} /> : null },
                {
                  label: 'Litter mates',
                  value: litterMates.length > 0 ? <Relatives of={litterMates} /> : null,
                  wide: litterMates.length > 3,
                },
              ]
            : []),
          ...(offspring.length > 0
            ? [{ label: 'Offspring', value: <Relatives of={offspring} />, wide: offspring.length > 3 }]
            : []),
        ]}
      />
    </Card>
  );
}

const TextLink = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} prefetch={false} className="record-link">
    {children}
  </Link>
);

const signs: Readonly<Record<string, string>> = { F: '♀', M: '♂' };

function Relatives({ of }: { of: readonly Relative[] }) {
  return of.map(({ id, name, sex }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : ''}
      <TextLink href={`/subjects/${id}`}>{name}</TextLink>
      {signs[sex] ? (
        <>
          {' '}
          <span aria-hidden className="text-muted-foreground">
            {signs[sex]}
          </span>
          <span className="sr-only">{sex === 'F' ? 'female' : 'male'}</span>
        </>
      ) : null}
    </span>
  ));
}
