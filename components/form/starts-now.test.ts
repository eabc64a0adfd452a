import { expect, it } from 'vitest';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { beginsNow } from './starts-now';

it('a procedure begins now, a log has no time of its own', () => {
  expect(beginsNow(viewOf(models.procedure).fields)).toBe(true);
  expect(beginsNow(viewOf(models.subjectlog).fields)).toBe(false);
});
