'use client';

import { SeverityIcon } from '@/components/validate/severity';
import { Button } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/radio-group';
import { choiceKey, type Choice, type Conflict, type FileProblem, type FileReport } from './report';
import { ValueText } from './value-text';
import { ScrollRegion } from '../ui/scroll-region';

export type FileDetailsProps = {
  report: FileReport;
  zone: string;
  /** Labels of fields by their names in the report. */
  labels: Readonly<Record<string, string>>;
  choices: Readonly<Record<string, Choice>>;
  onChoose: ((choices: Readonly<Record<string, Choice>>) => void) | null;
  onPipeline: (() => void) | null;
};

// What a file wrote letter by letter is kept for the export; to a person it says nothing new.
const isTold = (field: string) => field !== 'as_written' && field !== 'name_used_in_storage';

/** What one file brings: its problems, what it disagrees about, and each value that it sets. */
export function FileDetails({ report, zone, labels, choices, onChoose, onPipeline }: FileDetailsProps) {
  const { file, fields, conflicts, problems, alternative } = report;
  const told = fields.filter(({ field }) => isTold(field));
  return (
    <div className="flex flex-col gap-4 py-2">
      {conflicts.map((conflict) => (
        <ConflictChoice
          key={conflict.field}
          label={labels[`subject.${conflict.field}`] ?? conflict.field}
          conflict={conflict}
          choice={choices[choiceKey(file, conflict.field)] ?? conflict.choice}
          onChoose={onChoose ? (choice) => onChoose({ [choiceKey(file, conflict.field)]: choice }) : null}
        />
      ))}
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {alternative && onPipeline ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          Format 1.0 refuses this file; the pipeline’s own profile takes it.
          <Button size="sm" onClick={onPipeline}>
            Use the pipeline profile
          </Button>
        </p>
      ) : null}
      {told.length > 0 ? <Changes fields={told} zone={zone} labels={labels} /> : null}
      {told.length + problems.length + conflicts.length === 0 ? (
        <p className="text-sm text-muted-foreground">The portal already holds all of it.</p>
      ) : null}
    </div>
  );
}

function Problems({ problems }: { problems: readonly FileProblem[] }) {
  return (
    <ul aria-label="Problems" className="flex flex-col gap-1.5 text-sm">
      {problems.map(({ severity, line, column, path, message, hint, code }) => (
        <li key={`${line}:${column}:${code}:${path}`} className="flex gap-2">
          <SeverityIcon severity={severity} className="mt-0.5" />
          <span className="min-w-0 break-words">
            {message.split('\n')[0]} {hint ? <span className="text-muted-foreground">{hint} </span> : null}
            <span className="text-xs whitespace-nowrap text-muted-foreground tabular-nums">
              {line === null ? '' : `Line ${line}`} {path ? <span className="font-mono">{path}</span> : null}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Changes({
  fields,
  zone,
  labels,
}: {
  fields: FileReport['fields'];
  zone: string;
  labels: FileDetailsProps['labels'];
}) {
  const hasBefore = fields.some(({ before }) => before !== null && before !== '');
  return (
    <ScrollRegion label="Fields">
      <table aria-label="Fields" className="text-left text-sm">
        <thead className="text-muted-foreground">
          <tr>
            <th scope="col" className="pr-6 font-normal">
              Field
            </th>
            {hasBefore ? (
              <th scope="col" className="pr-6 font-normal">
                In the portal
              </th>
            ) : null}
            <th scope="col" className="font-normal">
              {hasBefore ? 'From the file' : 'Value'}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, before, after }) => (
            <tr key={field} className="align-top">
              <th scope="row" className="py-0.5 pr-6 font-normal whitespace-nowrap text-muted-foreground">
                {labels[field] ?? field}
              </th>
              {hasBefore ? (
                <td className="max-w-80 py-0.5 pr-6 break-words text-muted-foreground">
                  <ValueText field={field} value={before} zone={zone} />
                </td>
              ) : null}
              <td className="max-w-xl py-0.5 break-words">
                <ValueText field={field} value={after} zone={zone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ConflictChoice({
  label,
  conflict,
  choice,
  onChoose,
}: {
  label: string;
  conflict: Conflict;
  choice: Choice | null;
  onChoose: ((choice: Choice) => void) | null;
}) {
  const options = [
    { value: 'keep', label: `Keep “${conflict.portal}” of the portal` },
    {
      value: 'overwrite',
      label: `Take “${conflict.file}” of the file`,
      description: 'Changes the subject, for all its sessions.',
    },
  ];
  return (
    <div className="border-l-2 border-warning pl-3">
      <p className="text-sm font-medium">{label} of the subject differs</p>
      <RadioGroup
        aria-label={`${label} of the subject`}
        value={choice}
        options={options}
        disabled={onChoose === null}
        onChange={(value) => onChoose?.(value === 'overwrite' ? 'overwrite' : 'keep')}
      />
    </div>
  );
}
