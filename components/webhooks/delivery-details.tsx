import { CodeBlock } from '../ui/code-block';
import { Table, TBody, Td, Th, THead, Tr } from '../ui/table';
import { Time } from '../ui/time';

/** One try; the instant is an ISO text. */
export interface AttemptLine {
  id: string;
  at: string;
  durationMs: number;
  status: number | null;
  error: string | null;
  response: string | null;
}

export interface DeliveryTries {
  /** Such as `Sulcus-Event: ping`; without the signature, which differs each time. */
  headers: readonly string[];
  body: string | null;
  attempts: readonly AttemptLine[];
}

/** What was sent, and what came back each time. */
export function DeliveryDetails({ tries, zone }: { tries: DeliveryTries; zone: string }) {
  const { headers, body, attempts } = tries;
  return (
    <div className="flex min-w-0 flex-col gap-3 py-2">
      {attempts.length > 0 ? <Attempts attempts={attempts} zone={zone} /> : <p>Not tried yet.</p>}
      {body === null ? null : <CodeBlock label="Request" code={`${headers.join('\n')}\n\n${indent(body)}`} />}
    </div>
  );
}

function Attempts({ attempts, zone }: { attempts: readonly AttemptLine[]; zone: string }) {
  return (
    <Table label="Tries" stacked>
      <THead>
        <Tr>
          <Th>Tried</Th>
          <Th numeric>Took</Th>
          <Th>Outcome</Th>
          <Th>Answer</Th>
        </Tr>
      </THead>
      <TBody>
        {attempts.map(({ id, at, durationMs, status, error, response }) => (
          <Tr key={id}>
            <Td data-label="Tried">
              <Time value={at} zone={zone} />
            </Td>
            <Td data-label="Took" numeric>
              {durationMs.toLocaleString('en')} ms
            </Td>
            <Td data-label="Outcome" className="break-words">
              {status ?? error}
            </Td>
            <Td data-label="Answer">
              {response ? (
                <pre className="max-h-40 max-w-full overflow-auto font-mono text-xs break-all whitespace-pre-wrap">
                  {response}
                </pre>
              ) : null}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** The signature is over the body as it was sent; for reading it is broken into lines. */
function indent(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
