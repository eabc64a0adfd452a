import 'next-auth';
import 'next-auth/jwt';

declare module 'next-auth' {
  interface User {
    /** The account's session epoch at sign-in. */
    epoch?: number;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    epoch?: number;
    /** Signed in by the provider of OIDC_ISSUER. */
    sso?: boolean;
  }
}
