/** Most subjects of a round: more than anyone weighs in a row. */
export const roundMax = 200;
