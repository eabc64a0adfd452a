const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** An age at recording for people: `P180D` as `180 days old`. What is no plain ISO 8601 duration stays as it is written. */
export function ageInWords(age: string): string {
  const written = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(age)?.slice(1);
  const words = Object.values(units).flatMap((unit, index) => {
    const count = Number(written?.[index] ?? 0);
    return count > 0 ? [`${count}\u00a0${count === 1 ? unit : `${unit}s`}`] : [];
  });
  return `${words.length > 0 ? words.join(' ') : age} old`;
}
