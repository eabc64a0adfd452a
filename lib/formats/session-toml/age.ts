const DURATION =
  /^P(?=.)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?(?:T(?=.)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** True for an ISO 8601 duration such as `P90D`, or a range `P90D/P100D` or `P90D/` as NWB and DANDI take it. */
export function isAge(text: string): boolean {
  const [from = '', to, ...rest] = text.split('/', 3);
  return text.length <= 100 && rest.length === 0 && DURATION.test(from) && (!to || DURATION.test(to));
}

/** The duration probably meant by `P60`, `60 days`, `8 weeks` or `3mo`; null if that is a guess too far. */
export function suggestAge(text: string): string | null {
  // The pattern takes the square of the time on long runs of spaces, and anyone may send a megabyte of them.
  if (text.length > 100) return null;
  const match = /^\s*p?\s*(\d{1,6}(?:\.\d{1,6})?)[\s-]*([a-z]*)\.?(?:\s+old)?\s*$/i.exec(text);
  const unit = match?.[2]?.toLowerCase() ?? '';
  const letter = /^(d|days?)?$/.test(unit)
    ? 'D'
    : /^(w|wks?|weeks?)$/.test(unit)
      ? 'W'
      : /^(m|mos?|months?)$/.test(unit)
        ? 'M'
        : /^(y|yrs?|years?)$/.test(unit)
          ? 'Y'
          : null;
  return match && letter ? `P${match[1]}${letter}` : null;
}
