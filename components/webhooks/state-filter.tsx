import Link from 'next/link';
import { buttonClass } from '../ui/button';
import { deliveryStates } from './webhook-state';

/** Narrows the log to one state, by the address. */
export function StateFilter({ current, hrefOf }: { current: string | null; hrefOf: (state: string | null) => string }) {
  const all = [{ value: null, label: 'All' }, ...deliveryStates];
  return (
    <nav aria-label="States" className="flex flex-wrap gap-1">
      {all.map(({ value, label }) => (
        <Link
          key={label}
          href={hrefOf(value)}
          scroll={false}
          aria-current={value === current ? 'page' : undefined}
          className={buttonClass(value === current ? 'secondary' : 'ghost', 'sm')}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
