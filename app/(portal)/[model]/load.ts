import 'server-only';
import { notFound } from 'next/navigation';
import type { Showing } from '@/components/fields/field-parts';
import type { Model } from '@/lib/declare/model';
import { modelAtPath, modelList } from '@/lib/models';
import { getEnv } from '@/lib/server/env';
import type { TitlesByModel } from '@/lib/server/queries/titles';

/** The model whose pages are asked for; an unknown one has none. */
export async function modelOf(params: Promise<{ model: string }>): Promise<Model> {
  const model = modelAtPath((await params).model);
  if (!model) notFound();
  return model;
}

const paths = Object.fromEntries(modelList.map(({ name, path }) => [name, path]));

/** What values need from around them to be shown. */
export const showingWith = (titles: TitlesByModel): Showing => ({ zone: getEnv().LAB_TIME_ZONE, titles, paths });
