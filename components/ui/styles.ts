/** The skin of everything one can type or choose in. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-input/70 bg-surface text-base text-foreground ' +
  'hover:border-input focus-visible:outline-offset-0 focus-visible:border-ring ' +
  'aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground ' +
  // Only what can be typed in: a button or a box always counts as read-only.
  '[&:is(input,textarea):read-only]:bg-muted';

/** Panels that float above the page: menus, popovers, lists. */
export const floatClass =
  'z-50 rounded-lg border bg-surface text-foreground shadow-float data-[state=open]:animate-pop';

/** One line of a menu or of a list of choices; Radix marks the current one with data-highlighted. */
export const menuItemClass =
  'relative flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-base outline-none select-none ' +
  'data-[highlighted]:bg-muted data-[disabled]:pointer-events-none data-[disabled]:opacity-50';

/** What darkens the page behind a window. */
export const overlayClass = 'fixed inset-0 z-40 bg-black/35 data-[state=open]:animate-fade dark:bg-black/60';
