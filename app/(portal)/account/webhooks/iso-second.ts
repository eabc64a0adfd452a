/** An instant as ISO text without its milliseconds, which nobody reads in a log. */
export const isoSecond = (at: Date): string => new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString();
