'use client';

import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import type { LeftOut } from './paste-headings';

interface LeftOutNoticeProps {
  leftOut: readonly LeftOut[];
  onHeed: () => void;
}

/** Names the pasted columns that found no place, with what stood in them. */
export function LeftOutNotice({ leftOut, onHeed }: LeftOutNoticeProps) {
  if (leftOut.length === 0) return null;
  const count = leftOut.length === 1 ? '1 pasted column was' : `${leftOut.length} pasted columns were`;
  return (
    <Callout
      tone="warning"
      role="status"
      className="mb-2"
      title={`${count} left out`}
      action={
        <Button size="sm" onClick={onHeed}>
          Dismiss
        </Button>
      }
    >
      <ul>
        {leftOut.map((one, index) => (
          <li key={index} className="break-words">
            {leftOutWords(one)}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

const textsShown = 5;
const lengthShown = 60;

/** “Cage”: no column has this name. 7 values: A1, A2, A3, A4, A5 and 2 more. */
function leftOutWords({ heading, why, texts }: LeftOut): string {
  const reasons = { unknown: 'no column has this name', double: 'an earlier column has this name too' };
  const what = heading === '' ? 'A column has no heading' : `“${heading}”: ${reasons[why]}`;
  const shown = texts
    .slice(0, textsShown)
    .map((text) => (text.length > lengthShown ? `${text.slice(0, lengthShown)}…` : text));
  const more = texts.length > textsShown ? ` and ${texts.length - textsShown} more` : '';
  return `${what}. ${texts.length === 1 ? '1 value' : `${texts.length} values`}: ${shown.join(', ')}${more}.`;
}
