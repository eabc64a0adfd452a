'use server';

import { redirect } from 'next/navigation';
import { textOf, type FormState } from '@/components/account/form-state';
import { findChallenged, mailChallengeCode, meetChallenge } from '@/lib/server/auth/challenge';
import { formFailure } from '@/lib/server/auth/form-failure';
import { safeNext, withNext } from '@/lib/server/auth/next-path';
import { readCodeSource } from '@/lib/server/auth/second-factor';
import { endChallenge, readChallengeCookie, startSession } from '@/lib/server/auth/session';
import { mailedCodeLimits } from '@/lib/server/queries/mailed-code';

const overPath = '/sign-in?error=challenge';

/** Signs in by a code, after the password. */
export async function verify(_state: FormState, form: FormData): Promise<FormState> {
  const next = safeNext(textOf(form, 'next'));
  let path = next;
  try {
    const source = readCodeSource(textOf(form, 'source'));
    const account = await meetChallenge(await readChallengeCookie(), source, textOf(form, 'code'));
    await endChallenge();
    if (account) await startSession(account);
    else path = withNext(overPath, next);
  } catch (error) {
    return formFailure(error, {});
  }
  redirect(path);
}

/** Mails a code to who has given the password. */
export async function sendSignInCode(_state: FormState, _form: FormData): Promise<FormState> {
  const challenged = await findChallenged(await readChallengeCookie());
  if (!challenged) redirect(overPath);
  try {
    await mailChallengeCode(challenged);
  } catch (error) {
    return formFailure(error, {});
  }
  return { errors: {}, values: { wait: String(mailedCodeLimits.cooldown) }, done: 'Sent. It works for five minutes.' };
}
