/** What stands for a record that the reader may not see. */
export const unseen = 'a record you can’t see';
