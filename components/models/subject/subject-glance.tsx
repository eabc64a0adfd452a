import Link from 'next/link';
import type { ReactNode } from 'react';
import { partsOf } from '@/components/fields';
import type { Showing } from '@/components/fields/field-parts';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { ageInWords } from '@/lib/declare/age';
import { deathOf } from '@/lib/declare/death';
import { shareOfBaseline, type Measure } from '@/lib/declare/measures';
import type { AnyRecord } from '@/lib/declare/model';
import type { LifeProcedure } from '@/lib/declare/subject-life';
import type { ModelView } from '@/lib/declare/view';
import { findType } from '@/lib/vocabularies/types';

interface SubjectGlanceProps {
  view: ModelView;
  record: AnyRecord;
  showing: Showing;
  /** ISO 8601 duration, now or at death. */
  age: string | null;
  weight: Measure | null;
  baseline: Measure | null;
  procedures: readonly LifeProcedure[];
}

const facts = ['status', 'sex', 'strain', 'genotype', 'projects'] as const;
/** What the glance and the title of the page say already. */
export const glanceFields = ['name', ...facts] as const;

/** What is the case with a subject now. */
export function SubjectGlance({ view, record, showing, age, weight, baseline, procedures }: SubjectGlanceProps) {
  const shown = (name: string): ReactNode => {
    const field = view.fields[name];
    const value = record[name];
    if (!field || value === null || value === undefined || value === '') return null;
    const { Show } = partsOf(field);
    return <Show field={field} value={value} record={record} showing={showing} />;
  };
  const implants = procedures.filter(({ type }) => findType('procedure', type)?.category === 'Implant Procedures');
  const died = deathOf(record);
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-4">
      {/* One that died nobody knows when does not grow older. */}
      <Fact label={died ? 'Age at death' : 'Age'}>{age && died !== '' ? ageInWords(age) : null}</Fact>
      <Fact label="Weight">{weight ? <Weight weight={weight} baseline={baseline} zone={showing.zone} /> : null}</Fact>
      {facts.map((name) => (
        <Fact key={name} label={view.fields[name]?.label ?? name}>
          {shown(name)}
        </Fact>
      ))}
      <Fact label="Implants">
        {implants.length > 0 ? (
          <ul>
            {implants.map(({ id, type, region }) => (
              <li key={id}>
                <Link href={`/procedures/${id}`} prefetch={false} className="record-link">
                  {findType('procedure', type)?.label ?? type}
                </Link>
                {region ? <span className="text-muted-foreground">, {region}</span> : null}
              </li>
            ))}
          </ul>
        ) : (
          'None'
        )}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted-foreground">{label}</dt>
      <dd className="break-words">
        {children === null ? <span className="text-muted-foreground">not given</span> : children}
      </dd>
    </div>
  );
}

const words = { fine: '', low: ': low', doubtful: ': check it' };

function Weight({ weight, baseline, zone }: { weight: Measure; baseline: Measure | null; zone: string }) {
  const share = baseline && shareOfBaseline(weight.value, baseline.value);
  return (
    <>
      {weight.value.toLocaleString('en')} g{' '}
      {share ? (
        <Badge tone={share.verdict === 'fine' ? 'neutral' : 'warning'}>
          {share.percent.toLocaleString('en')}% of baseline{words[share.verdict]}
        </Badge>
      ) : null}
      <span className="block text-sm text-muted-foreground">
        on <Time value={weight.at} zone={zone} show="date" />
      </span>
    </>
  );
}
