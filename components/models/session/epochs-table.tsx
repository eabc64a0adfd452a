import type { Showing } from '@/components/fields/field-parts';
import { idsOf, numberOf, textOf } from '@/components/fields/read-value';
import { writeDuration } from '@/components/ui/duration';
import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import { epochModules, type Parts } from './parts';

const clock = (value: unknown) => {
  const milliseconds = numberOf(value);
  return milliseconds === null ? '' : writeDuration(milliseconds);
};

/** How long an epoch lasts, or null when one of its ends is open. */
export function lengthOf(epoch: Readonly<Record<string, unknown>>): number | null {
  const [start, end] = [numberOf(epoch.start), numberOf(epoch.end)];
  return start === null || end === null ? null : end - start;
}

/** The epochs of a session with their times and modules. Modules link to their place on the page. */
export function EpochsTable({ parts, showing }: { parts: Parts; showing: Showing }) {
  return (
    <Table label="Epochs">
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th numeric>Start</Th>
          <Th numeric>End</Th>
          <Th numeric>Length</Th>
          <Th className="max-sm:hidden">Modules</Th>
        </Tr>
      </THead>
      <TBody>
        {parts.epochs.map((epoch) => (
          <Tr key={epoch.id} id={`epoch-${epoch.id}`} className="scroll-mt-20 target:bg-accent/10">
            <Td className="min-w-24">
              <span className="font-medium">{textOf(epoch.name)}</span>
              {/* On a phone a column of their own would be out of sight. */}
              <span className="sm:hidden">
                <Modules epoch={epoch} showing={showing} />
              </span>
            </Td>
            <Td numeric>{clock(epoch.start)}</Td>
            <Td numeric>{clock(epoch.end)}</Td>
            <Td numeric>{clock(lengthOf(epoch))}</Td>
            <Td className="max-sm:hidden">
              <Modules epoch={epoch} showing={showing} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Modules({ epoch, showing }: { epoch: Parts['epochs'][number]; showing: Showing }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {epochModules.flatMap(({ field }) =>
        idsOf(epoch[field]).map((id) => (
          <a key={id} href={`#${field}-${id}`} className="leading-6 text-accent underline-offset-2 hover:underline">
            {showing.titles[field]?.[id]}
          </a>
        )),
      )}
    </span>
  );
}
