import 'server-only';
import { sendMailLater } from '@/lib/server/mail';
import { publicOrigin } from './request-origin';

type Person = { email: string };

const help = (): string =>
  `If it was not you, change your password at once and look at your second factors:\n${publicOrigin()}/account/two-factor\n`;

/** Tells the owner that a second factor was added: somebody at their open browser could have. */
export function tellAdded({ email }: Person, { kind, name }: { kind: 'app' | 'mail'; name: string }): void {
  const what = kind === 'app' ? `the authenticator app “${name}”` : 'codes by mail';
  sendMailLater({
    to: email,
    subject: 'A second factor was added',
    text: `You can sign in to Sulcus with ${what} from now on.\n\n${help()}`,
  });
}

/** Tells the owner that one was removed. */
export function tellRemoved({ email }: Person): void {
  sendMailLater({
    to: email,
    subject: 'A second factor was removed',
    text: `One of the second factors of your account at Sulcus was removed.\n\n${help()}`,
  });
}

/** Tells the owner that an administrator has removed all. */
export function tellReset({ email }: Person): void {
  sendMailLater({
    to: email,
    subject: 'Your second factors were reset',
    text: `An administrator has removed the second factors and the backup codes of your account at Sulcus, and signed you out everywhere. Sign in with your password, and set one up again:
${publicOrigin()}/account/two-factor

If you have not asked for that, tell your administrator.
`,
  });
}
