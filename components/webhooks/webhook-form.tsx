'use client';

import { useState, type SyntheticEvent } from 'react';
import { ActionForm } from '../account/action-form';
import type { FormAction, FormState } from '../account/form-state';
import { TextField } from '../account/text-field';
import { Checkbox } from '../ui/checkbox';
import { Combobox } from '../ui/combobox';
import { Field } from '../ui/field';
import type { Option } from '../ui/option';
import type { LoadOptions } from '../ui/use-options';
import { NewSecret } from './new-secret';

export interface WebhookFormProps {
  action: FormAction;
  submitLabel: string;
  /** Begins anew once it was sent, for the next webhook; else it keeps what was saved. */
  isNew?: boolean;
  /** What there is to choose from: `session.created` and its words. */
  choices: readonly { name: string; label: string }[];
  initial: { name: string; url: string; events: readonly string[]; project: Option | null };
  findProjects: LoadOptions;
}

/** The settings of a webhook. After a new one was made it shows the secret, this once. */
export function WebhookForm({ action, submitLabel, isNew = false, choices, initial, findProjects }: WebhookFormProps) {
  const [events, setEvents] = useState<readonly string[]>(initial.events);
  const [project, setProject] = useState(initial.project);
  return (
    <div onResetCapture={isNew ? undefined : refuse}>
      <ActionForm action={action} submitLabel={submitLabel}>
        {(state) => (
          <div className="flex max-w-2xl flex-col gap-4">
            <Made state={state} />
            <TextField
              state={state}
              name="name"
              label="Name"
              placeholder="Pipeline"
              autoComplete="off"
              maxLength={100}
              defaultValue={initial.name}
              required
            />
            <TextField
              state={state}
              name="url"
              label="Address"
              type="url"
              inputMode="url"
              placeholder="https://pipeline.example.org/sulcus"
              help="Receives a POST request with a JSON body for each event."
              autoComplete="off"
              spellCheck={false}
              defaultValue={initial.url}
              required
            />
            <Field label="Events" errors={state.errors.events} group required>
              {choices.map(({ name, label }) => (
                <Checkbox
                  key={name}
                  name={`event:${name}`}
                  label={label}
                  description={<code className="font-mono">{name}</code>}
                  value={events.includes(name)}
                  onChange={(isOn) => setEvents(isOn ? [...events, name] : events.filter((one) => one !== name))}
                />
              ))}
            </Field>
            <Field
              label="Project"
              help="Only sessions of this project. Leave it empty for all that you may see."
              errors={state.errors.project}
            >
              <Combobox
                name="project"
                value={project}
                onChange={setProject}
                loadOptions={findProjects}
                placeholder="All projects"
                emptyText="No such project"
              />
            </Field>
          </div>
        )}
      </ActionForm>
    </div>
  );
}

/** The form that is sent resets itself, and its checkboxes would go back to what they were. */
function refuse(event: SyntheticEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function Made({ state }: { state: FormState }) {
  const { secret, id } = state.values;
  return secret && id ? <NewSecret secret={secret} href={`/account/webhooks/${id}`} /> : null;
}
