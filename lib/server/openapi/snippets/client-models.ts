import 'server-only';
import type { Model } from '@/lib/declare/model';

/**
 * Models that this portal has and the clients of the labs do not: they refuse names that they do not know. Source: the
 * tables of models in brainstem_python_api_tools and brainstem_matlab_api_tools, CONTRACT section 1.
 */
const unknownToBoth: readonly string[] = ['epoch', 'sessionsubject', 'recordingfiles', 'sessiondatastorage'];
/** What was proposed is in reach of Python for these two only, and of MATLAB not at all. */
const approvalsInPython: readonly string[] = ['strainapproval', 'journalapproval'];

const isApproval = ({ name }: Model): boolean => name.endsWith('approval');

export const isKnownToPython = (model: Model): boolean =>
  !unknownToBoth.includes(model.name) && (!isApproval(model) || approvalsInPython.includes(model.name));

export const isKnownToMatlab = (model: Model): boolean => !unknownToBoth.includes(model.name) && !isApproval(model);
