/** An ISO instant without its seconds: bookkeeping needs no milliseconds. */
export const toMinute = (instant: string): string => instant.replace(/:\d{2}\.\d{3}Z$/, ':00.000Z');
