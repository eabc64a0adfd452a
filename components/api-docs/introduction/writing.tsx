import { CodeBlock } from '@/components/ui/code-block';
import { DocsSection } from '../docs-section';

type WritingProps = { origin: string; bulkMax: number };

/** Creating and changing, alone and together with others. */
export const Writing = ({ origin, bulkMax }: WritingProps) => (
  <>
    <DocsSection id="writing" title="Writing">
      <div className="flex flex-col gap-3 [&>p]:max-w-prose">
        <p>
          POST creates, PATCH changes the keys that are sent, PUT replaces the record, DELETE deletes it until{' '}
          <code>restore/</code> brings it back. A record can be sent back as it was read: read-only keys are ignored,
          any unknown key is refused. In a catalogue, what others than administrators send waits for a reviewer, and the
          answer is the approval.
        </p>
        <p>
          Every record has an <code>ETag</code>, its version. Send it back in <code>If-Match</code>, and nothing is
          written where somebody has changed the record since: 412, with both versions. In <code>If-None-Match</code> of
          a GET it saves the body of a record that has not changed.
        </p>
        <CodeBlock
          label="Change what has not changed since"
          code={`curl -fsS -X PATCH '${origin}/api/private/stem/session/…/' -H "Authorization: Bearer $SULCUS_TOKEN" \\
  -H 'Content-Type: application/json' -H 'If-Match: "3"' -d '{"description": "<p>Good signal.</p>"}'`}
        />
        <p>
          Send an <code>Idempotency-Key</code> of your own with a POST that may be repeated. Within 24 hours the same
          request answers the same, and nothing is written twice.
        </p>
      </div>
    </DocsSection>
    <DocsSection id="bulk" title="Many at once">
      <div className="flex flex-col gap-3 [&>p]:max-w-prose">
        <p>
          <code>POST …/bulk/</code> takes a list of up to {bulkMax} records. Those with an <code>id</code> are changed,
          the others created, in one transaction: all of them or none. The answer says row by row what became of it, or
          what is wrong with it.
        </p>
        <CodeBlock
          label="Two subjects"
          code={`curl -fsS '${origin}/api/private/stem/subject/bulk/' -H "Authorization: Bearer $SULCUS_TOKEN" \\
  -H 'Content-Type: application/json' -H 'Idempotency-Key: cohort-12' -d '[
    {"name": "M31", "sex": "F", "strain": "…", "projects": ["…"]},
    {"id": "…", "version": 3, "death_date": "2026-03-14"}
  ]'`}
        />
      </div>
    </DocsSection>
  </>
);
