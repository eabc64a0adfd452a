import { adaptation } from './adaptation';
import { context } from './context';
import { dopamine } from './dopamine';
import { sequences } from './sequences';
import { whisker } from './whisker';
import type { Experiment } from './plan';

/** All that runs at present; rigs and days do not collide. */
export const experiments: Experiment[] = [whisker, sequences, dopamine, context, adaptation];
