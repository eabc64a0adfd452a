import type { ReactNode } from 'react';
import { textOf, numberOf, idsOf } from '@/components/fields/read-value';
import type { Showing } from '@/components/fields/field-parts';
import { RecordLink, RecordLinks } from '@/components/fields/record-link';
import { Time } from '@/components/ui/time';
import { writeDuration } from '@/components/ui/duration';
import { ageInWords } from '@/lib/declare/age';
import type { AnyRecord } from '@/lib/declare/model';
import type { Parts } from './parts';

/** What is known of a subject beyond its part in the session. */
export type GlanceSubject = {
  readonly id: string;
  /** In words. */
  readonly sex: string;
  readonly strain: string | null;
};

interface SessionGlanceProps {
  record: AnyRecord;
  parts: Parts;
  subjects: readonly GlanceSubject[];
  showing: Showing;
  /** Whoever may fill in what is missing is shown that it is. */
  mayEdit: boolean;
}

/** What matters of a session before all else: whom, when, how long, by whom, for what and where. */
export function SessionGlance({ record, parts, subjects, showing, mayEdit }: SessionGlanceProps) {
  const length = Math.max(0, ...parts.epochs.map(({ start, end }) => numberOf(end) ?? numberOf(start) ?? 0));
  const setups = [...new Set(parts.behaviors.flatMap(({ setup }) => idsOf(setup)))];
  const projects = idsOf(record.projects);
  const onset = textOf(record.date_time);
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-4">
      <Fact isTold={mayEdit} label={parts.subjects.length > 1 ? 'Subjects' : 'Subject'} isWide>
        {parts.subjects.length > 0 ? (
          <ul>
            {parts.subjects.map((part) => (
              <SubjectLine key={part.id} part={part} subjects={subjects} showing={showing} />
            ))}
          </ul>
        ) : null}
      </Fact>
      <Fact isTold={mayEdit} label="When">
        {onset ? <Time value={onset} zone={showing.zone} withOffset /> : null}
      </Fact>
      <Fact isTold={mayEdit} label="Duration">
        {length > 0 ? writeDuration(length) : null}
      </Fact>
      <Fact isTold={mayEdit} label="Experimenter">
        {textOf(record.experimenter)}
      </Fact>
      <Fact isTold={mayEdit} label={setups.length > 1 ? 'Setups' : 'Setup'}>
        {setups.length > 0 ? <RecordLinks model="setup" ids={setups} showing={showing} /> : null}
      </Fact>
      <Fact isTold={mayEdit} label={projects.length > 1 ? 'Projects' : 'Project'} isWide>
        {projects.length > 0 ? <RecordLinks model="project" ids={projects} showing={showing} /> : null}
      </Fact>
    </dl>
  );
}

interface FactProps {
  label: string;
  children: ReactNode;
  isWide?: boolean;
  /** Said also where there is nothing. */
  isTold: boolean;
}

function Fact({ label, children, isTold, isWide = false }: FactProps) {
  const isBlank = children === null || children === '';
  if (isBlank && !isTold) return null;
  return (
    <div className={isWide ? 'col-span-2 min-w-0' : 'min-w-0'}>
      <dt className="text-xs text-muted-foreground">{label}</dt>
      <dd className="break-words">{isBlank ? <span className="text-muted-foreground">not given</span> : children}</dd>
    </div>
  );
}

function SubjectLine({
  part,
  subjects,
  showing,
}: { part: AnyRecord } & Pick<SessionGlanceProps, 'subjects' | 'showing'>) {
  const [id] = idsOf(part.subject);
  const known = subjects.find((one) => one.id === id);
  const weight = numberOf(part.weight);
  const facts = [
    known?.sex.toLowerCase(),
    known?.strain,
    textOf(part.age) ? `${ageInWords(textOf(part.age))} old` : null,
    weight === null ? null : `${weight}\u00a0g`,
  ].filter(Boolean);
  return (
    <li>
      {id ? <RecordLink model="subject" id={id} showing={showing} /> : null}
      {facts.length > 0 ? <span className="text-muted-foreground">, {facts.join(', ')}</span> : null}
    </li>
  );
}
