'use client';

import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { TextField } from './text-field';

export interface Profile {
  email: string;
  first_name: string;
  last_name: string;
  orcid_id: string;
  google_scholar: string;
  website: string;
  /** The version that is shown; a save on top of a newer one is refused. */
  version: number;
}

export function ProfileForm({ action, profile }: { action: FormAction; profile: Profile }) {
  return (
    <ActionForm action={action} submitLabel="Save profile" hidden={{ version: String(profile.version) }}>
      {(state) => (
        <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
          <TextField
            state={state}
            name="first_name"
            label="First name"
            autoComplete="given-name"
            defaultValue={profile.first_name}
          />
          <TextField
            state={state}
            name="last_name"
            label="Last name"
            autoComplete="family-name"
            defaultValue={profile.last_name}
          />
          <TextField
            state={state}
            name="email"
            label="E-mail"
            type="email"
            autoComplete="email"
            defaultValue={profile.email}
            help="You sign in with it."
            readOnly
          />
          <TextField
            state={state}
            name="orcid_id"
            label="ORCID iD"
            placeholder="0000-0002-1825-0097"
            defaultValue={profile.orcid_id}
          />
          <TextField
            state={state}
            name="google_scholar"
            label="Google Scholar"
            type="url"
            defaultValue={profile.google_scholar}
          />
          <TextField
            state={state}
            name="website"
            label="Website"
            type="url"
            autoComplete="url"
            defaultValue={profile.website}
          />
        </div>
      )}
    </ActionForm>
  );
}
