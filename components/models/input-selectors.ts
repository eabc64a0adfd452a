const selectors: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  protocol: { subtypes: 'protocol_type' },
};

/**
 * The field whose value the hand-made input of another one needs, as its `selector`. Apart from the inputs themselves, which a
 * page that only asks this would send.
 */
export const inputSelector = (model: string, field: string): string | undefined => selectors[model]?.[field];
