import { clsx, type ClassValue } from 'clsx';

/**
 * Joins class names. Nothing is merged, since that would cost every page a table of all utilities: a class that must win over
 * one of the component's own is marked important ("py-4!").
 */
export const cn = (...inputs: ClassValue[]): string => clsx(inputs);
