/** The look of a button in a toolbar. */
export const toolClass =
  'inline-flex size-7 items-center justify-center rounded text-muted-foreground hover:bg-muted hover:text-foreground ' +
  'focus-visible:outline-offset-0 aria-disabled:opacity-45 pointer-coarse:size-9 [&_svg]:size-4';
