/** Finds records by their key. @throws Error for a key that there is not. */
export const byKey = <T extends { key: string }>(records: readonly T[]) => {
  const found = new Map(records.map((record) => [record.key, record]));
  return (key: string): T => {
    const record = found.get(key);
    if (!record) throw new Error(`No record ${key}`);
    return record;
  };
};
