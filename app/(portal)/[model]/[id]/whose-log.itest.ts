import { expect, it } from 'vitest';
import { models } from '@/lib/models';
import { getRecord } from '@/lib/server/operations/get';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { logLists } from './log-lists';
import { whoseLog } from './whose-log';

it('a log of a procedure is of the animal of that procedure, and tells its death too', async () => {
  const { pi, subject } = await makeLab(await makeCatalogue());
  const procedure = await make(pi, 'procedure', {
    subject: subject.id,
    type: 'SiliconProbeImplant',
    coordinates_system: 'Stereotaxic_BregmaAbsolute',
  });
  const log = await make(pi, 'procedurelog', { procedure: procedure.id, type: 'Impedances' });
  const weights = await make(pi, 'subjectlog', { subject: subject.id, type: 'Weighing' });
  const living = { of: subject.name, died: null };
  expect(await whoseLog(pi, models.procedurelog, log)).toEqual(living);
  expect(await whoseLog(pi, models.subjectlog, weights)).toEqual(living);

  await change(pi, 'subject', subject.id, { death_date: '2026-11-01', status: 'deceased' });
  const dead = { of: subject.name, died: '2026-11-01' };
  expect(await whoseLog(pi, models.procedurelog, log)).toEqual(dead);
  const [list] = await logLists(
    pi,
    models.procedure,
    await getRecord(pi, models.procedure, String(procedure.id)),
    true,
  );
  expect(list?.logs.map(({ context: { of, died } }) => ({ of, died }))).toEqual([dead]);
});
