import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { SubjectGlance } from './subject-glance';

const base = { id: '1', version: 1, created_at: '', updated_at: '', created_by: null, updated_by: null };

const glance = (record: Record<string, unknown>) =>
  renderToStaticMarkup(
    <SubjectGlance
      view={viewOf(models.subject)}
      record={{ ...base, ...record }}
      showing={{ zone: 'UTC', titles: {}, paths: {} }}
      age="P30D"
      weight={null}
      baseline={null}
      procedures={[]}
    />,
  ).replace(/<[^>]+>/g, ' ');

it('tells the age of the living, that at death where its day is known, and none where it is not', () => {
  expect(glance({ status: 'active', death_date: null })).toMatch(/Age +30 days/);
  expect(glance({ status: 'deceased', death_date: '2026-11-27' })).toMatch(/Age at death +30 days/);
  const unknown = glance({ status: 'deceased', death_date: null });
  expect(unknown).toMatch(/Age +not given/);
  expect(unknown).not.toContain('Age at death');
});
