import { LoaderCircle } from 'lucide-react';
import { cloneElement, type ComponentProps, type ReactElement } from 'react';
import { cn } from './cn';

const variants = {
  primary: 'border-transparent bg-accent text-accent-foreground hover:bg-accent/90',
  secondary: 'border-input/60 bg-surface text-foreground hover:border-input hover:bg-muted',
  ghost: 'border-transparent text-foreground hover:bg-muted',
  danger: 'border-transparent bg-danger text-danger-foreground hover:bg-danger/90',
  link: 'h-auto! border-transparent px-0! text-accent underline-offset-2 hover:underline',
} as const;

const sizes = {
  sm: 'h-7 gap-1.5 px-2 text-sm',
  md: 'h-8 gap-1.5 px-3 text-base',
  lg: 'h-10 gap-2 px-4 text-base',
} as const;

export type ButtonVariant = keyof typeof variants;
export type ButtonSize = keyof typeof sizes;

/** The look of a button, for elements that are none (a summary, a label). */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md', className?: string): string {
  return cn(
    'inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap select-none',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
    className,
  );
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** At work: shows it, keeps its width and its focus, and ignores further clicks. */
  pending?: boolean;
  /** Gives its looks to the only child, a link, which then is never `pending`. */
  asChild?: boolean;
}

export function Button({
  variant,
  size,
  pending = false,
  asChild = false,
  type = 'button',
  className,
  children,
  ...props
}: ButtonProps) {
  const look = buttonClass(variant, size, className);
  if (asChild) {
    const child = children as ReactElement<{ className?: string }>;
    return cloneElement(child, { ...props, className: cn(look, child.props.className) });
  }
  return (
    <button
      // The kind is known: `button`, unless the caller wants to submit.
      // oxlint-disable-next-line react/button-has-type
      type={type}
      {...props}
      {...(pending ? { 'aria-busy': true, 'aria-disabled': true, onClick: (event) => event.preventDefault() } : {})}
      className={cn(look, pending && 'cursor-progress')}
    >
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {children}
    </button>
  );
}
