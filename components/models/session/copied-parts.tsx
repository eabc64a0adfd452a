import { Checkbox } from '@/components/ui/checkbox';
import type { CopiedGroup } from './copied-items';

interface CopiedPartsProps {
  groups: readonly CopiedGroup[];
  /** Ids without a tick. */
  leftOut: ReadonlySet<string>;
  onChange: (id: string, isCopied: boolean) => void;
}

/** What comes along from another session: each with a tick to leave it out, large enough for a gloved finger. */
export function CopiedParts({ groups, leftOut, onChange }: CopiedPartsProps) {
  return (
    <section aria-label="What comes along" className="border-t pt-3">
      <h3 className="text-base font-semibold">What comes along</h3>
      <p className="text-sm text-muted-foreground">
        {groups.length > 0
          ? 'Take a tick away to leave something out. Notes stay behind, and so does what you may not see.'
          : 'Nothing but what is above.'}
      </p>
      <div className="mt-2 grid grid-cols-1 items-start gap-x-6 gap-y-3 sm:grid-cols-2">
        {groups.map(({ label, items }) => (
          <fieldset key={label} className="min-w-0">
            <legend className="text-sm text-muted-foreground">{label}</legend>
            <ul className="divide-y border-y">
              {items.map(({ id, title, detail }) => (
                <li key={id}>
                  <Checkbox
                    className="min-h-11! cursor-pointer items-center! py-1!"
                    value={!leftOut.has(id)}
                    onChange={(isCopied) => onChange(id, isCopied)}
                    label={title}
                    description={detail || undefined}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
      </div>
    </section>
  );
}
