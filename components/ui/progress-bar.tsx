import { cn } from './cn';

interface ProgressBarProps {
  /** What is being done, read aloud. */
  label: string;
  /** Done so far, from 0 to `max`. */
  value: number;
  max?: number;
  showLabel?: boolean;
  className?: string;
}

export function ProgressBar({ label, value, max = 100, showLabel = true, className }: ProgressBarProps) {
  const percent = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      {showLabel ? (
        <div className="flex justify-between gap-3 text-sm">
          <span>{label}</span>
          <span className="text-muted-foreground">{Math.round(percent)} %</span>
        </div>
      ) : null}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className="h-1.5 overflow-hidden rounded-full bg-muted"
      >
        <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
